package org.yiping.domain.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Layout;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallScene.Tile;

class TilingTest {
    private static final Layout OVERVIEW = layout(
            new Grid(3, 2),
            tile(1, 1, 2, 2, PanelKind.MAP),
            tile(3, 1, 1, 1, PanelKind.FIGURES),
            tile(3, 2, 1, 1, PanelKind.CAMERAS));

    @Test
    void aTileGoesWhereThereIsRoomAndNowhereElse() {
        Layout room = Tiling.without(OVERVIEW, 2).orElseThrow();

        assertThat(at(Tiling.moved(room, 1, 0, 1), 1)).isEqualTo(new Span(3, 2, 1, 1));
        assertThat(Tiling.moved(room, 1, -1, 0)).as("the map lies there").isEmpty();
        assertThat(Tiling.moved(room, 1, 1, 0)).as("beyond the grid").isEmpty();
        assertThat(at(Tiling.resized(room, 1, 0, 1), 1)).isEqualTo(new Span(3, 1, 1, 2));
        assertThat(Tiling.resized(room, 1, 0, -1)).as("no height at all").isEmpty();
    }

    @Test
    void twoOfOneSizeChangePlaces() {
        Layout swapped = Tiling.moved(OVERVIEW, 1, 0, 1).orElseThrow();

        assertThat(swapped.tiles().get(1).at()).isEqualTo(new Span(3, 2, 1, 1));
        assertThat(swapped.tiles().get(2).at()).isEqualTo(new Span(3, 1, 1, 1));
    }

    @Test
    void aTileOfOneCellIsSplitByAFinerGridAndTheOthersStay() {
        Layout split = Tiling.split(OVERVIEW, 1, false).orElseThrow();

        assertThat(split.grid()).isEqualTo(new Grid(3, 4));
        assertThat(split.tiles())
                .extracting(Tile::at)
                .containsExactly(
                        new Span(1, 1, 2, 4), new Span(3, 1, 1, 1), new Span(3, 2, 1, 1), new Span(3, 3, 1, 2));
        assertThat(where(split, 0)).isEqualTo(where(OVERVIEW, 0));
        assertThat(where(split, 3)).isEqualTo(where(OVERVIEW, 2));
    }

    @Test
    void aMapIsSplitIntoAMapAndCameras() {
        Layout split = Tiling.split(OVERVIEW, 0, true).orElseThrow();

        assertThat(split.tiles().get(0).panels().getFirst().panel()).isEqualTo(PanelKind.MAP);
        assertThat(split.tiles().get(1).panels().getFirst().panel()).isEqualTo(PanelKind.CAMERAS);
    }

    @Test
    void twoThatShareAnEdgeBecomeOne() {
        Layout merged = Tiling.merged(OVERVIEW, 1, 0, 1).orElseThrow();

        assertThat(merged.tiles()).hasSize(2);
        assertThat(merged.tiles().get(1).at()).isEqualTo(new Span(3, 1, 1, 2));
        assertThat(merged.tiles().get(1).panels().getFirst().panel()).isEqualTo(PanelKind.FIGURES);
        assertThat(Tiling.merged(OVERVIEW, 1, -1, 0)).as("the map is higher").isEmpty();
    }

    @Test
    void aNewTileTakesTheFreeRoom() {
        Layout room = Tiling.without(OVERVIEW, 0).orElseThrow();
        WallScene.Shown clock = new WallScene.Shown(PanelKind.CLOCK, Map.of());

        assertThat(at(Tiling.added(room, clock, 50), 2)).isEqualTo(new Span(1, 1, 2, 2));
        assertThat(Tiling.added(OVERVIEW, clock, 50)).as("nothing is free").isEmpty();
        assertThat(Tiling.without(layout(new Grid(1, 1), tile(1, 1, 1, 1, PanelKind.CLOCK)), 0))
                .as("a layout has at least one tile")
                .isEmpty();
        assertThat(Tiling.over(OVERVIEW, new Grid(2, 2)))
                .as("tiles would be beyond it")
                .isEmpty();
    }

    /// Whatever a hand does, what stands could be read from a file.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsDoneStaysALayout(long seed) {
        Random random = new Random(seed);
        RandomScenes scenes = new RandomScenes(random);
        int done = 0;
        for (int run = 0; run < 300; run++) {
            Layout layout = scenes.layout();
            for (int step = 0; step < 12; step++) {
                Optional<Layout> next = step(layout, random);
                done += next.isPresent() ? 1 : 0;
                layout = next.orElse(layout);
                for (int i = 0; i < layout.tiles().size(); i++) {
                    assertThat(WallScene.fault(layout, i)).isEmpty();
                }
            }
        }
        assertThat(done).as("steps that fitted").isGreaterThan(700);
    }

    private static Optional<Layout> step(Layout layout, Random random) {
        int index = random.nextInt(layout.tiles().size());
        int columns = random.nextInt(3) - 1;
        int rows = columns == 0 ? random.nextInt(3) - 1 : 0;
        return switch (random.nextInt(7)) {
            case 0 -> Tiling.moved(layout, index, columns, rows);
            case 1 -> Tiling.resized(layout, index, columns, rows);
            case 2 -> Tiling.split(layout, index, random.nextBoolean());
            case 3 -> Tiling.merged(layout, index, columns, rows);
            case 4 -> Tiling.added(layout, new WallScene.Shown(PanelKind.CLOCK, Map.of()), 50);
            case 5 -> Tiling.without(layout, index);
            default ->
                Tiling.over(
                        layout,
                        new Grid(
                                Math.max(1, layout.grid().columns() + columns),
                                Math.max(1, layout.grid().rows() + rows)));
        };
    }

    private static Box where(Layout layout, int index) {
        return Legibility.wall(new Grid(3, 2), WallRules.Survey.NONE.each())
                .lattice()
                .at(layout.grid(), layout.tiles().get(index).at());
    }

    private static Span at(Optional<Layout> layout, int index) {
        return layout.orElseThrow().tiles().get(index).at();
    }

    static Layout layout(Grid grid, Tile... tiles) {
        return new Layout(grid, grid, List.of(tiles));
    }

    static Tile tile(int column, int row, int columns, int rows, PanelKind kind) {
        return new Tile(
                new Span(column, row, columns, rows), List.of(new WallScene.Shown(kind, Map.of())), Duration.ZERO, 50);
    }
}
