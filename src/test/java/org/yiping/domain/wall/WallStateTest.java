package org.yiping.domain.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;

/// What a wall becomes as desks and alarms put things on it and time passes.
public class WallStateTest {
    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
    private static final Actor LEADER = new Actor(new PersonId("p1"), new PostCode("duty-leader"), new SeatId("s1"));
    private static final Region RIGHT = cell(3, 1);
    private static final CaseId CASE = new CaseId("c1");

    public static Region cell(int column, int row) {
        return new Region(new Grid(3, 2), new Span(column, row, 1, 1));
    }

    /// A figure in a region of a wall.
    public static Placement figure(String id, Region region, int seconds) {
        return placed(id, new WallOrder(region, null, shown(), "会商", seconds, false), null);
    }

    private static Placement locked(String id, Region region, int seconds) {
        return placed(id, new WallOrder(region, null, shown(), "会商", seconds, true), null);
    }

    private static Placement alarm(String id) {
        return placed(id, new WallOrder(RIGHT, null, shown(), "告警", 600, false), CASE);
    }

    private static Shown shown() {
        return new Shown(PanelKind.FIGURE, Map.of("of", "open"));
    }

    private static Placement placed(String id, WallOrder order, CaseId alarm) {
        return new Placement(new CommandId(id), order, LEADER, NOW, NOW.plusSeconds(order.seconds()), alarm);
    }

    private static List<String> ids(List<Placement> placements) {
        return placements.stream().map(p -> p.id().value()).toList();
    }

    private static List<String> log(WallState state) {
        return state.log().stream().map(c -> c.id().value() + " " + c.what()).toList();
    }

    private final WallState empty = WallState.empty(WallId.OWN);

    @Test
    void whatIsReplacedGoesAndTheLogSaysBoth() {
        WallState state =
                empty.sent(figure("a", RIGHT, 600), Set.of()).sent(figure("b", RIGHT, 600), Set.of(new CommandId("a")));
        assertThat(ids(state.placements())).containsExactly("b");
        assertThat(log(state)).containsExactly("b sent", "a replaced", "a sent");
    }

    @Test
    void timeEndsItForWhoeverLooksAndTheLogSaysSoWhenItIsSettled() {
        WallState state = empty.sent(figure("a", RIGHT, 600), Set.of());
        Instant end = NOW.plusSeconds(600);
        assertThat(ids(state.standing(end.minusMillis(1)))).containsExactly("a");
        assertThat(state.standing(end)).isEmpty();
        assertThat(state.met(figure("b", RIGHT, 60).order(), end)).isEmpty();
        assertThat(state.at(end.minusMillis(1), Set.of())).isSameAs(state);
        assertThat(log(state.at(end, Set.of()))).containsExactly("a returned", "a sent");
    }

    @Test
    void afterAClockWasPutBackWhatWasSentStandsForAsLongAsWasSaidAndNoHourLonger() {
        WallState sent = empty.sent(locked("a", RIGHT, 300), Set.of());
        Instant back = NOW.minusSeconds(3600);
        WallState then = sent.at(back, Set.of());
        assertThat(then.placements().getFirst().until()).isEqualTo(back.plusSeconds(300));
        assertThat(then.log()).isEqualTo(sent.log());
        assertThat(then.at(back.plusSeconds(299), Set.of())).isEqualTo(then);
        assertThat(then.at(back.plusSeconds(300), Set.of()).placements()).isEmpty();
        // a clock that is only a little off is no clock that was set
        assertThat(sent.at(NOW.minusSeconds(2), Set.of())).isEqualTo(sent);
    }

    @Test
    void anAlarmLiesOverWhatPeopleSentAndGivesThePlaceBack() {
        WallState state = empty.sent(figure("a", RIGHT, 3600), Set.of()).alarmed(alarm("x"));
        assertThat(ids(state.panels(NOW))).containsExactly("a", "x");
        assertThat(state.alarmed(alarm("x"))).isSameAs(state);
        WallState answered = state.at(NOW.plusSeconds(5), Set.of());
        assertThat(ids(answered.panels(NOW.plusSeconds(5)))).containsExactly("a");
        assertThat(log(answered)).containsExactly("x answered", "x alarm", "a sent");
        assertThat(ids(state.at(NOW.plusSeconds(600), Set.of(CASE)).placements()))
                .as("its time is over though it calls")
                .containsExactly("a");
    }

    @Test
    void anAlarmWaitsForALockAndComesWhenThatIsOver() {
        WallState state = empty.sent(locked("a", RIGHT, 60), Set.of()).alarmed(alarm("x"));
        assertThat(ids(state.placements())).containsExactly("a");
        assertThat(ids(state.waiting())).containsExactly("x");
        assertThat(state.at(NOW.plusSeconds(59), Set.of(CASE))).isSameAs(state);
        WallState free = state.at(NOW.plusSeconds(60), Set.of(CASE));
        assertThat(ids(free.placements())).containsExactly("x");
        assertThat(free.waiting()).isEmpty();
        assertThat(log(free)).containsExactly("x alarm", "a returned", "x waits", "a sent");
        assertThat(free.placements().getFirst().until())
                .as("it stays no longer for it")
                .isEqualTo(NOW.plusSeconds(600));
    }

    @Test
    void anAlarmThatWasAnsweredWhileItWaitedNeverComes() {
        WallState state = empty.sent(locked("a", RIGHT, 60), Set.of()).alarmed(alarm("x"));
        WallState free = state.at(NOW.plusSeconds(60), Set.of());
        assertThat(free.placements()).isEmpty();
        assertThat(free.waiting()).isEmpty();
    }

    @Test
    void anAlarmSomebodyTookOffOrReplacedDoesNotComeAgain() {
        WallState off = empty.alarmed(alarm("x")).taken(Set.of(new CommandId("x")), LEADER, "看到了", NOW);
        assertThat(off.alarmed(alarm("x"))).isSameAs(off);
        WallState replaced = empty.alarmed(alarm("x")).sent(figure("a", RIGHT, 60), Set.of(new CommandId("x")));
        assertThat(replaced.alarmed(alarm("x"))).isSameAs(replaced);
        WallState busy = off;
        for (int i = 0; i < WallState.MOST_LOG; i++) {
            busy = busy.sent(figure("b" + i, RIGHT, 600), Set.of(new CommandId("b" + (i - 1))));
        }
        assertThat(busy.alarmed(alarm("x")))
                .as("also when the log has forgotten it")
                .isSameAs(busy);
        assertThat(busy.at(NOW.plusSeconds(600), Set.of(CASE)).away()).isEmpty();
    }

    @Test
    void alarmsAreNoHeapEither() {
        WallState state = empty;
        for (int i = 0; i <= WallState.MOST_PLACEMENTS; i++) {
            state = state.alarmed(alarm("x" + i));
        }
        assertThat(state.placements()).hasSize(WallState.MOST_PLACEMENTS);
    }

    @Test
    void anAlarmWaitsForALockedSceneToo() {
        Placement scene = placed("s", new WallOrder(null, new SceneId("kpi"), null, "晨会", 60, true), null);
        WallState state = empty.sent(scene, Set.of()).alarmed(alarm("x"));
        assertThat(ids(state.waiting())).containsExactly("x");
        assertThat(ids(state.at(NOW.plusSeconds(60), Set.of(CASE)).placements()))
                .containsExactly("x");
    }

    @Test
    void aPanelLetsASceneBeAndTwoScenesMeet() {
        WallOrder scene = WallOrder.scene(new SceneId("kpi"), "晨会", 60);
        WallOrder other = WallOrder.scene(new SceneId("cameras"), "晨会", 60);
        WallOrder panel = WallOrder.panel(RIGHT, shown(), "晨会", 60);
        assertThat(scene.meets(other)).isTrue();
        assertThat(scene.meets(panel)).isFalse();
        assertThat(panel.meets(scene)).isFalse();
        assertThat(scene.sound()).isTrue();
        assertThat(panel.sound()).isTrue();
        assertThat(new WallOrder(RIGHT, new SceneId("kpi"), null, "", 1, false).sound())
                .isFalse();
        assertThat(new WallOrder(null, null, shown(), "", 1, false).sound()).isFalse();
        assertThat(new WallOrder(RIGHT, new SceneId("kpi"), shown(), "", 1, false).sound())
                .isFalse();
    }

    @Test
    void theLogKeepsTheNewest() {
        WallState state = empty;
        for (int i = 0; i < 100; i++) {
            state = state.sent(figure("p" + i, RIGHT, 60), Set.of(new CommandId("p" + (i - 1))));
        }
        assertThat(state.log()).hasSize(WallState.MOST_LOG);
        assertThat(log(state)).startsWith("p99 sent", "p98 replaced");
    }
}
