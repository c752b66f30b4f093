package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

class IndexTest {
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104, 30));

    @Test
    void theGridFindsAndCountsWhatANaiveScanFinds() {
        Random random = new Random(3);
        for (int n : new int[] {0, 1, 5, 3000}) {
            PointLayer layer = points(random, n);
            for (int i = 0; i < 200; i++) {
                CityBox box = box(random);
                List<Integer> found = new ArrayList<>();
                layer.visit(box, found::add);
                List<Integer> naive = IntStream.range(0, n)
                        .filter(row -> box.contains(layer.xs[row], layer.ys[row]))
                        .boxed()
                        .toList();
                assertThat(found).containsExactlyInAnyOrderElementsOf(naive);
                assertThat(layer.count(box)).isEqualTo(naive.size());
            }
        }
    }

    @Test
    void theTreeFindsWhatANaiveScanFinds() {
        Random random = new Random(4);
        for (int n : new int[] {0, 1, 16, 17, 300, 5000}) {
            float[] boxes = new float[4 * n];
            for (int i = 0; i < n; i++) {
                boxes[4 * i] = random.nextFloat(-1000, 1000);
                boxes[4 * i + 1] = random.nextFloat(-1000, 1000);
                boxes[4 * i + 2] = boxes[4 * i] + random.nextFloat(0, 80);
                boxes[4 * i + 3] = boxes[4 * i + 1] + random.nextFloat(0, 80);
            }
            BoxTree tree = BoxTree.of(boxes);
            for (int i = 0; i < 100; i++) {
                CityBox box = box(random);
                List<Integer> found = new ArrayList<>();
                tree.visit(box, found::add);
                assertThat(found)
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, n)
                                .filter(k -> box.intersects(new CityBox(
                                        boxes[4 * k], boxes[4 * k + 1], boxes[4 * k + 2], boxes[4 * k + 3])))
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    void clustersCountEveryPointOnce() {
        Random random = new Random(5);
        PointLayer layer = points(random, 4000);
        for (double scale : new double[] {5.7, 8, 22, 90}) {
            List<Cluster> all = counted(layer, new CityBox(-2000, -2000, 2000, 2000), scale);
            assertThat(all.stream().mapToInt(Cluster::count).sum()).isEqualTo(4000);
            for (int i = 0; i < 50; i++) {
                CityBox view = box(random);
                ClusterSheet.Extent squares = extent(view, scale);
                assertThat(counted(layer, view, scale))
                        .as("of a view its own, as the whole city has them")
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(c -> squares.covers(new ClusterSheet.Extent(
                                        c.ground().n(),
                                        c.ground().column(),
                                        c.ground().line(),
                                        c.ground().column(),
                                        c.ground().line())))
                                .toList());
            }
        }
    }

    @Test
    void onlyACrowdIsCountedWhereMarksStandApart() {
        PointLayer.Builder builder = PointLayer.in(PROJECTION, "cases");
        for (int i = 0; i < 9; i++) {
            builder.add("crowd" + i, PROJECTION.toPosition(new CityPoint(10 + i, 10)), mark());
        }
        for (int i = 0; i < 3; i++) {
            builder.add("few" + i, PROJECTION.toPosition(new CityPoint(600 + 4 * i, 10)), mark());
        }
        List<Cluster> near = counted(builder.build(), new CityBox(0, 0, 1000, 100), 2);
        assertThat(near).extracting(Cluster::count).containsExactlyInAnyOrder(9, 1, 1, 1);
        assertThat(counted(builder.build(), new CityBox(0, 0, 1000, 100), ZoomLevels.metresPerPixel(9)))
                .as("half a scale farther squares are twice as large, and so is a crowd")
                .extracting(Cluster::count)
                .hasSize(12)
                .containsOnly(1);
        assertThat(Generalisation.DESK.counts(1)).isFalse();
    }

    @Test
    void whatASceneCallsByNumberIsInNoGroup() {
        PointLayer.Builder builder = PointLayer.in(PROJECTION, "cases");
        for (int i = 0; i < 5; i++) {
            builder.add("c" + i, PROJECTION.toPosition(new CityPoint(10 + i, 10)), mark());
        }
        Emphasis.Spoken spoken = new Emphasis.Spoken(List.of(new Hit.Feature("cases", "c2")), List.of(), List.of());
        PixelGrid window = new PixelGrid(4, 0, -100, 100, 100);
        List<Cluster> groups = builder.build()
                .clusters()
                .of(window, Generalisation.WALL, spoken)
                .clusters();
        assertThat(groups).extracting(Cluster::count).containsExactly(4);
    }

    private static Symbol mark() {
        return new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.HOLLOW);
    }

    private static List<Cluster> counted(PointLayer layer, CityBox extent, double scale) {
        ClusterSheet.Rule rule = new ClusterSheet.Rule(scale, Generalisation.DESK, List.of());
        return ClusterSheet.of(layer, extent(extent, scale), rule).clusters();
    }

    private static ClusterSheet.Extent extent(CityBox box, double scale) {
        return ClusterSheet.Extent.of(new ClusterSheet.Rule(scale, Generalisation.DESK, List.of()).n(), box);
    }

    @Test
    void clustersCountTheirLights() {
        PointLayer.Builder builder = PointLayer.in(PROJECTION, "cases");
        for (int i = 0; i < 10; i++) {
            MarkFill fill = i < 2 ? MarkFill.SOLID : i < 5 ? MarkFill.HALF : MarkFill.HOLLOW;
            builder.add(
                    "c" + i,
                    PROJECTION.toPosition(new CityPoint(10 + i, 10)),
                    new Symbol.CaseMark(MarkShape.CIRCLE, fill));
        }
        List<Cluster> clusters = counted(builder.build(), new CityBox(0, 0, 100, 100), 8);
        assertThat(clusters).hasSize(1);
        assertThat(clusters.getFirst().count()).isEqualTo(10);
        assertThat(clusters.getFirst().red()).isEqualTo(2);
        assertThat(clusters.getFirst().yellow()).isEqualTo(3);
    }

    @Test
    void anAreaHoldsWhatIsInItsRingAndNotInItsHole() {
        AreaLayer cells = AreaLayer.in(PROJECTION, AreaKind.CELL)
                .add("one", "", List.of(ring(0, 0, 100, 0, 100, 100, 0, 100), ring(40, 40, 60, 40, 60, 60, 40, 60)))
                .add("two", "", List.of(ring(100, 0, 200, 0, 200, 100, 100, 100)))
                .build();
        CityGround base = new CityGround(List.of(cells), LineLayer.empty(), List.of());
        assertThat(base.areaAt(AreaKind.CELL, 20, 20)).map(AreaLayer.Area::code).contains("one");
        assertThat(base.areaAt(AreaKind.CELL, 150, 20))
                .map(AreaLayer.Area::code)
                .contains("two");
        assertThat(base.areaAt(AreaKind.CELL, 50, 50)).isEmpty();
        assertThat(base.areaAt(AreaKind.CELL, 50, 150)).isEmpty();
        assertThat(base.areaAt(AreaKind.STREET, 20, 20)).isEmpty();
    }

    private static List<Position> ring(double... xy) {
        List<Position> out = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            out.add(PROJECTION.toPosition(new CityPoint(xy[i], xy[i + 1])));
        }
        return out;
    }

    private static PointLayer points(Random random, int n) {
        PointLayer.Builder builder = PointLayer.in(PROJECTION, "points");
        for (int i = 0; i < n; i++) {
            double spread = i % 10 == 0 ? 1000 : 200;
            CityPoint at = new CityPoint(random.nextGaussian() * spread / 3, random.nextGaussian() * spread / 3);
            builder.add(
                    "p" + i,
                    PROJECTION.toPosition(at),
                    new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.values()[random.nextInt(3)]));
        }
        return builder.build();
    }

    private static CityBox box(Random random) {
        double x = random.nextDouble(-1100, 1100);
        double y = random.nextDouble(-1100, 1100);
        return new CityBox(x, y, x + random.nextDouble(600), y + random.nextDouble(600));
    }
}
