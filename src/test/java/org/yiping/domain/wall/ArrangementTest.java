package org.yiping.domain.wall;

// long because one scene and one wall serve all of them

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.wall.Arrangement.Piece;
import org.yiping.domain.wall.Arrangement.Placed;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallScene.Tile;

class ArrangementTest {
    private static final WallScene SCENE = scene(
            tile(PanelKind.MAP, new Span(1, 1, 2, 2), 90),
            tile(PanelKind.FIGURES, new Span(3, 1, 1, 1), 70),
            tile(PanelKind.CAMERAS, new Span(3, 2, 1, 1), 40));

    @Test
    void theSceneLiesOverTheMonitorsItWasMadeFor() {
        Arrangement all = Arrangement.of(SCENE, WallTopology.of(WallTopologyTest.monitors(3, 2)));

        assertThat(all.tiles()).hasSize(3);
        assertThat(all.tiles().get(0).pieces()).extracting(Piece::window).containsExactly(0, 1, 3, 4);
        assertThat(all.tiles().get(1).pieces()).extracting(Piece::box).containsExactly(WallTopologyTest.box(2, 0));
    }

    @Test
    void aSceneForMonitorsThatAreNotThereLiesOverTheOneThereIs() {
        Arrangement one = Arrangement.of(SCENE, WallTopology.of(WallTopologyTest.monitors(1, 1)));

        assertThat(one.tiles())
                .extracting(Placed::whole)
                .containsExactly(new Box(0, 0, 1280, 1080), new Box(1280, 0, 640, 540), new Box(1280, 540, 640, 540));
    }

    @Test
    void whatIsReadKeepsToOneMonitor() {
        WallScene wide = scene(tile(PanelKind.FIGURES, new Span(1, 1, 3, 2), 50));

        List<Piece> pieces = Arrangement.of(wide, WallTopology.of(WallTopologyTest.monitors(3, 2)))
                .tiles()
                .getFirst()
                .pieces();

        assertThat(pieces).hasSize(1);
        assertThat(pieces.getFirst().box()).isEqualTo(WallTopologyTest.box(0, 0));
    }

    @Test
    void theStatusStripLiesOnTheLowerRightMonitorAndNothingUnderIt() {
        Arrangement all = Arrangement.of(SCENE, WallTopology.of(WallTopologyTest.monitors(3, 2)));

        Piece strip = all.strip();
        assertThat(strip).isNotNull();
        assertThat(strip.window()).isEqualTo(5);
        assertThat(all.tiles().get(2).pieces().getFirst().box().bottom())
                .isEqualTo(strip.box().y());
    }

    @Test
    void aLostPanelTakesThePlaceOfTheLeastImportantOneAndGivesItBack() {
        WallTopology whole = WallTopology.of(WallTopologyTest.monitors(3, 2));
        List<Box> without = new ArrayList<>(WallTopologyTest.monitors(3, 2));
        without.remove(WallTopologyTest.box(2, 0));

        WallTopology hurt = whole.seen(without);
        Arrangement less = Arrangement.of(SCENE, hurt);

        assertThat(less.tiles())
                .extracting(p -> p.tile().panels().getFirst().panel())
                .containsExactly(PanelKind.MAP, PanelKind.FIGURES);
        assertThat(less.tiles().get(1).whole().y()).isEqualTo(1080); // where the cameras were
        assertThat(Arrangement.of(SCENE, hurt.seen(WallTopologyTest.monitors(3, 2))))
                .isEqualTo(Arrangement.of(SCENE, whole));
    }

    @Test
    void aLostPanelOfLowPriorityIsAwayUntilItsMonitorReturns() {
        List<Box> without = new ArrayList<>(WallTopologyTest.monitors(3, 2));
        without.remove(WallTopologyTest.box(2, 1));

        Arrangement less = Arrangement.of(
                SCENE, WallTopology.of(WallTopologyTest.monitors(3, 2)).seen(without));

        assertThat(less.tiles())
                .extracting(p -> p.tile().panels().getFirst().panel())
                .containsExactly(PanelKind.MAP, PanelKind.FIGURES);
        assertThat(less.tiles().get(1).whole().y()).isZero();
    }

    @Test
    void theMapStaysWhereHalfOfItIsStillThere() {
        List<Box> without = List.of(
                WallTopologyTest.box(0, 0),
                WallTopologyTest.box(1, 0),
                WallTopologyTest.box(2, 0),
                WallTopologyTest.box(2, 1));

        Arrangement less = Arrangement.of(
                SCENE, WallTopology.of(WallTopologyTest.monitors(3, 2)).seen(without));

        assertThat(less.tiles().getFirst().pieces()).hasSize(2);
        assertThat(less.tiles().getFirst().whole()).isEqualTo(new Box(0, 0, 3840, 2160));
    }

    @Test
    void withoutAnyMonitorNothingStandsAnywhere() {
        WallTopology none = WallTopology.of(WallTopologyTest.monitors(6, 3)).seen(List.of());

        assertThat(Arrangement.of(SCENE, none).tiles()).isEmpty();
    }

    private static Region any(Random random) {
        int column = 1 + random.nextInt(5);
        int row = 1 + random.nextInt(4);
        return new Region(
                new Grid(5, 4), new Span(column, row, 1 + random.nextInt(6 - column), 1 + random.nextInt(5 - row)));
    }

    @Test
    void whatADeskSentTakesItsCellsAndTheRestStays() {
        WallTopology wall = WallTopology.of(WallTopologyTest.monitors(3, 2));
        Arrangement with =
                Arrangement.of(SCENE, wall, List.of(WallStateTest.figure("a", WallStateTest.cell(2, 1), 60)));

        assertThat(with.tiles().getFirst().pieces())
                .as("the map goes on around it")
                .extracting(Piece::window)
                .containsExactly(0, 3, 4);
        assertThat(with.tiles().getLast().sent()).isTrue();
        assertThat(with.tiles().getLast().pieces()).extracting(Piece::box).containsExactly(WallTopologyTest.box(1, 0));
        Arrangement figures =
                Arrangement.of(SCENE, wall, List.of(WallStateTest.figure("a", WallStateTest.cell(3, 1), 60)));
        assertThat(panels(figures)).containsExactly(PanelKind.MAP, PanelKind.CAMERAS, PanelKind.FIGURE);
    }

    @Test
    void whatLiesUnderALaterOneIsNotShownUntilThatGoes() {
        WallTopology wall = WallTopology.of(WallTopologyTest.monitors(3, 2));
        Placement first = WallStateTest.figure("a", WallStateTest.cell(3, 2), 60);
        Placement alarm = WallStateTest.figure("b", WallStateTest.cell(3, 2), 60);
        assertThat(panels(Arrangement.of(SCENE, wall, List.of(first, alarm))))
                .containsExactly(PanelKind.MAP, PanelKind.FIGURES, PanelKind.FIGURE);
        assertThat(Arrangement.of(SCENE, wall, List.of())).isEqualTo(Arrangement.of(SCENE, wall));
    }

    @Test
    void whatWasSentToALostMonitorTakesThePlaceOfTheLeastImportantTileAndGoesBack() {
        WallTopology whole = WallTopology.of(WallTopologyTest.monitors(3, 2));
        Placement sent = WallStateTest.figure("a", WallStateTest.cell(3, 1), 60);
        List<Box> without = new ArrayList<>(WallTopologyTest.monitors(3, 2));
        without.remove(WallTopologyTest.box(2, 0));
        WallTopology hurt = whole.seen(without);

        Arrangement less = Arrangement.of(SCENE, hurt, List.of(sent));

        // the figures, which lost their monitor too, had taken the cameras' place already
        assertThat(panels(less)).containsExactly(PanelKind.MAP, PanelKind.FIGURE);
        assertThat(less.tiles().getLast().sent()).isTrue();
        assertThat(less.tiles().getLast().whole().y()).isEqualTo(1080);
        assertThat(Arrangement.of(SCENE, hurt.seen(WallTopologyTest.monitors(3, 2)), List.of(sent)))
                .isEqualTo(Arrangement.of(SCENE, whole, List.of(sent)));
    }

    @Test
    void whatIsReadTakesOneMonitorOfAMapAndTheMapGoesOnBesideIt() {
        WallScene map = scene(tile(PanelKind.MAP, new Span(1, 1, 2, 2), 90));
        List<Box> without = new ArrayList<>(WallTopologyTest.monitors(3, 2));
        without.remove(WallTopologyTest.box(2, 0));

        Arrangement less = Arrangement.of(
                map,
                WallTopology.of(WallTopologyTest.monitors(3, 2)).seen(without),
                List.of(WallStateTest.figure("a", WallStateTest.cell(3, 1), 60)));

        assertThat(panels(less)).containsExactly(PanelKind.MAP, PanelKind.FIGURE);
        assertThat(less.tiles().getFirst().pieces()).hasSize(3);
        assertThat(less.tiles().getLast().pieces()).hasSize(1);
    }

    @Test
    void whereEverythingThatStandsWasSentTooTheOlderOneIsSaidToHaveNoPlace() {
        WallTopology one = WallTopology.of(WallTopologyTest.monitors(3, 1)).seen(List.of(WallTopologyTest.box(0, 0)));
        List<Placement> sent = List.of(
                WallStateTest.figure("a", third(2), 60),
                WallStateTest.figure("b", third(3), 60),
                WallStateTest.figure("c", third(1), 60));

        Arrangement full = Arrangement.of(scene(tile(PanelKind.MAP, new Span(1, 1, 3, 2), 90)), one, sent);
        assertThat(panels(full)).containsExactly(PanelKind.FIGURE);
        assertThat(full.homeless()).containsExactly(sent.get(0), sent.get(1));

        Arrangement free =
                Arrangement.of(scene(tile(PanelKind.FIGURES, new Span(1, 1, 1, 2), 90)), one, sent.subList(0, 2));
        assertThat(free.homeless()).as("the newer one goes first").containsExactly(sent.getFirst());
    }

    private static Region third(int column) {
        return new Region(new Grid(3, 1), new Span(column, 1, 1, 1));
    }

    @Test
    void theTestPatternHasThePixelsUnderTheStripTooAndOnlyItsOwn() {
        WallTopology wall = WallTopology.of(WallTopologyTest.monitors(3, 2));
        WallScene pattern = scene(tile(PanelKind.PATTERN, new Span(1, 1, 3, 2), 50));
        assertThat(Arrangement.of(pattern, wall).strip()).isNull();
        assertThat(Arrangement.of(pattern, wall).tiles().getFirst().pieces())
                .extracting(Piece::box)
                .isEqualTo(wall.windows());

        WallScene beside = scene(
                tile(PanelKind.PATTERN, new Span(1, 1, 1, 1), 50), tile(PanelKind.FIGURES, new Span(3, 2, 1, 1), 50));
        assertThat(Arrangement.of(beside, wall).strip()).isNotNull();
    }

    private static List<PanelKind> panels(Arrangement all) {
        return all.tiles().stream()
                .map(t -> t.tile().panels().getFirst().panel())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 9, 27})
    void whateverIsLostNoTwoPiecesOverlapAndEachLiesInItsWindow(long seed) {
        Random random = new Random(seed);
        List<Box> all = WallTopologyTest.monitors(6, 3);
        for (int run = 0; run < 200; run++) {
            WallTopology wall = WallTopology.of(all)
                    .seen(all.stream().filter(_ -> random.nextInt(3) > 0).toList());
            List<Placement> sent = IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> WallStateTest.figure("p" + i, any(random), 60))
                    .toList();
            Arrangement now = Arrangement.of(SCENE, wall, sent);
            whatWasSentIsShownOrSaidToHaveNoPlace(now, sent, wall);
            List<Piece> pieces = new ArrayList<>(
                    now.tiles().stream().flatMap(p -> p.pieces().stream()).toList());
            if (now.strip() != null) {
                pieces.add(now.strip());
            }
            for (Piece a : pieces) {
                assertThat(a.box().inside(wall.windows().get(a.window()))).isTrue();
                assertThat(pieces)
                        .filteredOn(b -> b != a)
                        .noneMatch(b -> b.box().meet(a.box()).isPresent());
            }
        }
    }

    /// Each of them stands, or lies under a later one, or is named as homeless; and nobody is while the scene has a
    /// tile to give.
    private static void whatWasSentIsShownOrSaidToHaveNoPlace(
            Arrangement now, List<Placement> sent, WallTopology wall) {
        List<Placed> placed = now.tiles().stream().filter(Placed::sent).toList();
        assertThat(placed).allMatch(p -> !p.pieces().isEmpty());
        if (now.tiles().size() > placed.size()) {
            assertThat(now.homeless()).isEmpty();
        }
        boolean apart = sent.stream()
                .allMatch(a -> sent.stream().noneMatch(b -> a != b && a.order().meets(b.order())));
        if (apart && !wall.windows().isEmpty()) {
            assertThat(placed.size() + now.homeless().size()).isEqualTo(sent.size());
        }
    }

    @Test
    void panelsTakeTurnsByTheClockAlone() {
        Tile turning = new Tile(
                new Span(1, 1, 1, 1),
                List.of(new Shown(PanelKind.FIGURES, Map.of()), new Shown(PanelKind.ALARMS, Map.of())),
                Duration.ofSeconds(30),
                50);
        Instant noon = Instant.parse("2026-11-27T04:00:00Z");

        assertThat(turning.at(noon).panel()).isEqualTo(PanelKind.FIGURES);
        assertThat(turning.at(noon.plusSeconds(29)).panel()).isEqualTo(PanelKind.FIGURES);
        assertThat(turning.at(noon.plusSeconds(30)).panel()).isEqualTo(PanelKind.ALARMS);
        assertThat(turning.at(noon.minusSeconds(86_400)).panel()).isEqualTo(PanelKind.FIGURES); // a clock put back
    }

    @Test
    void theLayoutMadeForAWallLikeThisOneIsTaken() {
        WallScene two = new WallScene(
                new SceneId("two"),
                "1",
                new WallScene.Title("二", "two"),
                List.of(layout(new Grid(1, 1)), layout(new Grid(3, 2)), layout(new Grid(6, 3))));

        assertThat(two.layout(new Grid(2, 2)).monitors()).isEqualTo(new Grid(3, 2));
        assertThat(two.layout(new Grid(8, 3)).monitors()).isEqualTo(new Grid(6, 3));
        assertThat(two.layout(new Grid(1, 1)).monitors()).isEqualTo(new Grid(1, 1));
    }

    static WallScene scene(Tile... tiles) {
        return new WallScene(
                new SceneId("test"),
                "1",
                new WallScene.Title("测", "test"),
                List.of(new WallScene.Layout(new Grid(3, 2), new Grid(3, 2), List.of(tiles))));
    }

    private static WallScene.Layout layout(Grid monitors) {
        return new WallScene.Layout(
                monitors, new Grid(1, 1), List.of(tile(PanelKind.FIGURES, new Span(1, 1, 1, 1), 50)));
    }

    static Tile tile(PanelKind kind, Span at, int priority) {
        return new Tile(at, List.of(new Shown(kind, Map.of())), Duration.ZERO, priority);
    }
}
