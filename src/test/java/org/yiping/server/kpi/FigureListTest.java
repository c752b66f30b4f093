package org.yiping.server.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Moment;
import org.yiping.domain.kpi.Span;
import org.yiping.fake.ManualClock;
import org.yiping.server.SmallCity;
import org.yiping.server.data.CaseJournal;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;

/// The list behind a counter is what a look at every single case finds, whichever rows it leaves out and
/// wherever a page begins.
@SuppressWarnings("EnumOrdinal") // the table's columns
class FigureListTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final FigureRules RULES = new FigureRules("v", LocalDate.EPOCH, List.of(), List.of(), List.of());
    /// More than a block of cases.
    private static final int CHANGES = 15_000;

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(RandomPast.START.plus(Duration.ofDays(200)));
    private Workflow workflow;
    private Database database;
    private FigureDesk desk;

    @BeforeEach
    void open() {
        workflow = new CityFolder(SmallCity.in(folder)).workflow();
        database = Database.open(folder, null);
        desk = FigureDesk.open(
                new FigureDesk.City(database, "journal", workflow, ZONE, new FigureBook(List.of(RULES))),
                folder,
                Runnable::run,
                clock);
    }

    @AfterEach
    void close() {
        desk.keeper().close();
        database.close();
    }

    private static FigureDesk.Frame frame(String period, @Nullable LocalDate day) {
        return new FigureDesk.Frame(period, day, FigureScope.CITY, Reach.CITY);
    }

    /// One case after another, without a block, a set of open ones, or anything that was counted before.
    private @Nullable List<Long> plain(Counter counter, FigureDesk.Frame frame) {
        long now = desk.now().toEpochMilli();
        Span span = desk.span(frame);
        long from = span.from().toEpochMilli();
        long until = span.until().toEpochMilli();
        return desk.keeper().reading(table -> {
            Sieve sieve = new Sieve(table, frame.scope(), frame.reach(), RULES, ZONE);
            Scan scan = new Scan(table, sieve, Set.of(counter), Set.of(), now);
            if (scan.empty(scan.add(span)).count(counter) == null) {
                return null;
            }
            List<Long> found = new ArrayList<>();
            for (int row = 0; row < table.size(); row++) {
                FactBlock block = table.block(row);
                int place = FactTable.place(row);
                boolean in;
                if (counter.moment() == Moment.STANDING) {
                    long at = Math.min(until, now);
                    long reported = block.moments[0][place];
                    in = reported != FactTable.NEVER
                            && reported <= at
                            && (block.ended[place] == FactTable.NEVER || block.ended[place] > at);
                } else {
                    long at = block.moments[counter.moment().ordinal()][place];
                    in = at >= from && at < until;
                }
                if (in && counter.counts(sieve.marks(block, place, now))) {
                    found.add(block.revisions[place]);
                }
            }
            return found;
        });
    }

    private List<String> turned(Counter counter, FigureDesk.Frame frame, int limit) {
        List<String> all = new ArrayList<>();
        Integer after = 0;
        while (after != null) {
            FigureDesk.Behind page = desk.behind(counter, frame, after, limit);
            assertThat(page.contents()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.contents());
            after = page.next();
        }
        return all;
    }

    private void check(Counter counter, FigureDesk.Frame frame) {
        List<Long> plain = plain(counter, frame);
        FigureDesk.Behind first = desk.behind(counter, frame, 0, 100);
        assertThat(first.revision()).isEqualTo(desk.keeper().revision());
        if (plain == null) {
            assertThat(first.total()).isNull();
            assertThat(first.contents()).isEmpty();
            return;
        }
        List<String> contents = new CaseJournal(database).contents(plain);
        assertThat(first.total()).as(counter + " " + frame).isEqualTo(plain.size());
        assertThat(first.contents()).isEqualTo(contents.subList(0, Math.min(100, contents.size())));
        assertThat(turned(counter, frame, 97)).as(counter + " " + frame).isEqualTo(contents);
    }

    @Test
    void itIsWhatALookAtEveryCaseFinds() {
        RandomPast past = new RandomPast(11, workflow);
        Ledger ledger = new Ledger(database);
        for (int i = 0; i < 3; i++) {
            desk.keeper().follow(past.write(ledger, CHANGES / 3));
            for (Counter counter : Counter.values()) {
                for (LocalDate day : Arrays.asList(null, LocalDate.of(2026, 1, 12))) {
                    check(counter, frame(i == 0 ? "day" : i == 1 ? "month" : "year", day));
                }
            }
            assertThat(desk.keeper().recount().equal()).isTrue();
            clock.advance(Duration.ofDays(95)); // cases end of which it was not yet said that they stand no more
        }
        assertThat(past.cases.size()).isGreaterThan(FactBlock.ROWS);
    }

    @Test
    void theBeginningIsAsFreshAsTheNumberBesideIt() {
        RandomPast past = new RandomPast(12, workflow);
        Ledger ledger = new Ledger(database);
        desk.keeper().follow(past.write(ledger, 500));
        Instant before = desk.behind(Counter.OPEN, frame("day", null), 0, 50).at();
        desk.keeper().follow(past.write(ledger, 500));
        clock.advance(Duration.ofMillis(500));
        assertThat(desk.behind(Counter.OPEN, frame("day", null), 0, 50).at())
                .as("asked for again by every screen of a hall")
                .isEqualTo(before);
        assertThat(desk.behind(Counter.OPEN, frame("day", null), 1, 50).revision())
                .as("turned to")
                .isEqualTo(desk.keeper().revision());
        clock.advance(Duration.ofMillis(1_100));
        check(Counter.OPEN, frame("day", null));
        assertThat(desk.behind(Counter.OPEN, frame("day", null), 0, 50).revision())
                .isEqualTo(desk.keeper().revision());
    }
}
