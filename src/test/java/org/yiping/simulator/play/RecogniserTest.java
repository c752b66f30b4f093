package org.yiping.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.geo.Position;

class RecogniserTest {
    private static final Instant START = Instant.parse("2026-11-27T01:00:00Z");

    @Test
    void aMorningHasAboutWhatTheTableSaysWithRepeatsAndUnsureOnes() {
        List<Recogniser.Sighting> seen = play(cameras(true, true), 5, 1, 4);
        assertThat(seen).hasSizeBetween(180, 420); // 45 an hour, and those once more
        Map<String, Integer> places = new HashMap<>();
        seen.forEach(s -> places.merge(s.camera().value() + " " + s.alarm(), 1, Integer::sum));
        assertThat(places.values()).as("some are seen again").anyMatch(n -> n >= 3);
        assertThat(seen).as("some are unsure").anyMatch(s -> s.confidence() < 0.7);
        assertThat(seen)
                .as("most are not")
                .filteredOn(s -> s.confidence() > 0.75)
                .hasSizeGreaterThan(seen.size() / 2);
        assertThat(seen).extracting(s -> s.id().value()).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedSeesTheSame() {
        assertThat(play(cameras(true, true), 5, 1, 1)).isEqualTo(play(cameras(true, true), 5, 1, 1));
        assertThat(play(cameras(true, true), 5, 1, 1)).isNotEqualTo(play(cameras(true, true), 6, 1, 1));
    }

    @Test
    void nothingIsMadeUpOfACameraThatIsRealOrAway() {
        assertThat(play(cameras(false, true), 5, 1, 1)).isEmpty();
        assertThat(play(cameras(true, false), 5, 1, 1)).isEmpty();
    }

    @Test
    void aCityThatListensToNoneIsToldNone() {
        Recogniser eyes = new Recogniser(cameras(true, true), _ -> false, settings(5, 1), START);
        assertThat(eyes.seen(START.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void afterAStandstillItDoesNotTellOfThePast() {
        Recogniser eyes = new Recogniser(cameras(true, true), _ -> true, settings(5, 1), START);
        Instant late = START.plus(Duration.ofHours(6));
        assertThat(eyes.seen(late).orElseThrow().at()).isEqualTo(late);
    }

    private static List<Recogniser.Sighting> play(List<Camera> cameras, long seed, double speed, int hours) {
        Recogniser eyes = new Recogniser(cameras, _ -> true, settings(seed, speed), START);
        List<Recogniser.Sighting> seen = new ArrayList<>();
        for (int second = 0; second < hours * 3600; second += 2) {
            Optional<Recogniser.Sighting> next = eyes.seen(START.plusSeconds(second));
            next.ifPresent(seen::add);
        }
        return seen;
    }

    private static Settings settings(long seed, double speed) {
        return new Settings(seed, speed, Settings.Seats.AUTO, 0, "t");
    }

    private static List<Camera> cameras(boolean simulated, boolean online) {
        List<Camera> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(new Camera(
                    new CameraId("cam-" + i),
                    "路口 " + i,
                    new Position(104.05, 30.65),
                    new Camera.View(0, 60, "ball"),
                    List.of(),
                    new CameraState(online, simulated)));
        }
        return all;
    }
}
