package org.yiping.server.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.city.CityFolder;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.Moment;
import org.yiping.domain.kpi.Span;
import org.yiping.server.SmallCity;
import org.yiping.server.data.CaseJournal.Line;
import org.yiping.server.data.Reach;

/// What blocks came to before is used only while it is what their rows say: against a count that goes through every row
/// each time, while cases come, change late and long afterwards, move to other times, and clocks run over.
@SuppressWarnings("EnumOrdinal") // the table's columns
class SubtotalsTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant START = Instant.parse("2025-10-20T00:00:00Z");
    private static final int CASES = 3 * FactBlock.ROWS + 500;
    private static final Duration APART = Duration.ofMinutes(30);
    private static final Instant END = START.plus(APART.multipliedBy(CASES));
    private static final FigureRules RULES = new FigureRules(
            "v",
            LocalDate.EPOCH,
            List.of(new SourceCode("hotline")),
            List.of(new FigureRules.Successor(
                    new DepartmentId("d3"), new DepartmentId("d1"), LocalDate.of(2026, 3, 8))),
            List.of());

    @TempDir
    Path folder;

    private FactTable table;
    private RandomPast past;
    private long[] stands;
    private long revision;

    private record Asked(Set<Counter> counters, Set<Measure> measures, FigureScope scope, Reach reach, Grouping by) {}

    @BeforeEach
    void fill() {
        Workflow workflow = new CityFolder(SmallCity.in(folder)).workflow();
        table = new FactTable(workflow);
        past = new RandomPast(5, workflow, true);
        stands = new long[CASES + 1_000];
        for (int i = 0; i < CASES; i++) {
            put(i, START.plus(APART.multipliedBy(i)), i % 7);
        }
    }

    private void put(int i, Instant reported, int who) {
        Case c = past.made("c" + i, reported);
        DepartmentId department = c.progress().department();
        AreaCode area = c.place().area();
        String person = who == 0 ? null : "p" + who % 3;
        table.put(
                new Line(
                        ++revision,
                        END,
                        person,
                        person == null ? null : "acceptor",
                        area == null ? null : area.value(),
                        department == null ? null : department.value(),
                        "",
                        stands[i]),
                c);
        stands[i] = revision;
    }

    private static @Nullable String district(String code) {
        return code.length() < 6 ? null : code.substring(0, 6);
    }

    private Scan scan(Asked asked, Instant now) {
        Sieve sieve = new Sieve(table, asked.scope(), asked.reach(), RULES, ZONE);
        return new Scan(table, sieve, asked.counters(), asked.measures(), now.toEpochMilli())
                .by(asked.by(), "district", SubtotalsTest::district);
    }

    /// Row by row; by group the number of each counter and, one by one, the durations.
    private Map<String, List<Object>> plain(Asked asked, Span span, Instant at) {
        Sieve sieve = new Sieve(table, asked.scope(), asked.reach(), RULES, ZONE);
        Groups groups = new Groups(table, sieve, asked.by(), SubtotalsTest::district, new Names());
        long now = at.toEpochMilli();
        long from = span.from().toEpochMilli();
        long until = span.until().toEpochMilli();
        Map<String, Tally> found = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            FactBlock block = table.block(row);
            int place = FactTable.place(row);
            for (int moment = 0; moment <= FactTable.MOMENTS; moment++) {
                boolean standing = moment == FactTable.MOMENTS;
                int as = standing ? -1 : moment;
                long then = standing ? Math.min(until, now) : block.moments[moment][place];
                boolean in = standing
                        ? block.moments[0][place] <= then
                                && (block.ended[place] == FactTable.NEVER || block.ended[place] > then)
                        : then >= from && then < until;
                if (!in || !sieve.passes(block, place) || !sieve.passes(block, place, as, then)) {
                    continue;
                }
                int group = groups.of(block, place, as, then);
                if (group == Groups.NONE) {
                    continue;
                }
                for (Counter c : asked.counters()) {
                    if (c.moment().ordinal() == moment && c.counts(sieve.marks(block, place, now))) {
                        tally(found, groups.name(group), asked).add(c, 1);
                    }
                }
                for (Measure m : asked.measures()) {
                    long began = block.moments[m.from().ordinal()][place];
                    if (m.until().ordinal() == moment && began != FactTable.NEVER && began <= then) {
                        tally(found, groups.name(group), asked).add(m, then - began);
                    }
                }
            }
        }
        return told(found, asked);
    }

    private static Tally tally(Map<String, Tally> found, String group, Asked asked) {
        return found.computeIfAbsent(group, _ -> new Tally(asked.counters(), asked.measures()));
    }

    private static Map<String, List<Object>> told(Map<String, Tally> tallies, Asked asked) {
        Map<String, List<Object>> told = new TreeMap<>();
        tallies.forEach((group, tally) -> {
            List<Object> numbers = new ArrayList<>();
            // of the past nobody knows which stood how, but for how many were open
            asked.counters().stream()
                    .filter(Counter::isKnownOfThePast)
                    .sorted()
                    .forEach(c -> numbers.add(c + " " + tally.count(c)));
            asked.measures().stream().sorted().forEach(m -> {
                for (Measure.Statistic s : Measure.Statistic.values()) {
                    numbers.add(m + " " + s + " " + tally.duration(m, s));
                }
            });
            told.put(group, numbers);
        });
        return told;
    }

    private static List<Asked> questions() {
        Set<Counter> all = EnumSet.allOf(Counter.class);
        List<Asked> questions = new ArrayList<>();
        for (Grouping by : Grouping.values()) {
            questions.add(new Asked(all, EnumSet.allOf(Measure.class), FigureScope.CITY, Reach.CITY, by));
            questions.add(new Asked(
                    EnumSet.of(Counter.REPORTED, Counter.HANDLE_OVERDUE_PENDING, Counter.OPEN),
                    Set.of(),
                    FigureScope.of(new AreaCode("990101")),
                    new Reach(List.of("9901"), "d2"),
                    by));
        }
        FigureScope[] scopes = {
            FigureScope.of(new DepartmentId("d1")),
            new FigureScope(null, null, new ClassCode("E-01"), null, new PersonId("p1"), null, null, null),
            new FigureScope(null, null, null, new SourceCode("hotline"), null, new PostCode("acceptor"), null, null),
            new FigureScope(null, null, null, null, null, null, 1, null),
            new FigureScope(null, null, null, null, null, null, null, 26)
        };
        for (FigureScope scope : scopes) {
            questions.add(new Asked(all, Set.of(Measure.CLOSE_TIME), scope, Reach.CITY, Grouping.NONE));
        }
        return questions;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void numbersAreWhatEveryRowSays(long seed) {
        Random random = new Random(seed);
        List<Asked> questions = questions();
        int rows = CASES;
        Instant now = END;
        for (int round = 0; round < 6; round++) {
            for (Asked asked : questions) {
                List<Span> spans = List.of(
                        new Span(START.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(100))),
                        new Span(now.minus(Duration.ofDays(90)), now),
                        new Span(START.plus(Duration.ofDays(random.nextInt(60))), END.minus(Duration.ofDays(40))));
                Scan scan = scan(asked, now);
                spans.forEach(scan::add);
                List<Map<String, Tally>> counted = scan.run();
                for (int i = 0; i < spans.size(); i++) {
                    assertThat(told(counted.get(i), asked))
                            .as("%s in %s at %s", asked, spans.get(i), now)
                            .isEqualTo(plain(asked, spans.get(i), now));
                }
            }
            int block = round % 3; // the others stay as they are
            for (int change = 0; change < 20; change++) { // late, into any day there was
                int i = block * FactBlock.ROWS + random.nextInt(FactBlock.ROWS);
                boolean moved = random.nextInt(4) == 0;
                put(i, START.plus(APART.multipliedBy(moved ? random.nextInt(CASES) : i)), change);
            }
            if (round % 2 == 0) {
                put(rows, now, round);
                rows++;
            }
            // clocks run over with no entry, and a machine's clock may be set back
            now = round == 3 ? now.minus(Duration.ofDays(20)) : now.plus(Duration.ofHours(7L * (round + 1)));
        }
    }

    @Test
    void whatHasNotChangedIsNotLookedAt() {
        Asked asked = new Asked(Set.of(Counter.REPORTED), Set.of(), FigureScope.CITY, Reach.CITY, Grouping.CLASS);
        Span span = new Span(START.plus(Duration.ofDays(1)), END);
        Scan first = scan(asked, END);
        first.add(span);
        first.run();
        assertThat(first.looked()).as("every block").isEqualTo(4);
        Scan again = scan(asked, END);
        again.add(span);
        again.run();
        assertThat(again.looked()).as("the one a day was cut from").isEqualTo(1);
        put(FactBlock.ROWS + 7, START.plus(APART.multipliedBy(FactBlock.ROWS + 7)), 1);
        Scan changed = scan(asked, END);
        changed.add(span);
        changed.run();
        assertThat(changed.looked()).as("and the one with a late entry").isEqualTo(2);
        // the next clock that runs over: of the rows of one block
        Scan over = scan(asked, Instant.ofEpochMilli(due(END) + 1));
        over.add(span);
        over.run();
        assertThat(over.looked()).as("and the one where a clock has run over").isEqualTo(2);
    }

    /// The first clock that runs over after an instant.
    private long due(Instant after) {
        long first = Long.MAX_VALUE;
        for (int row = 0; row < table.size(); row++) {
            FactBlock block = table.block(row);
            for (long due : new long[] {block.due[FactTable.place(row)], block.replyDue[FactTable.place(row)]}) {
                first = due >= after.toEpochMilli() ? Math.min(first, due) : first;
            }
        }
        return first;
    }

    @Test
    void theyTakeNoMoreRoomThanTheyMay() {
        Span span = new Span(START.minusSeconds(1), END.plus(Duration.ofDays(400)));
        List<Counter> all = new ArrayList<>(Arrays.asList(Counter.values()));
        Collections.shuffle(all, new Random(3));
        for (int i = 0; i < 40; i++) {
            Set<Counter> some = EnumSet.copyOf(all);
            some.remove(all.get(i % all.size()));
            some.removeIf(c -> c.moment() == Moment.STANDING);
            Scan scan = scan(new Asked(some, Set.of(), FigureScope.CITY, Reach.CITY, Grouping.WEEK_HOUR), END);
            scan.add(span);
            scan.run();
            assertThat(table.subtotals.cells()).isPositive().isLessThan((1 << 20) + (1 << 19));
        }
        for (int i = 0; i < 10_000; i++) { // nothing is in them
            FigureScope nowhere = FigureScope.of(new AreaCode("x" + i));
            Scan scan = scan(new Asked(Set.of(Counter.FILED), Set.of(), nowhere, Reach.CITY, Grouping.NONE), END);
            scan.add(new Span(END.plusSeconds(1), END.plusSeconds(2)));
            scan.run();
        }
        assertThat(table.subtotals.cells()).isLessThan((1 << 20) + (1 << 19));
    }
}
