package org.yiping.domain.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.CameraId;

/// A tour by a clock that is moved by hand.
class TourTest {
    private static final Instant START = Instant.parse("2026-11-24T02:42:18Z");
    private static final Duration DWELL = Duration.ofSeconds(12);

    private final Set<String> offline = new HashSet<>();
    private final Predicate<CameraId> reachable = c -> !offline.contains(c.value());
    private Instant now = START;

    private Tour begin(int slots, String... cameras) {
        return Tour.begin(List.of(cameras).stream().map(CameraId::new).toList(), slots, DWELL, now, reachable);
    }

    private Tour pass(Tour tour, int seconds) {
        now = now.plusSeconds(seconds);
        return tour.tick(now, reachable);
    }

    private static String at(Tour tour) {
        return tour.camera().value() + "@" + tour.slot();
    }

    @Test
    void eachStaysItsDwellAndTheLastIsFollowedByTheFirst() {
        Tour tour = pass(begin(1, "a", "b"), 11);
        assertThat(at(tour)).isEqualTo("a@0");
        assertThat(tour.left(now)).isEqualTo(Duration.ofSeconds(1));
        tour = pass(tour, 1);
        assertThat(at(tour)).isEqualTo("b@0");
        assertThat(at(pass(tour, 12))).isEqualTo("a@0");
    }

    @Test
    void onSeveralTilesOneChangesAtATime() {
        Tour tour = begin(3, "a", "b", "c", "d");
        assertThat(tour.comingSlot()).isEqualTo(1);
        tour = pass(tour, 12);
        assertThat(at(tour)).isEqualTo("b@1");
        tour = pass(pass(tour, 12), 12);
        assertThat(at(tour)).isEqualTo("d@0");
        assertThat(at(tour.back(now, reachable))).isEqualTo("c@2");
    }

    @Test
    void theNextOneIsOpenedThreeSecondsAheadAndNoOtherBefore() {
        Tour tour = pass(begin(1, "a", "b"), 8);
        assertThat(tour.coming(now, reachable)).isEmpty();
        tour = pass(tour, 1);
        assertThat(tour.coming(now, reachable)).contains(new CameraId("b"));
        assertThat(tour.hold(now).coming(now, reachable))
                .as("one that is held opens nothing")
                .isEmpty();
        assertThat(begin(1, "a").coming(now.plusSeconds(11), reachable)).isEmpty();
    }

    @Test
    void thoseOutOfReachArePassedOverAndCounted() {
        offline.addAll(List.of("a", "c"));
        Tour tour = begin(1, "a", "b", "c", "d");
        assertThat(at(tour)).isEqualTo("b@0");
        assertThat(tour.skipped(reachable)).isEqualTo(2);
        assertThat(at(pass(tour, 12))).isEqualTo("d@0");
        offline.addAll(List.of("b", "d"));
        assertThat(at(pass(tour, 12))).as("none left: it stays").isEqualTo("b@0");
        offline.clear();
        assertThat(at(pass(tour, 12))).as("they are back").isEqualTo("c@0");
    }

    @Test
    void oneThatIsHeldGoesOnByItselfOneThatIsPausedDoesNot() {
        Tour tour = pass(begin(1, "a", "b"), 5);
        Tour held = tour.hold(now);
        Tour paused = tour.pause(now);
        held = pass(held, 59);
        assertThat(held.runs()).isFalse();
        held = held.hold(now);
        held = pass(held, 59);
        assertThat(held.runs()).as("a hand was there again").isFalse();
        held = pass(held, 1);
        assertThat(held.runs()).isTrue();
        assertThat(held.left(now)).as("as much as was left").isEqualTo(Duration.ofSeconds(7));
        now = START.plus(Duration.ofHours(3));
        assertThat(paused.tick(now, reachable).runs()).isFalse();
        assertThat(paused.hold(now)).as("a hand does not start it").isEqualTo(paused);
        assertThat(at(pass(paused.go(now), 7))).isEqualTo("b@0");
    }

    @Test
    void whatNobodySeesStandsWhereItIs() {
        Tour tour = pass(begin(1, "a", "b"), 5).hide(now);
        now = START.plus(Duration.ofHours(1));
        tour = tour.tick(now, reachable).show(now);
        assertThat(at(tour)).isEqualTo("a@0");
        assertThat(tour.left(now)).isEqualTo(Duration.ofSeconds(7));
        Tour paused = tour.pause(now);
        assertThat(paused.hide(now).show(now)).as("as it was left").isEqualTo(paused);
    }

    @Test
    void aClockThatJumpsMakesOneStep() {
        Tour tour = pass(begin(1, "a", "b", "c"), 600);
        assertThat(at(tour)).isEqualTo("b@0");
        assertThat(tour.left(now)).isEqualTo(DWELL);
    }

    @Test
    void aStepByHandGivesTheNextItsWholeTimeAndKeepsAPause() {
        Tour tour = pass(begin(1, "a", "b", "c"), 11).next(now, reachable);
        assertThat(at(tour)).isEqualTo("b@0");
        assertThat(tour.left(now)).isEqualTo(DWELL);
        Tour paused = tour.pause(now).back(now, reachable);
        assertThat(at(paused)).isEqualTo("a@0");
        assertThat(paused.runs()).isFalse();
    }

    @Test
    void withoutCamerasOrOutsideFiveToHundredTwentySecondsThereIsNone() {
        assertThatThrownBy(() -> begin(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tour.begin(List.of(new CameraId("a")), 1, Duration.ofSeconds(4), now, reachable))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
