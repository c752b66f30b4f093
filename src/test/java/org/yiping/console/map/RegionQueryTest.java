package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

/// Queries answer what asking each point would.
class RegionQueryTest {
    private final Random random = new Random(20261126);

    @Test
    void everyRegionHoldsWhatANaiveScanFinds() {
        for (int n : new int[] {0, 1, 7, 40, 3000}) {
            PointLayer points = SeededPoints.crowds(random, n);
            for (int i = 0; i < 60; i++) {
                assertAlike(points, region(i));
            }
        }
    }

    @Test
    void outliersOneSpotAndPointsWithoutAPlaceAreFoundLikeAnyOther() {
        PointLayer points = SeededPoints.cruel(random, 20_000);
        for (int i = 0; i < 60; i++) {
            assertAlike(points, region(i));
        }
        assertAlike(points, new Region.Circle(128, -64.25, 0));
        assertAlike(points, new Region.Circle(1.1e7, -9.3e6, 2e7));
        assertAlike(points, new Region.Box(new CityBox(1.0e7, -1e7, 1.2e7, -9e6)));
        assertThat(points.count(new CityBox(-2e7, -2e7, 2e7, 2e7))).isEqualTo(20_001);
    }

    @Test
    void placesOnABorderFollowTheRule() {
        PointLayer.Builder builder = PointLayer.in(CityProjection.around(new Position(104, 30)), "corners");
        for (int x = -256; x <= 256; x += 32) {
            for (int y = -256; y <= 256; y += 32) {
                builder.add(x + " " + y, new CityPoint(x, y), SeededPoints.code(random));
            }
        }
        PointLayer points = builder.build();
        for (int i = 0; i < 300; i++) {
            CityPoint a = onGrid();
            CityPoint b = onGrid();
            assertAlike(points, new Region.Box(box(a, b)));
            assertAlike(points, new Region.Circle(a.x(), a.y(), Math.abs(b.x())));
            assertAlike(points, new Region.Along(List.of(a, b, onGrid()), Math.abs(onGrid().x())));
            assertAlike(points, new Region.Polygon(List.of(a, b, onGrid(), onGrid())));
        }
        Region square = new Region.Polygon(
                List.of(new CityPoint(0, 0), new CityPoint(64, 0), new CityPoint(64, 64), new CityPoint(0, 64)));
        assertThat(square.contains(0, 0)).isTrue();
        assertThat(square.contains(0, 32)).isTrue();
        assertThat(square.contains(32, 0)).isTrue();
        assertThat(square.contains(64, 32)).isFalse();
        assertThat(square.contains(32, 64)).isFalse();
        assertThat(new Region.Circle(0, 0, 5).contains(3, 4)).isTrue();
        assertThat(new Region.Along(List.of(new CityPoint(0, 0), new CityPoint(9, 0)), 5).contains(4, 5))
                .isTrue();
    }

    @Test
    void ofPolygonsThatShareBordersExactlyOneHoldsEachPlace() {
        PointLayer points = SeededPoints.crowds(random, 4000);
        for (int round = 0; round < 20; round++) {
            // a fan around a middle that covers everything, its spokes shared and run in both directions
            CityPoint middle = new CityPoint(random.nextInt(-100, 100), random.nextInt(-100, 100));
            List<CityPoint> rim = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                double angle = i * 2 * Math.PI / 9 + random.nextDouble(0.3);
                rim.add(new CityPoint(9000 * Math.cos(angle), 9000 * Math.sin(angle)));
            }
            int found = 0;
            for (int i = 0; i < 9; i++) {
                List<CityPoint> third = new ArrayList<>(List.of(middle, rim.get(i), rim.get((i + 1) % 9)));
                found += points.rowsIn(new Region.Polygon(i % 2 == 0 ? third : third.reversed()))
                        .size();
            }
            assertThat(found).isEqualTo(4000);
        }
    }

    @Test
    void nearIsNearerThan() {
        PointLayer points = SeededPoints.crowds(random, 500);
        LivePoints live = SeededPoints.live(points);
        for (int i = 0; i < 2000; i++) {
            CityPoint at = i % 2 == 0 ? somewhere() : points.place(random.nextInt(500));
            double metres = i % 5 == 0 ? 0 : random.nextDouble(60);
            boolean near = IntStream.range(0, 500).anyMatch(row -> {
                double dx = points.xs[row] - at.x();
                double dy = points.ys[row] - at.y();
                return dx * dx + dy * dy < metres * metres;
            });
            assertThat(points.isNear(at.x(), at.y(), metres)).isEqualTo(near);
            assertThat(live.isNear(at.x(), at.y(), metres)).isEqualTo(near);
        }
    }

    @Test
    void aRowIsAnsweredOnceAndNamedLazily() {
        PointLayer points = SeededPoints.crowds(random, 3000);
        RowRanges rows = points.rowsIn(new Region.Circle(0, 0, 150));
        List<Integer> each = new ArrayList<>();
        rows.forEach(each::add);
        assertThat(each).doesNotHaveDuplicates().hasSize(rows.size());
        assertThat(points.idsIn(new Region.Circle(0, 0, 150)))
                .containsExactlyElementsOf(each.stream().map(points::id).toList());
    }

    @Test
    void aRegionWithoutAPlaceIsRefused() {
        CityPoint nowhere = new CityPoint(Double.NaN, 0);
        CityPoint here = new CityPoint(0, 0);
        assertThatThrownBy(() -> new Region.Circle(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Region.Circle(0, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Region.Polygon(List.of(here, here, nowhere)))
                .hasMessageContaining("without a place");
        assertThatThrownBy(() -> new Region.Polygon(List.of(here, here))).hasMessageContaining("three corners");
        assertThatThrownBy(() -> new Region.Along(List.of(), 5)).hasMessageContaining("corridor");
    }

    private void assertAlike(PointLayer points, Region region) {
        List<Integer> naive = IntStream.range(0, points.size())
                .filter(row -> region.contains(points.xs[row], points.ys[row]))
                .filter(row -> Squares.has(points.xs[row], points.ys[row]))
                .boxed()
                .toList();
        List<Integer> found = new ArrayList<>();
        points.rowsIn(region).forEach(found::add);
        assertThat(found).as("%s", region).containsExactlyInAnyOrderElementsOf(naive);
        LivePoints live = SeededPoints.live(points);
        assertThat(new TreeSet<>(live.idsIn(region)))
                .as("live %s", region)
                .isEqualTo(new TreeSet<>(naive.stream().map(points::id).toList()));
        if (region instanceof Region.Box(CityBox box)) {
            assertThat(points.count(box)).isEqualTo(naive.size());
            assertThat(live.count(box)).isEqualTo(naive.size());
        }
    }

    private Region region(int i) {
        CityPoint a = somewhere();
        CityPoint b = somewhere();
        return switch (i % 6) {
            case 0 -> new Region.Box(box(a, b));
            case 1 -> new Region.Circle(a.x(), a.y(), random.nextDouble(400));
            case 2 -> new Region.Polygon(ring(a, 3 + random.nextInt(5), 700));
            case 3 -> new Region.Polygon(ring(a, 200, 500));
            case 4 -> new Region.Polygon(List.of(a, b, somewhere(), somewhere(), somewhere()));
            default -> new Region.Along(List.of(a, b, somewhere(), b), random.nextDouble(200));
        };
    }

    private List<CityPoint> ring(CityPoint middle, int corners, double radius) {
        List<CityPoint> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double r = random.nextDouble(radius / 2, radius);
            double angle = 2 * Math.PI * i / corners;
            ring.add(new CityPoint(middle.x() + r * Math.cos(angle), middle.y() + r * Math.sin(angle)));
        }
        return ring;
    }

    private CityPoint somewhere() {
        return new CityPoint(random.nextDouble(-600, 600), random.nextDouble(-600, 600));
    }

    private CityPoint onGrid() {
        return new CityPoint(32 * random.nextInt(-8, 9), 32 * random.nextInt(-8, 9));
    }

    private static CityBox box(CityPoint a, CityPoint b) {
        return new CityBox(
                Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.max(a.x(), b.x()), Math.max(a.y(), b.y()));
    }
}
