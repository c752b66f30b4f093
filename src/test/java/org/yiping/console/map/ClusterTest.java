package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

/// Groups stand still while the map is panned, count each point once, and are made once.
class ClusterTest {
    private final Random random = new Random(17);
    private final PointLayer points = SeededPoints.crowds(random, 6000);
    private final LivePoints live = SeededPoints.live(points);

    @Test
    void aWindowShowsTheGroupsOfTheCityWhereverItIsPanned() {
        for (int level = 9; level <= 16; level++) {
            double scale = ZoomLevels.metresPerPixel(level);
            List<String> all = said(sheet(scale, -60, -60, 260, 260).clusters());
            for (int i = 0; i < 40; i++) {
                PixelGrid window = new PixelGrid(scale, random.nextInt(-200, 100), random.nextInt(-200, 100), 200, 130);
                LivePoints fresh = SeededPoints.live(points);
                List<Cluster> shown = fresh.clusters()
                        .of(window, Generalisation.DESK, Emphasis.Spoken.OF_NOTHING)
                        .clusters();
                assertThat(all).containsAll(said(shown));
            }
        }
    }

    @Test
    void liveAndStillPointsFormTheSameGroups() {
        for (Generalisation size : Generalisation.values()) {
            for (int level = 7; level <= 17; level++) {
                PixelGrid window = new PixelGrid(ZoomLevels.metresPerPixel(level), -300, -200, 600, 400);
                assertThat(said(live.clusters()
                                .of(window, size, Emphasis.Spoken.OF_NOTHING)
                                .clusters()))
                        .containsExactlyInAnyOrderElementsOf(said(points.clusters()
                                .of(window, size, Emphasis.Spoken.OF_NOTHING)
                                .clusters()));
            }
        }
    }

    @Test
    void ringsThatWouldOverlapBecomeOne() {
        for (int level = 11; level <= 16; level++) {
            double scale = ZoomLevels.metresPerPixel(level);
            ClusterSheet.Rule rule = new ClusterSheet.Rule(scale, Generalisation.DESK, List.of());
            ClusterSheet.Extent whole = ClusterSheet.Extent.of(rule.n(), new CityBox(-2000, -2000, 2000, 2000));
            List<Cluster> groups = ClusterSheet.of(points, whole, rule).clusters();
            assertThat(groups.stream().mapToInt(Cluster::count).sum()).isEqualTo(6000);
            long squares = squaresWithPoints(rule.n());
            assertThat((long) groups.size()).isLessThanOrEqualTo(squares);
            for (Cluster c : groups) {
                CityBox around = c.around(points);
                assertThat(points.count(around)).isGreaterThanOrEqualTo(c.count());
                assertThat(around.grown(0.01).contains(c.x(), c.y())).isTrue();
            }
        }
        PointLayer.Builder pair = PointLayer.in(CityProjection.around(new Position(104, 30)), "pair");
        for (int i = 0; i < 20; i++) {
            pair.add("w" + i, new CityPoint(500 + i % 2, 250), SeededPoints.code(random));
            pair.add("e" + i, new CityPoint(520 + i % 2, 250), SeededPoints.code(random));
        }
        List<Cluster> one = pair.build()
                .clusters()
                .of(new PixelGrid(8, 0, -100, 200, 100), Generalisation.DESK, Emphasis.Spoken.OF_NOTHING)
                .clusters();
        assertThat(one).extracting(Cluster::count).as("on both sides of 512").containsExactly(40);
        assertThat(one.getFirst().x()).isBetween(510.0, 511.0);
    }

    @Test
    void inARowOfTouchingRingsEverySecondIsTakenInWhicheverPartIsSeen() {
        PointLayer.Builder row = PointLayer.in(CityProjection.around(new Position(104, 30)), "row");
        for (int group = 0; group < 6; group++) {
            for (int i = 0; i < 1500 - 100 * group; i++) {
                row.add(group + " " + i, new CityPoint(511 + 440 * group, 100), SeededPoints.code(random));
            }
        }
        PointLayer layer = row.build();
        ClusterSheet.Rule rule = new ClusterSheet.Rule(8, Generalisation.DESK, List.of());
        List<Cluster> all = new ArrayList<>();
        for (int group = 0; group < 6; group++) {
            CityBox square = new CityBox(512 * group + 1, 1, 512 * group + 511, 511);
            all.addAll(ClusterSheet.of(layer, ClusterSheet.Extent.of(rule.n(), square), rule)
                    .clusters());
        }
        assertThat(all).extracting(Cluster::count).containsExactly(2900, 2500, 2100);
    }

    @Test
    void groupsAreMadeOnceForAllWhoAsk() {
        PixelGrid window = new PixelGrid(8, -300, -200, 600, 400);
        PixelGrid inside = new PixelGrid(8, -280, -180, 500, 300);
        PixelGrid elsewhere = new PixelGrid(8, 2000, 2000, 600, 400);
        ClusterSheets sheets = live.clusters();
        ClusterSheet made = sheets.of(window, Generalisation.DESK, Emphasis.Spoken.OF_NOTHING);
        assertThat(sheets.of(inside, Generalisation.DESK, Emphasis.Spoken.OF_NOTHING))
                .isSameAs(made);
        assertThat(sheets.of(elsewhere, Generalisation.DESK, Emphasis.Spoken.OF_NOTHING))
                .isNotSameAs(made);
        assertThat(sheets.of(window, Generalisation.WALL, Emphasis.Spoken.OF_NOTHING))
                .isNotSameAs(made);
        assertThat(made.inPaintOrder()).containsExactlyInAnyOrderElementsOf(made.clusters());
        assertThat(made.inPaintOrder().getLast().count()).isGreaterThan(1);
    }

    @Test
    void aNumberedCaseAmongTwoLeavesTheOther() {
        PointLayer.Builder two = PointLayer.in(CityProjection.around(new Position(104, 30)), "cases");
        two.add("numbered", new CityPoint(10, 10), SeededPoints.code(random));
        two.add("other", new CityPoint(11, 10), SeededPoints.code(random));
        two.add("numbered too", new CityPoint(5000, 10), SeededPoints.code(random));
        PointLayer cases = two.build();
        Emphasis.Spoken spoken = new Emphasis.Spoken(
                List.of(new Hit.Feature("cases", "numbered"), new Hit.Feature("cases", "numbered too")),
                List.of(),
                List.of());
        for (Points either : List.of(cases, SeededPoints.live(cases))) {
            List<Cluster> shown = either.clusters()
                    .of(new PixelGrid(16, -100, -100, 600, 200), Generalisation.WALL, spoken)
                    .clusters();
            assertThat(shown).hasSize(1);
            assertThat(either.id(shown.getFirst().row())).isEqualTo("other");
            assertThat(shown.getFirst().count()).isEqualTo(1);
        }
    }

    private long squaresWithPoints(int n) {
        return points.xs.length == 0
                ? 0
                : IntStream.range(0, points.size())
                        .mapToObj(row -> (Squares.at(points.xs[row]) >> n) + " " + (Squares.at(points.ys[row]) >> n))
                        .distinct()
                        .count();
    }

    private ClusterSheet sheet(double scale, int left, int top, int width, int height) {
        ClusterSheet.Rule rule = new ClusterSheet.Rule(scale, Generalisation.DESK, List.of());
        CityBox everywhere = new PixelGrid(scale, left, top, width, height).ground(3000);
        return ClusterSheet.of(points, ClusterSheet.Extent.of(rule.n(), everywhere), rule);
    }

    private List<String> said(List<Cluster> clusters) {
        List<String> said = new ArrayList<>();
        for (Cluster c : clusters) {
            said.add(Math.round(100 * c.x()) + " " + Math.round(100 * c.y()) + " " + c.count() + " " + c.red() + " "
                    + c.yellow());
        }
        return said;
    }
}
