package org.yiping.server.kpi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.Span;
import org.yiping.server.kpi.FigureDesk.Answer;
import org.yiping.server.kpi.FigureDesk.Frame;
import org.yiping.server.kpi.FigureDesk.Question;
import org.yiping.server.kpi.FigureDesk.Told;

/// Answers to several questions, and all the cases behind counters, of one moment: what goes on paper, is drawn from or
/// is kept has to add up, however fast the city changes meanwhile. Any thread; the table's writer waits for it.
public final class StillFigures {
    private final FigureDesk desk;

    public StillFigures(FigureDesk desk) {
        this.desk = desk;
    }

    /// Cases a counter counts in a frame.
    public record Behind(Frame frame, Counter counter) {}

    /// Rows of the table of facts; `known` says whether their number is one.
    public record Counted(BitSet rows, boolean known) {}

    /// The answers in the order of the questions. `counted` are the counters of whatever was not told apart, and those
    /// asked for beside.
    public record Still(Instant at, long revision, List<Answer> answers, Map<Behind, Counted> counted, Cases cases) {}

    /// Every row that stands in `counted`, each with the revision at which it stands.
    @SuppressWarnings("ArrayRecordComponent") // columns, filled once
    public record Cases(int[] rows, long[] revisions) {}

    /// Throws what the desk throws.
    public Still of(List<Question> questions, Set<Behind> beside) {
        Instant now = desk.now();
        return desk.keeper().reading(table -> {
            List<Answer> answers = new ArrayList<>();
            Set<Behind> behind = new LinkedHashSet<>();
            for (Question question : questions) {
                Answer answer = desk.count(table, question, now);
                answers.add(answer);
                if (question.by() == Grouping.NONE) {
                    counters(answer).forEach(c -> behind.add(new Behind(question.frame(), c)));
                }
            }
            behind.addAll(beside);
            Map<Behind, Counted> counted = new LinkedHashMap<>();
            BitSet all = new BitSet();
            for (Behind each : behind) {
                Counted of = counted(table, each, now);
                counted.put(each, of);
                all.or(of.rows());
            }
            return new Still(now, table.revision(), answers, counted, cases(table, all));
        });
    }

    private static Set<Counter> counters(Answer answer) {
        Set<Counter> counters = EnumSet.noneOf(Counter.class);
        for (Told told : answer.groups().getOrDefault("", List.of())) {
            told.figure().counters().keySet().forEach(c -> Counter.of(c).ifPresent(counters::add));
        }
        return counters;
    }

    /// Every case a counter counted, for a list that may be as long as the city's journal, or to draw from.
    public record Listed(Instant at, long revision, Span span, boolean known, Cases cases) {}

    public Listed list(Behind behind) {
        Instant now = desk.now();
        return desk.keeper().reading(table -> {
            Counted of = counted(table, behind, now);
            Span span = desk.period(behind.frame(), now).span();
            return new Listed(now, table.revision(), span, of.known(), cases(table, of.rows()));
        });
    }

    /// The cases some counters counted, one by one and told apart by groups; by these rules, whichever are in force.
    public Census census(List<Counter> counters, FigureRules rules, Frame frame, Grouping by, String level) {
        Instant now = desk.now();
        return desk.keeper().reading(table -> {
            Span span = desk.period(frame, now).span();
            Scan scan = scan(table, sieve(table, frame, rules), Set.copyOf(counters), now)
                    .by(by, level, desk.areaOf(level));
            return Census.of(table, scan, counters, new Census.When(now, span));
        });
    }

    private static Cases cases(FactTable table, BitSet of) {
        int[] rows = of.stream().toArray();
        long[] revisions = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            revisions[i] = table.revision(rows[i]);
        }
        return new Cases(rows, revisions);
    }

    private Counted counted(FactTable table, Behind behind, Instant now) {
        Frame frame = behind.frame();
        Span span = desk.period(frame, now).span();
        Sieve sieve = sieve(table, frame, desk.rules(span, now));
        Scan scan = scan(table, sieve, Set.of(behind.counter()), now);
        boolean known = scan.empty(scan.add(span)).count(behind.counter()) != null;
        return new Counted(Scan.rows(table, sieve, behind.counter(), span, now.toEpochMilli()), known);
    }

    private Sieve sieve(FactTable table, Frame frame, FigureRules rules) {
        return new Sieve(table, frame.scope(), frame.reach(), rules, desk.zone());
    }

    private static Scan scan(FactTable table, Sieve sieve, Set<Counter> counters, Instant now) {
        return new Scan(table, sieve, counters, EnumSet.noneOf(Measure.class), now.toEpochMilli());
    }
}
