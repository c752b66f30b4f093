package org.yiping.domain.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Span;

class LatticeTest {
    @Test
    void aMonitorIsACellOfTheMonitorsAndALargeOneSeveral() {
        Lattice lattice = Lattice.of(WallTopologyTest.monitors(3, 2));
        assertThat(lattice.cells(new Box(3840, 1080, 1920, 1080)))
                .contains(new Region(new Grid(3, 2), new Span(3, 2, 1, 1)));
        assertThat(lattice.cells(new Box(1920, 0, 3840, 2160)))
                .contains(new Region(new Grid(3, 2), new Span(2, 1, 2, 2)));
        assertThat(lattice.cells(new Box(100, 100, 800, 500))).isEmpty();
        assertThat(lattice.cells(new Box(5760, 0, 1920, 1080))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "3,2", "4,3", "6,3", "5,2"})
    void noCellCrossesABezelItNeedNotCross(int columns, int rows) {
        List<Box> monitors = WallTopologyTest.monitors(columns, rows);
        Lattice lattice = Lattice.of(monitors);
        for (int cells = 1; cells <= 8; cells++) {
            Grid grid = new Grid(cells, cells);
            for (int c = 1; c <= cells; c++) {
                for (int r = 1; r <= cells; r++) {
                    Box cell = lattice.at(grid, new Span(c, r, 1, 1));
                    // Either a part of one column of monitors, or whole columns.
                    assertThat(insideOneColumn(cell, columns) || cell.width() % 1920 == 0)
                            .isTrue();
                    assertThat(cell.width()).isPositive();
                    assertThat(cell.height()).isPositive();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "3,2", "4,3", "6,3", "5,2"})
    void theCellsOfAGridFillTheWallAndNoneLiesOverAnother(int columns, int rows) {
        Lattice lattice = Lattice.of(WallTopologyTest.monitors(columns, rows));
        for (int cells = 1; cells <= 8; cells++) {
            Grid grid = new Grid(cells, 1);
            double right = 0;
            for (int c = 1; c <= cells; c++) {
                Box cell = lattice.at(grid, new Span(c, 1, 1, 1));
                assertThat(cell.x()).isEqualTo(right);
                right = cell.right();
            }
            assertThat(right).isEqualTo(columns * 1920.0);
        }
    }

    @Test
    void aSpanIsTheCellsItSpans() {
        Lattice lattice = Lattice.of(WallTopologyTest.monitors(3, 2));

        assertThat(lattice.at(new Grid(3, 2), new Span(1, 1, 2, 2))).isEqualTo(new Box(0, 0, 3840, 2160));
        assertThat(lattice.at(new Grid(6, 4), new Span(2, 1, 3, 2))).isEqualTo(new Box(960, 0, 2880, 1080));
    }

    @Test
    void monitorsOfDifferentSizesMakeColumnsOfTheirOwnWidth() {
        Lattice lattice = Lattice.of(List.of(new Box(0, 0, 1080, 1920), new Box(1080, 0, 3840, 2160)));

        assertThat(lattice.at(new Grid(2, 1), new Span(2, 1, 1, 1)).x()).isEqualTo(1080);
        assertThat(lattice.at(new Grid(2, 1), new Span(2, 1, 1, 1)).width()).isEqualTo(3840);
    }

    @Test
    void aGapBetweenMonitorsIsNoColumn() {
        Lattice lattice = Lattice.of(List.of(new Box(0, 0, 1920, 1080), new Box(2000, 0, 1920, 1080)));

        assertThat(lattice.columns()).hasSize(2);
        assertThat(lattice.at(new Grid(2, 1), new Span(1, 1, 1, 1)).right()).isEqualTo(1920);
        assertThat(lattice.at(new Grid(2, 1), new Span(2, 1, 1, 1)).x()).isEqualTo(2000);
    }

    @Test
    void behindTheBezelsAPictureGoesOn() {
        Lattice lattice = Lattice.of(WallTopologyTest.monitors(3, 2));

        assertThat(lattice.behind(new Box(0, 0, 3840, 2160), 32)).isEqualTo(new Box(0, 0, 3872, 2192));
        assertThat(lattice.behind(WallTopologyTest.box(1, 1), 32)).isEqualTo(new Box(1952, 1112, 1920, 1080));
        assertThat(lattice.behind(new Box(960, 0, 1920, 1080), 32)).isEqualTo(new Box(960, 0, 1952, 1080));
    }

    private static boolean insideOneColumn(Box cell, int columns) {
        for (int c = 0; c < columns; c++) {
            if (cell.x() >= c * 1920.0 && cell.right() <= (c + 1) * 1920.0) {
                return true;
            }
        }
        return false;
    }
}
