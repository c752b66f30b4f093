package org.yiping.server.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureBoard.Day;
import org.yiping.domain.kpi.FigureBoard.Spread;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Measure;
import org.yiping.fake.ManualClock;
import org.yiping.server.SmallCity;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;
import org.yiping.server.kpi.RandomPast.Known;

/// What panels show against a count that goes through every case.
class FigureBoardsTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant NOW = RandomPast.START.plus(Duration.ofDays(390));

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(NOW);
    private Database database;
    private Ledger ledger;
    private FigureDesk desk;
    private RandomPast past;
    private FigureBoards boards;

    @BeforeEach
    void open() {
        var workflow = new CityFolder(SmallCity.in(folder)).workflow();
        database = Database.open(folder, null);
        desk = FigureDesk.open(
                new FigureDesk.City(database, "journal", workflow, ZONE, new FigureBook(CityFolder.shippedFigures())),
                folder,
                Runnable::run,
                clock);
        past = new RandomPast(4, workflow);
        ledger = new Ledger(database);
        desk.keeper().follow(past.write(ledger, 900));
        boards = new FigureBoards(desk);
    }

    @AfterEach
    void close() {
        desk.keeper().close();
        database.close();
    }

    private static FigureDesk.Frame frame(String period, LocalDate day, FigureScope scope) {
        return new FigureDesk.Frame(period, day, scope, Reach.CITY);
    }

    private long filed(FigureBoard board, java.util.function.Predicate<java.time.ZonedDateTime> when) {
        return past.count(k -> Optional.ofNullable(k.now.progress().milestones().filedAt())
                .filter(board.span()::contains)
                .filter(at -> when.test(at.atZone(ZONE)))
                .isPresent());
    }

    @Test
    void hours_of_the_week_add_up_to_what_was_filed_and_each_opens_to_its_cases() {
        for (LocalDate day : Arrays.asList(null, LocalDate.of(2026, 3, 8))) {
            FigureBoard board = boards.of(frame("quarter", day, FigureScope.CITY));
            assertThat(board.weekHours()).hasSize(168);
            long sum = board.weekHours().stream().mapToLong(Long::longValue).sum();
            assertThat((double) sum)
                    .isEqualTo(board.find(FigureBoard.FILED).orElseThrow().value());
            for (int hour = 0; hour < 168; hour++) {
                int at = hour;
                long expected = filed(board, z -> (z.getDayOfWeek().getValue() - 1) * 24 + z.getHour() == at);
                assertThat(board.weekHours().get(hour)).as("hour " + hour).isEqualTo(expected);
                FigureScope scope = new FigureScope(null, null, null, null, null, null, null, hour);
                assertThat(desk.behind(Counter.FILED, frame("quarter", day, scope), 0, 1000)
                                .total())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void days_are_whole_before_today_and_unknown_before_the_first_case() {
        FigureBoard board = boards.of(frame("month", null, FigureScope.CITY));
        LocalDate today = LocalDate.ofInstant(NOW, ZONE);
        assertThat(board.days()).hasSize(70);
        assertThat(board.days().getLast().day()).isEqualTo(today);
        assertThat(board.days().getLast().whole()).isFalse();
        for (Day d : board.days().subList(0, 69)) {
            assertThat(d.whole()).isTrue();
            assertThat(d.filed())
                    .isEqualTo(past.count(k -> on(k.now.progress().milestones().filedAt(), d.day())));
        }
        assertThat(board.forecast()).isNotNull();
        FigureBoard early = boards.of(frame("month", LocalDate.of(2025, 11, 10), FigureScope.CITY));
        assertThat(early.days().getFirst().filed()).as("before the first case").isNull();
        assertThat(early.days().getLast().day()).isEqualTo(LocalDate.of(2025, 11, 30));
        assertThat(early.forecast()).as("of a past month").isNull();
    }

    private static boolean on(Instant at, LocalDate day) {
        return at != null && LocalDate.ofInstant(at, ZONE).equals(day);
    }

    @Test
    void how_long_things_took_is_what_a_sorted_list_says() {
        FigureBoard board = boards.of(frame("year", LocalDate.of(2026, 5, 1), FigureScope.CITY));
        Spread spread = board.spreads().stream()
                .filter(s -> s.measure() == Measure.FILE_TIME)
                .findFirst()
                .orElseThrow();
        List<Double> hours = past.cases.stream()
                .filter(k -> k.now.progress().milestones().acceptedAt() != null
                        && k.now.progress().milestones().filedAt() != null
                        && board.span().contains(k.now.progress().milestones().filedAt()))
                .map(FigureBoardsTest::fileHours)
                .filter(h -> h >= 0)
                .sorted()
                .toList();
        assertThat(spread.count()).isEqualTo(hours.size());
        assertThat(spread.p50()).isEqualTo(hours.get((hours.size() * 50 + 99) / 100 - 1));
        assertThat(spread.p90()).isEqualTo(hours.get((hours.size() * 90 + 99) / 100 - 1));
    }

    private static double fileHours(Known k) {
        var m = k.now.progress().milestones();
        return Duration.between(m.acceptedAt(), m.filedAt()).toMillis() / 3_600_000.0;
    }

    @Test
    void a_time_without_a_case_has_no_numbers() {
        FigureBoard board = boards.of(frame("month", LocalDate.of(2020, 1, 1), FigureScope.CITY));
        assertThat(board.figures())
                .allSatisfy(f -> assertThat(f.value()).as(f.code().value()).isNull());
        assertThat(board.weekHours()).isEmpty();
        assertThat(board.spreads()).isEmpty();
        assertThat(board.days()).allSatisfy(d -> assertThat(d.filed()).isNull());
        assertThat(board.forecast()).isNull();
    }

    @Test
    void a_board_is_counted_once_for_all_who_look_and_its_parts_with_it() {
        FigureBoard board = boards.of(frame("month", null, FigureScope.CITY));
        assertThat(boards.of(frame("month", null, FigureScope.CITY))).isSameAs(board);
        clock.advance(Duration.ofSeconds(6));
        FigureBoard again = boards.of(frame("month", null, FigureScope.CITY));
        assertThat(again.at()).as("all of it").isEqualTo(clock.instant());
        assertThat(again.version()).isNotEqualTo(board.version());
        assertThat(again.says(board)).as("nothing has changed").isTrue();
        desk.keeper().follow(past.write(ledger, 300));
        clock.advance(Duration.ofSeconds(2));
        assertThat(boards.of(frame("month", null, FigureScope.CITY)).says(board))
                .isFalse();
    }
}
