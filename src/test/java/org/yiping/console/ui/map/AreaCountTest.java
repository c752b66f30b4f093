package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.console.store.Bulk;
import org.yiping.console.store.Rows;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

class AreaCountTest {
    private static final CityProjection CITY = CityProjection.around(new Position(104, 30));
    private static final Instant NOW = DeskFixture.START;
    private static final Workflow WORKFLOW =
            new DeskFixture("dispatcher").desk.city().orElseThrow().rules().workflow();
    private static final AreaFigure.Day DAY =
            new AreaFigure.Day(NOW.minus(Duration.ofHours(10)), NOW.plus(Duration.ofHours(14)), NOW, WORKFLOW);

    /// Four streets of a square kilometre from west to east; the last has no cells in the tree.
    private static final LevelAreas STREETS = streets();

    private static LevelAreas streets() {
        List<Feature> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double west = 1000 * (i - 2);
            List<Position> ring =
                    List.of(place(west, -500), place(west + 1000, -500), place(west + 1000, 500), place(west, 500));
            rows.add(new Feature(
                    "f" + i, "street", "", new Shape.Surface(List.of(List.of(ring))), Map.of("code", "99010100" + i)));
        }
        return LevelAreas.of(AreaKind.STREET, new Bulk<>("street", 1, rows), CITY);
    }

    private static Position place(double x, double y) {
        return CITY.toPosition(new CityPoint(x, y));
    }

    /// The first street's cells have codes of their own and a parent, the others' begin with the street's.
    private static Rows<AreaCode, Area> tree() {
        Map<AreaCode, Area> areas = new HashMap<>();
        put(areas, "990101000", "street", null);
        put(areas, "cell-a", "cell", "990101000");
        put(areas, "cell-b", "cell", "990101000");
        return Rows.of(areas);
    }

    private static void put(Map<AreaCode, Area> areas, String code, String level, @Nullable String parent) {
        AreaCode id = new AreaCode(code);
        areas.put(id, new Area(id, code, level, parent == null ? null : new AreaCode(parent), place(0, 0)));
    }

    private static AreaCount.Counted count(AreaFigure figure, List<Case> cases) {
        return new AreaCount(STREETS, tree(), CITY).count(figure, cases.stream(), DAY, _ -> true);
    }

    private static Case at(Case c, @Nullable Position position, @Nullable String area) {
        return new Case(
                c.id(),
                c.head(),
                c.subject(),
                new Place(position, "", area == null ? null : new AreaCode(area)),
                c.report(),
                c.progress());
    }

    private static Case closed(Case c, Instant closedAt, List<CaseClock> clocks, List<String> flags) {
        Progress p = c.progress();
        Milestones m = new Milestones(null, null, null, null, null, closedAt);
        return c.withProgress(new Progress(p.state(), p.department(), p.handler(), clocks, m, flags));
    }

    @Test
    void countsAreThoseOfALookAtEachCase() {
        Random random = new Random(11);
        for (int run = 0; run < 20; run++) {
            List<Case> cases = new ArrayList<>();
            long[] open = new long[4];
            long[] red = new long[4];
            long elsewhere = 0;
            for (int i = 0; i < 300; i++) {
                Case c = Samples.waiting("c" + i, "to-dispatch", NOW, Duration.ofMinutes(random.nextInt(400) - 100));
                int street = random.nextInt(5);
                double x = 1000 * (street - 2) + 1 + 998 * random.nextDouble();
                boolean told = random.nextBoolean() && street < 4;
                String cell =
                        street == 0 ? "cell-" + (random.nextBoolean() ? "a" : "b") : "99010100" + street + "00101";
                c = told
                        ? at(c, random.nextBoolean() ? null : place(0, 0), cell)
                        : at(c, random.nextInt(9) == 0 ? null : place(x, 0), null);
                cases.add(c);
                if (street == 4 || (!told && c.place().position() == null)) {
                    elsewhere++;
                } else {
                    open[street]++;
                    red[street] += c.light(NOW, WORKFLOW) == Light.RED ? 1 : 0;
                }
            }
            AreaCount.Counted counted = count(AreaFigure.OPEN, cases);
            AreaCount.Counted late = count(AreaFigure.OVERDUE, cases);
            AreaCount.Counted share = count(AreaFigure.OVERDUE_SHARE, cases);
            AreaCount.Counted dense = count(AreaFigure.OPEN_DENSITY, cases);
            assertThat(counted.elsewhere()).isEqualTo(elsewhere);
            for (int i = 0; i < 4; i++) {
                String code = "99010100" + i;
                assertThat(counted.values().get(code)).isEqualTo(new AreaCount.Value(open[i], open[i], null));
                assertThat(late.values().get(code).value()).isEqualTo(red[i]);
                assertThat(share.values().get(code))
                        .isEqualTo(new AreaCount.Value(100.0 * red[i] / open[i], red[i], (double) open[i]));
                assertThat(dense.values().get(code).value()).isCloseTo(open[i], within(1e-3 * open[i]));
            }
        }
    }

    @Test
    void aRateOfNothingAndAnAreaBeyondOnesRightsAreUnknownAndACountOfNothingIsNought() {
        Case here = at(Samples.waiting("c", "to-dispatch", NOW, Duration.ofHours(1)), place(-1500, 0), null);
        assertThat(count(AreaFigure.OVERDUE_SHARE, List.of(here)).values()).containsOnlyKeys("990101000");
        assertThat(count(AreaFigure.OPEN, List.of(here))
                        .values()
                        .get("990101003")
                        .value())
                .isZero();
        AreaCount.Counted mine = new AreaCount(STREETS, tree(), CITY)
                .count(AreaFigure.OPEN, Stream.of(here), DAY, code -> code.equals("990101001"));
        assertThat(mine.values()).containsOnlyKeys("990101001");
    }

    @Test
    void onTimeIsOfTodaysClosedOnesThatHadAClockAndNoGrantedAppeal() {
        Case any = at(Samples.waiting("c", "closed", NOW, Duration.ofHours(1)), place(-1500, 0), null);
        Instant today = NOW.minusSeconds(60);
        List<Case> cases = List.of(
                closed(any, today, List.of(clock(-60)), List.of()),
                closed(any, today, List.of(clock(-60), clock(60)), List.of()),
                closed(any, today, List.of(clock(60)), List.of("timeout-exempt")),
                closed(any, today, List.of(), List.of()),
                closed(any, NOW.minus(Duration.ofDays(1)), List.of(clock(60)), List.of()),
                closed(any, today, List.of(clock(-1)), List.of()));
        assertThat(count(AreaFigure.ON_TIME_RATE, cases).values().get("990101000"))
                .isEqualTo(new AreaCount.Value(200.0 / 3, 2, 3.0));
        assertThat(count(AreaFigure.CLOSED, cases).values().get("990101000").value())
                .isEqualTo(5);
    }

    /// A handling clock that stopped so many seconds after it was due.
    private static CaseClock clock(int late) {
        Instant due = NOW.minus(Duration.ofHours(1));
        return new CaseClock(
                CaseClock.HANDLE,
                due.minus(Duration.ofHours(2)),
                due.minus(Duration.ofMinutes(20)),
                due,
                due.plusSeconds(late),
                Samples.waiting("b", "to-dispatch", NOW, Duration.ofHours(1))
                        .runningClock()
                        .orElseThrow()
                        .basis());
    }
}
