package org.yiping.server.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.casework.Case;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Span;
import org.yiping.server.SmallCity;
import org.yiping.server.data.CaseJournal.Line;
import org.yiping.server.data.Reach;

/// Blocks of rows that are left out are those in which there is nothing to count.
class ScanTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int CASES = 3 * FactBlock.ROWS;
    /// One comes in every ten minutes and takes five days.
    private static final Duration APART = Duration.ofMinutes(10);

    private static final Duration TAKES = Duration.ofDays(5);
    private static final Instant NOW = START.plus(APART.multipliedBy(CASES)).plus(Duration.ofDays(30));

    @TempDir
    Path folder;

    private final FigureRules rules = new FigureRules("v", LocalDate.EPOCH, List.of(), List.of(), List.of());

    private static Instant reported(int i) {
        return START.plus(APART.multipliedBy(i));
    }

    private FactTable table() {
        var workflow = new CityFolder(SmallCity.in(folder)).workflow();
        RandomPast past = new RandomPast(1, workflow);
        FactTable table = new FactTable(workflow);
        for (int i = 0; i < CASES; i++) {
            put(table, past.straight("c" + i, reported(i), reported(i).plus(TAKES)), i + 1, 0);
        }
        return table;
    }

    private static void put(FactTable table, Case c, long revision, long previous) {
        table.put(new Line(revision, NOW, null, null, null, null, "", previous), c);
    }

    private @Nullable Long count(FactTable table, Counter counter, Instant from, Instant until) {
        Sieve sieve = new Sieve(table, FigureScope.CITY, Reach.CITY, rules, ZONE);
        Scan scan = new Scan(table, sieve, Set.of(counter), Set.of(), NOW.toEpochMilli());
        Span span = new Span(from, until);
        scan.add(span);
        var found = scan.run().getFirst();
        Long count = found.containsKey("")
                ? found.get("").count(counter)
                : scan.empty(0).count(counter);
        assertThat(Scan.rows(table, sieve, counter, span, NOW.toEpochMilli()).cardinality())
                .isEqualTo(count == null ? 0 : count.intValue());
        return count;
    }

    @Test
    void what_stood_at_any_instant_is_what_had_come_and_not_gone() {
        FactTable table = table();
        for (int day = 1; day < 120; day++) {
            Instant at = START.plus(Duration.ofDays(day));
            long stood = 0;
            for (int i = 0; i < CASES; i++) {
                stood += !reported(i).isAfter(at) && reported(i).plus(TAKES).isAfter(at) ? 1 : 0;
            }
            assertThat(count(table, Counter.OPEN, START, at)).as("day " + day).isEqualTo(stood);
        }
    }

    @Test
    void a_case_that_opens_again_in_an_old_block_is_seen() {
        FactTable table = table();
        assertThat(count(table, Counter.OPEN, START, NOW)).isZero();
        RandomPast past = new RandomPast(2, new CityFolder(SmallCity.in(folder)).workflow());
        put(table, past.straight("c7", reported(7), null), CASES + 1, 8);
        assertThat(count(table, Counter.OPEN, START, NOW)).isEqualTo(1);
        assertThat(count(table, Counter.REOPENED, START, NOW)).isEqualTo(1);
        put(table, past.straight("c7", reported(7), NOW), CASES + 2, CASES + 1);
        assertThat(count(table, Counter.OPEN, START, NOW)).isZero();
    }

    @Test
    void a_correction_to_another_time_is_found_there() {
        FactTable table = table();
        RandomPast past = new RandomPast(3, new CityFolder(SmallCity.in(folder)).workflow());
        Instant later = START.plus(Duration.ofDays(100));
        put(table, past.straight("c7", later, later), CASES + 1, 8);
        assertThat(count(table, Counter.REPORTED, later, later.plusSeconds(1))).isEqualTo(1);
        assertThat(count(table, Counter.REPORTED, reported(7), reported(8))).isZero();
    }
}
