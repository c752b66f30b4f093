package org.yiping.server.wall;

// long because the computers of one wall are played through from their first word on

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.NodeWord.Corner;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallMachine;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;
import org.yiping.fake.ManualClock;
import org.yiping.protocol.Json;

class WallNodesTest {
    private static final Instant NOON = Instant.parse("2026-09-01T04:00:00.300Z");
    private static final NodeId LEFT = new NodeId("left");
    private static final NodeId RIGHT = new NodeId("right");
    private static final WallTopology ONE = WallTopology.of(List.of(new Box(0, 0, 1920, 1080)));

    private final ManualClock clock = new ManualClock(NOON);
    private long passed;
    private final WallNodes nodes = new WallNodes(clock, () -> passed);

    @Test
    void aStepIsToldTwoSecondsAheadAndHoldsFromAFullSecond() {
        both();
        seconds(5);
        WallTeam team = both();

        assertThat(team.steps()).hasSize(1);
        WallStep step = team.steps().getFirst();
        assertThat(step.from()).isEqualTo(Instant.parse("2026-09-01T04:00:08Z"));
        assertThat(step.parts()).extracting(WallStep.Part::node).containsExactly(LEFT, RIGHT);
        assertThat(team.step(step.from().minusMillis(1))).isEmpty();
        assertThat(team.step(step.from())).contains(step);
    }

    @Test
    void afterAStartOfThePlatformNobodyIsToldOfAWallThatIsOnlyHalfThere() {
        tell(LEFT, word(null));
        for (int i = 0; i < 4; i++) {
            seconds(1);
            assertThat(tell(LEFT, word(null)).steps()).isEmpty();
        }
        tell(RIGHT, word(null));
        seconds(1);
        assertThat(tell(LEFT, word(null)).steps().getFirst().parts()).hasSize(2);
    }

    @Test
    void whoFallsSilentIsLostForAllAtOnceAndBackWithItsFirstWord() {
        settled();
        for (int i = 0; i < 5; i++) {
            seconds(1);
            assertThat(tell(LEFT, word(null)).lost()).isEmpty();
        }
        seconds(1);
        WallTeam team = tell(LEFT, word(null));
        assertThat(team.lost()).extracting(WallNode::id).containsExactly(RIGHT);
        WallStep coming = team.steps().getLast();
        assertThat(coming.from()).isAfter(clock.instant().plus(Team.LEAD).minusMillis(1));
        assertThat(coming.part(RIGHT).orElseThrow().there()).isFalse();

        seconds(3);
        team = both();
        assertThat(team.lost()).isEmpty();
        seconds(3);
        assertThat(both().step(clock.instant())
                        .orElseThrow()
                        .part(RIGHT)
                        .orElseThrow()
                        .there())
                .isTrue();
    }

    @Test
    void whoIsKilledInTheMiddleOfAChangeHoldsNobodyUpAndComesBackIntoWhatStands() {
        settled();
        WallStep change = tell(LEFT, calling(2, true)).steps().getLast();
        tell(RIGHT, calling(2, true));
        pass(Duration.ofMillis(500)); // and here it is killed
        WallTeam team = tell(LEFT, calling(2, true));
        while (clock.instant().isBefore(change.from())) {
            seconds(1);
            team = tell(LEFT, calling(2, true));
        }
        assertThat(team.step(clock.instant()))
                .as("the change is made in its second")
                .contains(change);
        seconds(5);
        WallStep without = tell(LEFT, calling(2, true)).steps().getLast();
        assertThat(without.part(RIGHT).orElseThrow().there()).isFalse();
        assertThat(without.calls()).isTrue();

        seconds(4);
        tell(LEFT, calling(2, true));
        WallTeam back = tell(RIGHT, calling(0, false)); // started anew: it has read nothing yet
        assertThat(back.step(clock.instant())).contains(without);
        assertThat(back.step(clock.instant()).orElseThrow().calls()).isTrue();
        seconds(3);
        tell(LEFT, calling(2, true));
        WallStep all = tell(RIGHT, calling(2, true)).step(clock.instant()).orElseThrow();
        assertThat(all.parts()).allMatch(WallStep.Part::there);
        assertThat(all.calls()).isTrue();
    }

    @Test
    void whatChangesWhileAStepIsOnItsWayWaitsForTheNextOne() {
        settled();
        WallStep first = tell(LEFT, calling(2, true)).steps().getLast();
        assertThat(first.calls()).isTrue();
        pass(Duration.ofMillis(100));
        WallTeam meanwhile = tell(LEFT, calling(3, false));
        assertThat(meanwhile.steps().getLast()).isEqualTo(first);
        pass(Duration.between(clock.instant(), first.from()));
        WallTeam after = tell(LEFT, calling(3, false));
        assertThat(after.steps().getFirst()).isEqualTo(first);
        assertThat(after.steps().getLast().calls()).isFalse();
        assertThat(after.steps().getLast().from()).isEqualTo(first.from().plus(Team.LEAD));
    }

    @Test
    void whoHasReadFurthestKnowsWhetherAnAlarmCalls() {
        settled();
        tell(LEFT, calling(7, true));
        assertThat(tell(RIGHT, calling(5, false)).steps().getLast().calls()).isTrue();
        seconds(3);
        tell(RIGHT, calling(8, false));
        assertThat(tell(LEFT, calling(7, true)).steps().getLast().calls()).isFalse();
        seconds(3);
        tell(RIGHT, calling(8, false));
        assertThat(tell(LEFT, calling(8, true)).steps().getLast().calls()).isTrue();
    }

    @Test
    void whoSaysWhereLiesThereAndOthersBeside() {
        NodeId far = new NodeId("a-far");
        tell(far, word(null));
        tell(LEFT, word(new Corner(0, 0)));
        tell(RIGHT, word(new Corner(1000, 0))); // lies over the other
        seconds(5);
        WallStep step = tell(LEFT, word(new Corner(0, 0))).steps().getFirst();

        assertThat(step.part(LEFT).orElseThrow().at()).isEqualTo(new Corner(0, 0));
        assertThat(step.part(far).orElseThrow().at()).isEqualTo(new Corner(1920, 0));
        assertThat(step.part(RIGHT).orElseThrow().at()).isEqualTo(new Corner(3840, 0));
        assertThat(step.wall(LEFT, ONE).windows())
                .containsExactly(new Box(0, 0, 1920, 1080), new Box(1920, 0, 1920, 1080), new Box(3840, 0, 1920, 1080));
    }

    @Test
    void aComputerKnowsItsOwnMonitorsBest() {
        settled();
        WallStep step = both().step(clock.instant()).orElseThrow();
        WallTopology two = ONE.seen(List.of(new Box(0, 0, 1920, 1080), new Box(1920, 0, 1920, 1080)));

        // one more came, where the other computer's stood until now
        assertThat(step.wall(LEFT, two).windows())
                .containsExactly(new Box(0, 0, 1920, 1080), new Box(1920, 0, 1920, 1080));
        // and went
        WallTopology none = ONE.seen(List.of());
        assertThat(step.wall(LEFT, none).lost()).containsExactly(new Box(0, 0, 1920, 1080));
    }

    @Test
    void aClockThatIsPutBackHoldsNothingUp() {
        settled();
        tell(LEFT, calling(2, true));
        clock.advance(Duration.ofHours(-1));
        for (int i = 0; i < 4; i++) {
            tell(LEFT, calling(2, true));
            tell(RIGHT, word(null));
            seconds(1);
        }
        WallTeam team = tell(LEFT, calling(2, true));
        assertThat(team.lost()).isEmpty();
        assertThat(team.steps())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.from()).isBefore(clock.instant().plusSeconds(5)));
        assertThat(team.step(clock.instant()).orElseThrow().calls())
                .as("the change came all the same, and not an hour later")
                .isTrue();
    }

    @Test
    void aClockThatJumpsLosesNobody() {
        for (int hours : new int[] {1, -1, 48}) {
            settled();
            clock.advance(Duration.ofHours(hours));
            WallTeam team = tell(LEFT, word(null));
            assertThat(team.lost()).isEmpty();
            assertThat(team.nodes()).hasSize(2).allSatisfy(n -> {
                assertThat(n.heard()).isEqualTo(clock.instant());
                assertThat(n.since())
                        .isBefore(clock.instant())
                        .isAfter(clock.instant().minusSeconds(60));
            });
            assertThat(team.step(clock.instant()).orElseThrow().parts()).allMatch(WallStep.Part::there);
        }
        seconds(6);
        assertThat(tell(LEFT, word(null)).lost()).hasSize(1);
    }

    @Test
    void aClockThatJumpsWhileTheWallGathersTellsNobodyOfHalfOfIt() {
        tell(LEFT, word(null));
        clock.advance(Duration.ofHours(1));
        assertThat(tell(LEFT, word(null)).steps()).isEmpty();
    }

    @Test
    void thereIsRoomForThirtyAndWhoIsGoneForADayMakesSome() {
        for (int i = 0; i < 30; i++) {
            assertThat(nodes.tell("wall", new NodeId("n" + i), word(null))).isPresent();
        }
        assertThat(nodes.tell("wall", LEFT, word(null))).isEmpty();
        seconds(Duration.ofDays(1).toSeconds() + 1);
        nodes.look("wall");
        assertThat(nodes.tell("wall", LEFT, word(null))).isPresent();
    }

    @Test
    void wallsAreApart() {
        tell(LEFT, word(null));
        assertThat(nodes.look("hall").nodes()).isEmpty();
        for (int i = 0; i < 29; i++) {
            assertThat(nodes.tell("w" + i, LEFT, word(null))).isPresent();
        }
        assertThat(nodes.tell("hall", LEFT, word(null))).isEmpty();
    }

    @Test
    void howFarApartTheyPaintedIsToldOfTheLastChangeMoreThanOneHad() {
        Instant due = NOON.plusSeconds(60);
        tell(LEFT, stood(due, 40));
        tell(RIGHT, stood(due, 75));
        assertThat(nodes.look("wall").skew()).contains(Duration.ofMillis(35));
        tell(LEFT, stood(due.plusSeconds(1), 900));
        assertThat(nodes.look("wall").skew()).isEmpty();
        tell(RIGHT, stood(due.plusSeconds(1), 10));
        assertThat(nodes.look("wall").skew()).contains(Duration.ofMillis(890));
    }

    private void settled() {
        both();
        seconds(5);
        both();
        seconds(3);
        both();
    }

    @Test
    void whatStandsWhereAndWhatAMachineCanIsToldToEverybody() {
        NodeWord.Stand stand = new NodeWord.Stand(
                new Box(0, 0, 960, 540),
                new WallScene.Shown(PanelKind.CAMERAS, Map.of("side", "1")),
                List.of(new NodeWord.Letter(0, new CameraId("c7"))));
        WallMachine machine =
                new WallMachine(8, 16_384, new WallMachine.Measured(clock.instant(), 80, 20, 12.0, 30.0, 1190.0));
        NodeWord.Oldest oldest =
                new NodeWord.Oldest("中山路口 画面", clock.instant().minusSeconds(40), Duration.ofSeconds(3));
        tell(LEFT, new NodeWord(ONE, null, false, 1, null, 0, List.of(stand), machine, oldest));
        WallTeam told = tell(RIGHT, word(null));

        assertThat(told.nodes().getFirst().stands()).containsExactly(stand);
        assertThat(told.nodes().getFirst().machine()).isEqualTo(machine);
        assertThat(told.nodes()).extracting(WallNode::oldest).containsExactly(oldest, null);
        assertThat(told.standing()).as("one of them does not say").isEmpty();

        seconds(8);
        tell(LEFT, new NodeWord(ONE, null, false, 1, null, 0, List.of(stand), machine, null));
        told = tell(RIGHT, new NodeWord(ONE, null, false, 1, null, 0, List.of(stand), null, null));
        seconds(3);
        told = nodes.look("wall");
        double right = ONE.known().getFirst().width();
        assertThat(told.standing().orElseThrow()).extracting(s -> s.box().x()).containsExactlyInAnyOrder(0.0, right);
        assertThat(told.computers()).extracting(WallTeam.Computer::machine).containsExactly(machine, null);
    }

    @Test
    void aComputerOfBeforeThatSaysNothingOfItsOldestIsHeardAllTheSame() {
        NodeWord word = new NodeWord(
                ONE,
                null,
                false,
                1,
                null,
                0,
                null,
                null,
                new NodeWord.Oldest("案件", clock.instant(), Duration.ofSeconds(10)));
        String text = Json.mapper().writeValueAsString(word);
        assertThat(Json.mapper().readValue(text, NodeWord.class)).isEqualTo(word);
        assertThat(text).contains("\"promise\":\"PT10S\"");
        String before = text.replaceFirst(",\"oldest\":\\{[^}]*}", "");
        assertThat(before).doesNotContain("oldest");
        assertThat(Json.mapper().readValue(before, NodeWord.class)).isEqualTo(word(null));
    }

    private WallTeam both() {
        tell(LEFT, word(null));
        return tell(RIGHT, word(null));
    }

    private WallTeam tell(NodeId node, NodeWord word) {
        return nodes.tell("wall", node, word).orElseThrow();
    }

    private void seconds(long n) {
        pass(Duration.ofSeconds(n));
    }

    private void pass(Duration time) {
        clock.advance(time);
        passed += time.toNanos();
    }

    private static NodeWord word(@Nullable Corner at) {
        return new NodeWord(ONE, at, false, 1, null, 0);
    }

    private static NodeWord calling(long revision, boolean calls) {
        return new NodeWord(ONE, null, calls, revision, null, 0);
    }

    private static NodeWord stood(Instant due, long millis) {
        return new NodeWord(
                ONE,
                null,
                false,
                1,
                new NodeWord.Stood(new org.yiping.domain.wall.SceneId("kpi"), due, due.plusMillis(millis)),
                0);
    }
}
