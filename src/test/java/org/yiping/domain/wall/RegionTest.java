package org.yiping.domain.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Span;

class RegionTest {
    private static Region at(int columns, int rows, int... at) {
        return new Region(new Grid(columns, rows), new Span(at[0], at[1], at[2], at[3]));
    }

    @Test
    void cellsOfDifferentGridsMeetWhereTheyCoverTheSameWall() {
        Region right = at(3, 2, 3, 1, 1, 1);
        assertThat(right.meets(at(6, 3, 5, 1, 1, 1))).isTrue();
        assertThat(right.meets(at(6, 3, 4, 1, 1, 1))).as("they share an edge").isFalse();
        assertThat(right.meets(at(3, 2, 3, 2, 1, 1))).isFalse();
        assertThat(at(6, 4, 5, 1, 2, 2).within(right)).isTrue();
        assertThat(at(6, 4, 4, 1, 2, 2).within(right)).isFalse();
        assertThat(right.within(Region.WHOLE)).isTrue();
        assertThat(Region.WHOLE.within(right)).isFalse();
    }

    @Test
    void itAgreesWithSharesOfTheWall() {
        Random random = new Random(37);
        for (int i = 0; i < 20_000; i++) {
            Region a = any(random);
            Region b = any(random);
            assertThat(a.meets(b)).isEqualTo(b.meets(a));
            boolean overlap = left(a) < right(b) - 1e-9
                    && left(b) < right(a) - 1e-9
                    && top(a) < bottom(b) - 1e-9
                    && top(b) < bottom(a) - 1e-9;
            assertThat(a.meets(b)).as(a + " and " + b).isEqualTo(overlap);
            boolean inside = left(b) <= left(a) + 1e-9
                    && right(a) <= right(b) + 1e-9
                    && top(b) <= top(a) + 1e-9
                    && bottom(a) <= bottom(b) + 1e-9;
            assertThat(a.within(b)).as(a + " in " + b).isEqualTo(inside);
        }
    }

    @Test
    void whatReachesBeyondItsGridDoesNotFit() {
        assertThat(at(3, 2, 3, 2, 1, 1).fits()).isTrue();
        assertThat(at(3, 2, 3, 2, 2, 1).fits()).isFalse();
        assertThat(at(3, 2, 0, 1, 1, 1).fits()).isFalse();
        assertThat(at(3, 2, 1, 1, Integer.MAX_VALUE, 1).fits()).isFalse();
        assertThat(at(49, 1, 1, 1, 1, 1).fits()).isFalse();
    }

    private static Region any(Random random) {
        int columns = 1 + random.nextInt(7);
        int rows = 1 + random.nextInt(7);
        int column = 1 + random.nextInt(columns);
        int row = 1 + random.nextInt(rows);
        return at(
                columns,
                rows,
                column,
                row,
                1 + random.nextInt(columns - column + 1),
                1 + random.nextInt(rows - row + 1));
    }

    private static double left(Region r) {
        return (r.at().column() - 1.0) / r.grid().columns();
    }

    private static double right(Region r) {
        return (r.at().column() - 1.0 + r.at().columns()) / r.grid().columns();
    }

    private static double top(Region r) {
        return (r.at().row() - 1.0) / r.grid().rows();
    }

    private static double bottom(Region r) {
        return (r.at().row() - 1.0 + r.at().rows()) / r.grid().rows();
    }
}
