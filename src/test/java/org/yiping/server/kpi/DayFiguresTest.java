package org.yiping.server.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.fake.ManualClock;
import org.yiping.server.SmallCity;
import org.yiping.server.data.Database;
import org.yiping.server.data.Figures;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;

/// The figures of a day by the shipped formulas are what the storage's lists of the same names hold: a number opens to
/// exactly its cases.
class DayFiguresTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    /// When everything that happens by chance has happened.
    private static final Instant NOW = RandomPast.START.plus(Duration.ofDays(440));
    private static final List<String> OF_DAY = List.of("reported", "filed", "dispatched", "closed", "on-time-rate");
    private static final List<Reach> REACHES =
            List.of(Reach.CITY, new Reach(List.of("990101"), null), new Reach(List.of(), "d2"));

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(NOW);
    private Database database;
    private FigureDesk desk;
    private RandomPast past;

    @BeforeEach
    void open() {
        var workflow = new CityFolder(SmallCity.in(folder)).workflow();
        database = Database.open(folder, null);
        desk = FigureDesk.open(
                new FigureDesk.City(database, "journal", workflow, ZONE, new FigureBook(CityFolder.shippedFigures())),
                folder,
                Runnable::run,
                clock);
        past = new RandomPast(6, workflow);
        desk.keeper().follow(past.write(new Ledger(database), 1_500));
    }

    @AfterEach
    void close() {
        desk.keeper().close();
        database.close();
    }

    @Test
    void ofAnyDayTheEngineAndTheListsSayTheSame() {
        Figures stored = new Figures(database);
        int seen = 0;
        LocalDate first = LocalDate.ofInstant(RandomPast.START, ZONE);
        for (Reach reach : REACHES) {
            for (LocalDate day = first.plusDays(20); day.isBefore(first.plusDays(400)); day = day.plusDays(9)) {
                Figures.Day of = new Figures.Day(
                        day.atStartOfDay(ZONE).toInstant(),
                        day.plusDays(1).atStartOfDay(ZONE).toInstant(),
                        NOW);
                Map<String, Figures.Count> counts = stored.counts(of, null, reach, List.of());
                FigureDesk.Answer answer = desk.answer(new FigureDesk.Question(
                        OF_DAY.stream().map(KpiCode::new).toList(),
                        new FigureDesk.Frame("day", day, FigureScope.CITY, reach),
                        Grouping.NONE,
                        ""));
                for (FigureDesk.Told told : answer.groups().get("")) {
                    String code = told.rule().code().value();
                    Figures.Count count = counts.get(code);
                    if (count == null) {
                        continue; // stands beside another
                    }
                    if (code.equals("on-time-rate")) {
                        assertThat(told.figure().denominator())
                                .as(code + " " + day + " " + reach)
                                .isEqualTo(count.cases());
                        assertThat(told.figure().numerator()).as(code).isEqualTo(count.onTime());
                    } else {
                        assertThat(told.figure().value())
                                .as(code + " " + day + " " + reach)
                                .isEqualTo((double) count.cases());
                    }
                    seen += (int) count.cases();
                }
            }
        }
        assertThat(seen).isGreaterThan(200);
    }

    @Test
    void whatStandsNowIsTheSameToo() {
        Figures stored = new Figures(database);
        Figures.Day now = new Figures.Day(NOW, NOW, NOW);
        for (Reach reach : REACHES) {
            DayFigures.Day day = new DayFigures(desk).day(reach).orElseThrow();
            Map<String, Figures.Count> counts = stored.counts(now, null, reach, List.of());
            assertThat(counts.get("overdue").cases()).isPositive();
            assertThat(day.kpis().get("overdue").value())
                    .isEqualTo((double) counts.get("overdue").cases());
            assertThat(day.kpis().get("open").value())
                    .isEqualTo((double) counts.get("open").cases());
            assertThat(day.kpis().get("open").at()).isEqualTo(NOW);
            assertThat(stored.count(now, "due-soon", reach))
                    .isEqualTo(counts.get("due-soon").cases());
            Map<String, @Nullable Double> overdue = new TreeMap<>();
            new DayFigures(desk).departments(reach).orElseThrow().rows().forEach((id, row) -> {
                Double value = row.get("overdue");
                overdue.put(id, value == null ? 0 : value);
            });
            Map<String, @Nullable Double> lists = new HashMap<>();
            stored.byDepartment(now, null, reach)
                    .forEach((id, row) ->
                            lists.put(id, (double) row.get("overdue").cases()));
            assertThat(overdue).isEqualTo(lists);
        }
    }

    @Test
    void aSourceThatBroughtNothingTodayStandsThereWithANought() {
        Map<String, Kpi> kpis =
                new DayFigures(desk).day(Reach.CITY).orElseThrow().kpis();
        assertThat(kpis.get("source-hotline").value()).isZero();
        Instant some = past.cases.getFirst().now.report().reportedAt();
        clock.advance(Duration.between(NOW, some.plusMillis(1)));
        Map<String, Kpi> then =
                new DayFigures(desk).day(Reach.CITY).orElseThrow().kpis();
        Kpi reported = then.get("reported");
        assertThat(reported.numerator()).isPositive();
        assertThat(then.get("source-hotline").value()
                        + then.get("source-collector").value())
                .isEqualTo(reported.value());
    }

    @Test
    void untilTheJournalHasBeenReadNobodyIsToldANought() {
        desk.keeper().close();
        assertThat(new DayFigures(desk).day(Reach.CITY)).isEmpty();
        assertThat(new DayFigures(desk).departments(Reach.CITY)).isEmpty();
    }
}
