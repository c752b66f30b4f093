package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/// Counts of squares are those a plain count finds.
class CountPyramidTest {
    private final Random random = new Random(31);

    @Test
    void everySquareOfEverySizeIsCountedExactly() {
        for (int n : new int[] {0, 1, 33, 3000}) {
            PointLayer points = SeededPoints.crowds(random, n);
            for (int level = 0; level <= Squares.ALL; level++) {
                assertThat(counted(points, points.pyramid(), level)).isEqualTo(plain(points, level, row -> true));
                LivePoints live = SeededPoints.live(points);
                assertThat(counted(live, live.pyramid(), level)).isEqualTo(plain(live, level, row -> true));
            }
        }
    }

    @Test
    void oneSpotAndOutliersAreCountedToo() {
        PointLayer points = SeededPoints.cruel(random, 12_000);
        assertThat(points.pyramid().size()).isEqualTo(12_001);
        for (int level : new int[] {0, 3, 7, 12, 25}) {
            assertThat(counted(points, points.pyramid(), level)).isEqualTo(plain(points, level, row -> true));
            LivePoints live = SeededPoints.live(points);
            assertThat(counted(live, live.pyramid(), level)).isEqualTo(plain(live, level, row -> true));
        }
    }

    @Test
    void beforeItIsCountedTheIndexAnswersTheSame() {
        for (int n : new int[] {0, 1, 40, 3000, 30_000}) {
            long seed = random.nextLong();
            for (int power = 0; power <= Squares.ALL; power++) {
                PointLayer sorted =
                        n > 3000 ? SeededPoints.cruel(new Random(seed), n) : SeededPoints.crowds(new Random(seed), n);
                CountPyramid counted = sorted.pyramid(null);
                int side = 1 << Math.min(power, 20);
                for (int window = 0; window < 4; window++) {
                    int column = window == 3 ? -9 : (Squares.at(random.nextDouble(-1500, 1500) - 3.0 * side) >> power);
                    int line = window == 2 ? (Integer.MAX_VALUE >> power) - 4 : (Squares.at(-3.0 * side) >> power);
                    int width = 1 + random.nextInt(12);
                    long[] byIndex = new long[width * (1 + random.nextInt(9))];
                    long[] byPyramid = new long[byIndex.length];
                    boolean any = sorted.count(power, column, line, width, byIndex);
                    assertThat(counted.count(power, column, line, width, byPyramid))
                            .isEqualTo(any);
                    assertThat(byIndex).as("squares of 2^%s m", power).isEqualTo(byPyramid);
                }
                assertThat(sorted.most(power)).isEqualTo(counted.most(power));
            }
        }
    }

    @Test
    void theRowsOfASquareAreThoseThatStandInIt() {
        for (PointLayer layer : List.of(
                SeededPoints.crowds(random, 0),
                SeededPoints.crowds(random, 3000),
                SeededPoints.crowds(random, 40_000),
                SeededPoints.cruel(random, 12_000))) {
            for (Points points : List.of(layer, SeededPoints.live(layer))) {
                for (int i = 0; i < 400; i++) {
                    int n = random.nextInt(i % 2 == 0 ? 9 : Squares.ALL);
                    int column = Squares.at(random.nextDouble(-900, 900)) >> n;
                    int line = Squares.at(i % 7 == 0 ? -64.25 : random.nextDouble(-900, 900)) >> n;
                    List<Integer> found = new ArrayList<>();
                    points.inSquare(n, column, line, found::add);
                    List<Integer> expected = new ArrayList<>();
                    for (int row = 0; row < points.size(); row++) {
                        if (Squares.has(points.x(row), points.y(row))
                                && Squares.at(points.x(row)) >> n == column
                                && Squares.at(points.y(row)) >> n == line) {
                            expected.add(row);
                        }
                    }
                    assertThat(found).as("square of 2^%s m", n).containsExactlyInAnyOrderElementsOf(expected);
                }
            }
        }
    }

    @Test
    void onlyWhatAFilterKeepsIsCounted() {
        PointLayer points = SeededPoints.crowds(random, 3000);
        for (int oneOf : new int[] {1, 2, 10, 3001}) {
            BitSet kept = new BitSet();
            for (int row = random.nextInt(oneOf); row < points.size(); row += oneOf) {
                kept.set(row);
            }
            for (int level : new int[] {2, 5, 6, 9}) {
                assertThat(counted(points, points.pyramid(kept), level)).isEqualTo(plain(points, level, kept::get));
            }
        }
    }

    @Test
    void anyOrderOfChangesLeavesTheCountsOfALayerMadeAnew() {
        MovingGrid grid = new MovingGrid();
        List<String> ids = new ArrayList<>();
        LivePoints seen = grid.snapshot("moving");
        Map<String, String> seenThen = plain(seen, 6, row -> true);
        for (int round = 0; round < 300; round++) {
            for (int i = 0; i < 60; i++) {
                change(grid, ids, round);
            }
            assertThat(counted(seen, seen.pyramid(), 6))
                    .as("who still looks at the last snapshot sees no change")
                    .isEqualTo(seenThen);
            seen = grid.snapshot("moving");
            int level = random.nextInt(12);
            assertThat(counted(seen, seen.pyramid(), level)).isEqualTo(plain(seen, level, row -> true));
            seenThen = plain(seen, 6, row -> true);
            for (int row = 0; row < seen.size(); row++) {
                assertThat(seen.row(seen.id(row))).isEqualTo(row);
            }
            assertThat(seen.size()).isEqualTo(ids.size());
            assertThat(seen.row("never")).isEqualTo(-1);
        }
    }

    /// Fills up in the first rounds, then comes and goes alike, and empties in the last.
    private void change(MovingGrid grid, List<String> ids, int round) {
        int kind = random.nextInt(10);
        if (ids.isEmpty() || kind < (round < 60 ? 6 : round < 200 ? 2 : 1)) {
            String id = "c" + random.nextInt(1_000_000);
            if (grid.row(id) < 0) {
                ids.add(id);
                grid.add(id, place(), SeededPoints.code(random), "");
            }
            return;
        }
        int which = random.nextInt(ids.size());
        int row = grid.row(ids.get(which));
        if (kind < (round < 200 ? 4 : 8)) {
            grid.remove(row);
            ids.remove(which);
        } else if (kind == 8) {
            grid.recolour(row, SeededPoints.code(random));
        } else if (random.nextBoolean()) {
            grid.move(row, place());
        } else {
            CityPoint at = seenAt(grid, ids.get(which));
            grid.move(row, new CityPoint(at.x() + random.nextGaussian() * 9, at.y() + random.nextGaussian() * 9));
        }
    }

    private static CityPoint seenAt(MovingGrid grid, String id) {
        LivePoints now = grid.snapshot("moving");
        return now.place(now.row(id));
    }

    private CityPoint place() {
        return switch (random.nextInt(8)) {
            case 0 -> new CityPoint(77, -3.5);
            case 1 -> new CityPoint(random.nextDouble(-9e6, 9e6), random.nextDouble(-9e6, 9e6));
            case 2 -> random.nextInt(9) == 0 ? new CityPoint(Double.NaN, 1) : new CityPoint(64, 128);
            default -> new CityPoint(random.nextGaussian() * 300, random.nextGaussian() * 300);
        };
    }

    private static Map<String, String> counted(Points points, CountPyramid pyramid, int n) {
        Map<String, int[]> counts = new TreeMap<>();
        double[] sums = new double[4];
        int last = Integer.MAX_VALUE >> n;
        pyramid.squares(n, 0, 0, last, last, new CountPyramid.Sink() {
            @Override
            public void square(int column, int line, CountNode counted) {
                int[] of = counts.computeIfAbsent(column + " " + line, _ -> new int[4]);
                of[0] += counted.count;
                of[1] += counted.red;
                of[2] += counted.yellow;
                of[3] = counted.count == 1 ? counted.row : 0;
                sums[0] += counted.sumX;
                sums[1] += counted.sumY;
            }

            @Override
            public void point(int column, int line, int row) {
                int[] of = counts.computeIfAbsent(column + " " + line, _ -> new int[4]);
                of[0]++;
                of[1] += CountNode.red(points.code(row));
                of[2] += CountNode.yellow(points.code(row));
                of[3] = row;
                sums[0] += points.x(row);
                sums[1] += points.y(row);
            }
        });
        Map<String, String> said = new TreeMap<>();
        counts.forEach((square, c) ->
                said.put(square, c[0] + " " + c[1] + " " + c[2] + (c[0] == 1 ? " of " + points.id(c[3]) : "")));
        said.put("weight", weight(sums[0]) + " " + weight(sums[1]));
        return said;
    }

    private static Map<String, String> plain(Points points, int n, IntPredicate kept) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        double x = 0;
        double y = 0;
        for (int row = 0; row < points.size(); row++) {
            if (Squares.has(points.x(row), points.y(row)) && kept.test(row)) {
                long column = (long) Math.floor(points.x(row)) + Squares.ORIGIN >> n;
                long line = (long) Math.floor(points.y(row)) + Squares.ORIGIN >> n;
                rows.computeIfAbsent(column + " " + line, _ -> new ArrayList<>())
                        .add(row);
                x += points.x(row);
                y += points.y(row);
            }
        }
        Map<String, String> said = new TreeMap<>();
        rows.forEach((square, in) -> said.put(
                square,
                in.size() + " "
                        + in.stream()
                                .mapToInt(row -> CountNode.red(points.code(row)))
                                .sum() + " "
                        + in.stream()
                                .mapToInt(row -> CountNode.yellow(points.code(row)))
                                .sum()
                        + (in.size() == 1 ? " of " + points.id(in.getFirst()) : "")));
        said.put("weight", weight(x) + " " + weight(y));
        return said;
    }

    /// To an eighth of a metre, and not on the edge where places are whole eighths.
    private static long weight(double sum) {
        return Math.round(8 * sum + 0.3);
    }
}
