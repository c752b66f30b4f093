package org.yiping.server.kpi;

// long because every question to the table of facts is asked here, under one clock and one lock

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Formula;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.Period;
import org.yiping.domain.kpi.Span;
import org.yiping.server.data.CaseJournal;
import org.yiping.server.data.Database;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

/// Answers what a figure is, and which cases stand behind it. Any thread.
public final class FigureDesk {
    private static final int KEPT = 300;
    /// Lists hold the texts of their cases: about 200 kB each.
    private static final int KEPT_LISTS = 32;

    private static final int KEPT_ROWS = 100;

    private final FactKeeper keeper;
    private final FigureBook book;
    private final AreaTree areas;
    private final CaseJournal journal;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Executor executor;
    private final FreshAnswers<Question, Answer> answers;
    private final FreshAnswers<Listing, Behind> lists;

    /// Of what: a period with the day it lies on (absent: today; a window ends now), a scope, and what the asker sees.
    public record Frame(String period, @Nullable LocalDate day, FigureScope scope, Reach reach) {
        /// Whether all of an area is asked for and seen: of others a part is counted, or nothing.
        public boolean covers(String area) {
            String asked = scope.area() == null ? "" : scope.area().value();
            return area.startsWith(asked) && new Reach(reach.areas(), null).sees(new Scope(area, null));
        }
    }

    /// `codes` empty asks for all; `level` is of areas, where they are told apart by these.
    public record Question(List<KpiCode> codes, Frame frame, Grouping by, String level) {
        public Question {
            codes = List.copyOf(codes);
        }
    }

    /// A figure with what it was in the period before (环比) and a year before (同比); absent where figures are told
    /// apart, and where that year has no such period.
    public record Told(
            FigureRule rule,
            Figure figure,
            @Nullable Figure before,
            @Nullable Figure lastYear) {}

    /// `groups` by what they are told apart by; one named "" where they are not. Counted at `at` of everything up to
    /// `revision`.
    public record Answer(Instant at, long revision, Span span, Map<String, List<Told>> groups)
            implements FreshAnswers.Counted {}

    /// A page of the cases behind a counter: their rows' texts, how many there are, absent where that is unknown, and
    /// where the next page begins, absent at the last.
    public record Behind(
            Instant at,
            long revision,
            Span span,
            @Nullable Long total,
            List<String> contents,
            @Nullable Integer next) implements FreshAnswers.Counted {}

    /// So many cases of a counter, from its first on.
    private record Listing(Counter counter, Frame frame, int limit) {}

    /// There is no such thing; the message names the part of the question.
    public static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown(String part) {
            super(part, null, false, false);
        }
    }

    private FigureDesk(FactKeeper keeper, City city, Executor executor, InstantSource clock) {
        this.keeper = keeper;
        this.book = city.book();
        this.areas = new AreaTree(new Rows(city.database()));
        this.journal = new CaseJournal(city.database());
        this.zone = city.zone();
        this.clock = clock;
        this.executor = executor;
        this.answers = kept(KEPT, this::anew);
        this.lists = kept(KEPT_LISTS, l -> listed(l.counter(), l.frame(), 0, l.limit()));
    }

    /// Answers that are counted so, as fresh as this desk's own.
    final <Q, A extends FreshAnswers.Counted> FreshAnswers<Q, A> kept(int most, Function<Q, A> counter) {
        return new FreshAnswers<>(most, counter, executor, clock);
    }

    /// What figures are of: a storage, the hash its journal begins with, the workflow that says what has ended.
    public record City(Database database, String journal, Workflow workflow, ZoneId zone, FigureBook book) {}

    /// Begins to count in the background; `folder` is where the table is written down.
    public static FigureDesk open(City city, Path folder, Executor executor, InstantSource clock) {
        FactKeeper keeper = new FactKeeper(
                new CaseJournal(city.database()),
                new Checkpoint(folder.resolve("figures.table"), city.journal(), city.workflow()),
                city.workflow(),
                executor);
        keeper.start();
        return new FigureDesk(keeper, city, executor, clock);
    }

    /// Runs what is counted behind answers that age.
    public Executor background() {
        return executor;
    }

    public FactKeeper keeper() {
        return keeper;
    }

    public FigureBook book() {
        return book;
    }

    /// The city's clock, as far as the wire tells it.
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Throws `Unknown` for a period or figure nobody knows.
    public Answer answer(Question question) {
        return answers.to(question, keeper.current());
    }

    public ZoneId zone() {
        return zone;
    }

    /// The city's day of the first case; the end of days where there is none.
    LocalDate firstDay() {
        long first = keeper.reading(FactTable::first);
        return first == Long.MAX_VALUE ? LocalDate.MAX : LocalDate.ofInstant(Instant.ofEpochMilli(first), zone);
    }

    /// The level of the areas one is made of; of the city without a code.
    public String levelBelow(@Nullable AreaCode area) {
        return areas.below(area == null ? null : area.value());
    }

    /// What a frame's period spans now. Throws `Unknown` for one nobody knows.
    public Span span(Frame frame) {
        return period(frame, now()).span();
    }

    /// How long each thing took that ended in the frame's period; what never happened there is left out.
    List<FigureBoard.Spread> spreads(Frame frame) {
        Instant now = now();
        Set<Measure> all = EnumSet.allOf(Measure.class);
        Tally counted = keeper.reading(table -> {
            Span span = period(frame, now).span();
            Sieve sieve = new Sieve(table, frame.scope(), frame.reach(), rules(span, now), zone);
            Scan scan = new Scan(table, sieve, Set.of(), all, now.toEpochMilli());
            scan.add(span);
            return scan.run().getFirst().getOrDefault("", scan.empty(0));
        });
        // sorted only here, where no writer waits for it
        return all.stream().map(counted::spread).filter(Objects::nonNull).toList();
    }

    /// Counted now, whatever was answered before.
    Answer anew(Question question) {
        Instant now = now();
        // percentiles are sorted and formulas computed when no writer waits any more
        return told(question, keeper.reading(table -> counted(table, question, now, false)));
    }

    Period period(Frame frame, Instant now) {
        LocalDate day = frame.day();
        ZonedDateTime at = day == null
                ? now.atZone(zone)
                : day.plusDays(1).atStartOfDay(zone).minusNanos(1_000_000);
        return Period.of(frame.period(), at).orElseThrow(() -> new Unknown("period"));
    }

    FigureRules rules(Span span, Instant now) {
        Instant last = span.until().isAfter(now) ? now : span.until().minusMillis(1);
        return book.at(last.isBefore(span.from()) ? span.from() : last, zone);
    }

    Answer count(FactTable table, Question question, Instant now) {
        return told(question, counted(table, question, now, false));
    }

    /// Counts everything anew from the journal, and what a year comes to from every row: `equal` where both say what is
    /// told anyway.
    public FactKeeper.Recount recount() {
        FactKeeper.Recount recount = keeper.recount();
        Instant now = now();
        Frame year = new Frame("year", null, FigureScope.CITY, Reach.CITY);
        boolean same = true;
        for (Grouping by : List.of(Grouping.NONE, Grouping.DEPARTMENT)) {
            Question question = new Question(List.of(), year, by, "");
            same &= keeper.reading(table -> told(question, counted(table, question, now, false))
                    .equals(told(question, counted(table, question, now, true))));
        }
        return new FactKeeper.Recount(recount.equal() && same, recount.cases(), recount.revision());
    }

    /// What was counted for a question: by span its groups, and what a group without anything has.
    private record Counted(
            Instant at,
            long revision,
            FigureRules rules,
            List<FigureRule> asked,
            List<Span> spans,
            List<Map<String, Tally>> groups,
            List<Tally> empty) {}

    /// `plain`: from every row, whatever blocks came to before.
    private Counted counted(FactTable table, Question question, Instant now, boolean plain) {
        Frame frame = question.frame();
        Period period = period(frame, now);
        FigureRules rules = rules(period.span(), now);
        List<FigureRule> asked = asked(rules, question.codes());
        Set<Counter> counters = EnumSet.noneOf(Counter.class);
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        asked.forEach(f -> book.formula(f).root().collect(counters, measures));
        Sieve sieve = new Sieve(table, frame.scope(), frame.reach(), rules, zone);
        Scan scan = new Scan(table, sieve, counters, measures, now.toEpochMilli())
                .by(question.by(), question.level(), areaOf(question.level()));
        List<Span> spans = new ArrayList<>(List.of(period.span()));
        if (question.by() == Grouping.NONE) {
            spans.add(period.before(now));
            period.lastYear(now).ifPresent(spans::add);
        }
        if (plain) {
            scan.plain();
        }
        // of a year the one before and the same a year ago are one: it is counted once
        List<Span> distinct = spans.stream().distinct().toList();
        List<Tally> empty = distinct.stream().map(s -> scan.empty(scan.add(s))).toList();
        List<Map<String, Tally>> groups = scan.run();
        List<Integer> places = spans.stream().map(distinct::indexOf).toList();
        return new Counted(
                now,
                table.revision(),
                rules,
                asked,
                spans,
                places.stream().map(groups::get).toList(),
                places.stream().map(empty::get).toList());
    }

    private Answer told(Question question, Counted counted) {
        List<Span> spans = counted.spans();
        Map<String, Tally> own = new TreeMap<>(counted.groups().getFirst());
        if (question.by() == Grouping.NONE) {
            own.putIfAbsent("", counted.empty().getFirst());
        }
        // of the same formula: what changed between two periods shall be the city, not the arithmetic
        List<@Nullable Tally> others = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            others.add(
                    i < spans.size()
                            ? counted.groups()
                                    .get(i)
                                    .getOrDefault("", counted.empty().get(i))
                            : null);
        }
        FigureRules rules = counted.rules();
        Map<String, List<Told>> groups = new TreeMap<>();
        own.forEach((name, tally) -> {
            List<Told> told = new ArrayList<>();
            for (FigureRule rule : counted.asked()) {
                Tally before = others.getFirst();
                Tally year = others.getLast();
                told.add(new Told(
                        rule,
                        figure(rules, rule, tally, spans.getFirst()),
                        before == null ? null : figure(rules, rule, before, spans.get(1)),
                        year == null ? null : figure(rules, rule, year, spans.get(2))));
            }
            groups.put(name, told);
        });
        return new Answer(counted.at(), counted.revision(), spans.getFirst(), groups);
    }

    /// In which area of a level one lies, by their codes.
    Function<String, @Nullable String> areaOf(String level) {
        return code -> areas.of(code, level);
    }

    private Figure figure(FigureRules rules, FigureRule rule, Tally tally, Span span) {
        Formula formula = book.formula(rule);
        Set<Counter> counters = EnumSet.noneOf(Counter.class);
        formula.root().collect(counters, EnumSet.noneOf(Measure.class));
        Map<String, @Nullable Long> numbers = new LinkedHashMap<>();
        counters.forEach(c -> numbers.put(c.code(), tally.count(c)));
        return Figure.of(rule, rules.version(), formula, tally, numbers, span);
    }

    private static List<FigureRule> asked(FigureRules rules, List<KpiCode> codes) {
        if (codes.isEmpty()) {
            return rules.figures();
        }
        Set<FigureRule> asked = new LinkedHashSet<>();
        for (KpiCode code : codes) {
            FigureRule rule = rules.find(code).orElseThrow(() -> new Unknown("codes"));
            asked.add(rule);
            rule.companions().forEach(c -> rules.find(c).ifPresent(asked::add));
        }
        return List.copyOf(asked);
    }

    /// The cases a counter counted, from the row `after` on. The beginning of a list stands beside a number on screens
    /// that ask for both again and again, and is as fresh as it; what is turned to is counted when it is asked for.
    public Behind behind(Counter counter, Frame frame, int after, int limit) {
        return after == 0 && limit <= KEPT_ROWS
                ? lists.to(new Listing(counter, frame, limit), keeper.current())
                : listed(counter, frame, after, limit);
    }

    private Behind listed(Counter counter, Frame frame, int after, int limit) {
        Instant now = now();
        record Found(
                long revision,
                Span span,
                @Nullable Long total,
                List<Long> revisions,
                @Nullable Integer next) {}
        Found found = keeper.reading(table -> {
            Span span = period(frame, now).span();
            Sieve sieve = new Sieve(table, frame.scope(), frame.reach(), rules(span, now), zone);
            Scan scan = new Scan(table, sieve, Set.of(counter), Set.of(), now.toEpochMilli());
            boolean known = scan.empty(scan.add(span)).count(counter) != null;
            BitSet rows = Scan.rows(table, sieve, counter, span, now.toEpochMilli());
            List<Long> page = new ArrayList<>();
            int row = rows.nextSetBit(after);
            while (row >= 0 && page.size() < limit) {
                page.add(table.revision(row));
                row = rows.nextSetBit(row + 1);
            }
            return new Found(
                    table.revision(),
                    span,
                    known ? Long.valueOf(rows.cardinality()) : null,
                    page,
                    row < 0 ? null : Integer.valueOf(row));
        });
        return new Behind(
                now, found.revision(), found.span(), found.total(), journal.contents(found.revisions()), found.next());
    }

    /// The figures of the version that counts for a frame's period.
    public FigureRules rules(Frame frame) {
        Instant now = now();
        return rules(period(frame, now).span(), now);
    }

    /// What cases said at these revisions.
    public List<String> contents(List<Long> revisions) {
        return journal.contents(revisions);
    }
}
