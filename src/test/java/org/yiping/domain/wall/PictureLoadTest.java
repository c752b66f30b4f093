package org.yiping.domain.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.wall.Finding.Rule;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Layout;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallScene.Tile;

/// A wall of three by two monitors of 1920 × 1080, whose computers have measured themselves or not.
class PictureLoadTest {
    private static final Grid WALL = new Grid(3, 2);
    private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");
    /// Four pictures of 960, which are large, and sixteen of 480, which are small.
    private static final Layout MIXED = new Layout(
            WALL, WALL, List.of(cameras(1, 1, 2), cameras(3, 2, 4), tile(2, 1, new Shown(PanelKind.MAP, Map.of()))));

    @Test
    void aMachineThatMeasuredItselfGoesBeforeWhatSomebodyTyped() {
        WallRules.Decoding typed = new WallRules.Decoding(500, "by hand");

        List<Finding> found = find(MIXED, typed, computer("wall", machine(16, 6, 16_384)));

        // 4 of 6 large and 16 of 16 small: 1 2/3 of what it can
        assertThat(found).extracting(Finding::rule).containsExactly(Rule.DECODING_MEASURED);
        assertThat(found.getFirst().has()).isEqualTo(20);
        assertThat(found.getFirst().needs()).isEqualTo(12);
        assertThat(found.getFirst().subject()).isEqualTo("wall/" + AT);
        assertThat(found.getFirst().grave()).isTrue();
        assertThat(find(MIXED, new WallRules.Decoding(1, "by hand"), computer("wall", machine(64, 8, 16_384))))
                .as("it measured that it can")
                .isEmpty();
    }

    @Test
    void aMachineThatHasNotMeasuredIsUnknownUnlessSomebodyTyped() {
        WallTeam.Computer unmeasured = computer("wall", new WallMachine(8, 16_384, null));

        assertThat(find(MIXED, null, unmeasured)).extracting(Finding::rule).containsExactly(Rule.DECODING_UNKNOWN);
        assertThat(find(MIXED, null)).extracting(Finding::rule).containsExactly(Rule.DECODING_UNKNOWN);
        assertThat(find(MIXED, new WallRules.Decoding(12, "bench"), unmeasured))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(Rule.DECODING, Rule.MEMORY_UNKNOWN);
    }

    @Test
    void memoryIsThePicturesAndTheProgramAgainstWhatTheMachineMayGive() {
        // 1,100 + 4 · 40 + 16 · 20 = 1,580 MB; 85 % of 1,800 are 1,530
        List<Finding> found = find(MIXED, null, computer("wall", machine(64, 24, 1800)));

        assertThat(found).extracting(Finding::rule).containsExactly(Rule.MEMORY);
        assertThat(found.getFirst().has()).isEqualTo(1580);
        assertThat(found.getFirst().needs()).isEqualTo(1530);
        assertThat(found.getFirst().grave()).isTrue();
        assertThat(find(MIXED, null, computer("wall", machine(64, 24, 1900)))).isEmpty();
        assertThat(find(MIXED, null, computer("wall", machine(64, 24, 0))))
                .as("a system that does not tell")
                .extracting(Finding::rule)
                .containsExactly(Rule.MEMORY_UNKNOWN);
    }

    @Test
    void whatWasTypedForAPictureIsHeldAgainstTheMachinesMemoryToo() {
        WallRules.Decoding typed = new WallRules.Decoding(40, "bench", 35);

        assertThat(find(MIXED, typed, computer("wall", new WallMachine(8, 800, null))))
                .extracting(Finding::rule)
                .containsExactly(Rule.MEMORY);
        assertThat(find(MIXED, typed, computer("wall", new WallMachine(8, 16_384, null))))
                .isEmpty();
    }

    @Test
    void eachComputerIsAskedForWhatLiesOnItsOwnMonitors() {
        WallTeam.Computer left = new WallTeam.Computer(
                new NodeId("left"), machine(64, 3, 16_384), List.of(monitor(1, 1), monitor(1, 2)), false);
        WallTeam.Computer right = new WallTeam.Computer(
                new NodeId("right"), machine(15, 99, 16_384), List.of(monitor(3, 1), monitor(3, 2)), false);

        List<Finding> found = find(MIXED, null, left, right);

        assertThat(found).extracting(Finding::rule).containsOnly(Rule.DECODING_MEASURED);
        assertThat(found).extracting(Finding::subject).containsExactlyInAnyOrder("left/" + AT, "right/" + AT);
        Layout other = new Layout(new Grid(1, 1), WALL, MIXED.tiles());
        assertThat(legibility(null, left, right).findings(other, 0, new Grid(1, 1)))
                .as("nobody knows whose monitors those are")
                .extracting(Finding::rule)
                .contains(Rule.DECODING_UNKNOWN);
    }

    private static List<Finding> find(
            Layout layout, WallRules.@Nullable Decoding typed, WallTeam.Computer... computers) {
        return legibility(typed, computers).findings(layout, 0, WALL).stream()
                .filter(f -> f.rule().name().startsWith("DECODING")
                        || f.rule().name().startsWith("MEMORY"))
                .toList();
    }

    private static Legibility legibility(WallRules.@Nullable Decoding typed, WallTeam.Computer... computers) {
        WallRules.Survey survey = typed == null ? null : new WallRules.Survey(WALL, null, null, typed);
        return new Legibility(
                WallRules.SHIPPED.room(new WallRules.Room(8, 1.2, 0, survey)), Map.of(), List.of(computers));
    }

    private static WallMachine machine(int small, int large, int memoryMb) {
        return new WallMachine(8, memoryMb, new WallMachine.Measured(AT, small, large, 20.0, 40.0, 1100.0));
    }

    private static WallTeam.Computer computer(String name, WallMachine machine) {
        return new WallTeam.Computer(new NodeId(name), machine, List.of(), true);
    }

    private static Region monitor(int column, int row) {
        return new Region(WALL, new Span(column, row, 1, 1));
    }

    private static Tile cameras(int column, int row, int side) {
        return tile(column, row, new Shown(PanelKind.CAMERAS, Map.of("side", Integer.toString(side))));
    }

    private static Tile tile(int column, int row, Shown shown) {
        return new Tile(new Span(column, row, 1, 1), List.of(shown), Duration.ZERO, 50);
    }
}
