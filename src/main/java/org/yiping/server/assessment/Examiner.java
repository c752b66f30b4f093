package org.yiping.server.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.Inputs;
import org.yiping.domain.assessment.Scheme;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.assessment.Scoring;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.assessment.Yardstick;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Formula;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.Span;
import org.yiping.server.data.CaseJournal;
import org.yiping.server.data.Database;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Rows;
import org.yiping.server.kpi.Census;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.kpi.StillFigures;

/// Runs assessments: counts what a scheme asks for, freezes case by case what was counted, and scores that alone. What
/// is counted is what lies in the area, whatever the runner sees. Any thread.
public final class Examiner {
    public static final List<String> PERIODS = List.of("day", "week", "month", "quarter", "year");

    private final FigureDesk figures;
    private final SchemeBook book;
    private final Assessed assessed;
    private final CaseJournal journal;
    private final ZoneId zone;

    public Examiner(FigureDesk figures, SchemeBook book, Database database, ZoneId zone) {
        this.figures = figures;
        this.book = book;
        this.assessed = new Assessed(new Rows(database), zone);
        this.journal = new CaseJournal(database);
        this.zone = zone;
    }

    /// An edition with what each of its scores was counted from, in the order of the scores.
    public record Run(Assessment assessment, List<Inputs> inputs) {}

    /// It cannot be asked so; the message names the part of the wish.
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String part) {
            super(part, null, false, false);
        }
    }

    public SchemeBook book() {
        return book;
    }

    /// What a wish is about, before anything is counted: editions of it have this in common. Throws `Unfit`, and
    /// `FigureDesk.Unknown` for a period nobody knows.
    public Assessment blank(AssessmentId id, AssessmentWish wish, Actor by) {
        if (!PERIODS.contains(wish.period())) {
            throw new Unfit("period");
        }
        FigureDesk.Frame frame = frame(wish.period(), wish.day(), wish.area(), null);
        Span span = figures.span(frame);
        Instant now = figures.now();
        if (span.until().isAfter(now)) {
            throw new Unfit("day");
        }
        AssessmentRules rules = book.on(LocalDate.ofInstant(span.until().minusMillis(1), zone));
        Scheme scheme = rules.find(wish.scheme()).orElseThrow(() -> new Unfit("scheme"));
        Yardstick yardstick = yardstick(rules, scheme, figures.rules(frame));
        return new Assessment(
                id,
                1,
                null,
                wish.reason(),
                yardstick,
                wish.period(),
                span,
                wish.area(),
                wish.objects(),
                0,
                by,
                now,
                Stage.DRAFT,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /// Counts, freezes and scores. Throws `Unfit` for objects nobody knows.
    public Run run(Assessment blank) {
        Yardstick yardstick = blank.yardstick();
        List<Counter> counters = Scoring.counters(yardstick);
        FigureRules rules = rules(yardstick.figures());
        Census census = census(blank, counters, rules);
        String area = blank.area() == null ? "" : blank.area().value();
        Map<String, String> names = assessed.names(yardstick.scheme(), area, blank.span(), rules);
        Set<String> all = new LinkedHashSet<>(names.keySet());
        all.addAll(census.groups().keySet());
        if (!all.containsAll(blank.objects())) {
            throw new Unfit("objects");
        }
        List<Inputs> inputs = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        for (String object : blank.objects().isEmpty() ? all : blank.objects()) {
            Inputs frozen = inputs(blank.id(), object, counters, census);
            inputs.add(frozen);
            scores.add(Scoring.of(yardstick, blank.span(), names.getOrDefault(object, object), frozen, Set.of()));
        }
        return new Run(blank.counted(census.revision(), census.when().at(), scores), inputs);
    }

    /// The cases that would be counted otherwise now than they were: new ones, corrected ones, ones that are gone.
    public List<CaseId> changed(Assessment of, List<Inputs> inputs) {
        List<Counter> counters = Scoring.counters(of.yardstick());
        Census census = census(of, counters, rules(of.yardstick().figures()));
        Set<CaseId> changed = new LinkedHashSet<>();
        for (Inputs then : inputs) {
            Inputs now = inputs(of.id(), then.object(), counters, census);
            Map<CaseId, Long> before = new HashMap<>();
            then.cases().forEach(c -> before.put(c.id(), c.bits()));
            for (Inputs.Counted c : now.cases()) {
                Long bits = before.remove(c.id());
                if (bits == null || bits != c.bits()) {
                    changed.add(c.id());
                }
            }
            changed.addAll(before.keySet());
        }
        return List.copyOf(changed);
    }

    private Yardstick yardstick(AssessmentRules rules, Scheme scheme, FigureRules formulas) {
        List<FigureRule> used = new ArrayList<>();
        for (Scheme.Indicator indicator : scheme.indicators()) {
            FigureRule rule = formulas.find(indicator.figure()).orElseThrow(() -> new Unfit("scheme"));
            if (!isCounted(rule)) {
                throw new Unfit("scheme");
            }
            used.add(rule);
        }
        return new Yardstick(
                rules.version(),
                rules.sample(),
                formulas.version(),
                scheme,
                used,
                rules.grades(),
                rules.decimals(),
                rules.appealDays());
    }

    /// Durations are not kept case by case: nothing that needs one can be counted again.
    private static boolean isCounted(FigureRule rule) {
        try {
            Set<Measure> measures = EnumSet.noneOf(Measure.class);
            Formula.of(rule.formula()).root().collect(EnumSet.noneOf(Counter.class), measures);
            return measures.isEmpty();
        } catch (Formula.Wrong e) {
            return false;
        }
    }

    /// Versions of formulas are kept for ever.
    private FigureRules rules(String version) {
        return figures.book().versions().stream()
                .filter(v -> v.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no figures " + version));
    }

    private Census census(Assessment of, List<Counter> counters, FigureRules rules) {
        Scheme scheme = of.yardstick().scheme();
        LocalDate day = LocalDate.ofInstant(of.span().from(), zone);
        Grouping by = switch (scheme.kind()) {
            case AREA -> Grouping.AREA;
            case DEPARTMENT -> Grouping.DEPARTMENT;
            case POST -> Grouping.PERSON;
        };
        String level = scheme.level() == null ? "" : scheme.level();
        return new StillFigures(figures).census(counters, rules, frame(of.period(), day, of.area(), scheme), by, level);
    }

    private static FigureDesk.Frame frame(
            String period, LocalDate day, @Nullable AreaCode area, @Nullable Scheme scheme) {
        FigureScope scope =
                new FigureScope(area, null, null, null, null, scheme == null ? null : scheme.post(), null, null);
        return new FigureDesk.Frame(period, day, scope, Reach.CITY);
    }

    private Inputs inputs(AssessmentId id, String object, List<Counter> counters, Census census) {
        List<Census.Member> members = census.groups().getOrDefault(object, List.of());
        List<String> ids =
                journal.ids(members.stream().map(Census.Member::revision).toList());
        List<Inputs.Counted> cases = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Census.Member m = members.get(i);
            cases.add(new Inputs.Counted(new CaseId(ids.get(i)), m.revision(), m.bits()));
        }
        return new Inputs(
                id,
                object,
                counters.stream().map(Counter::code).toList(),
                census.unknown().stream().map(Counter::code).collect(Collectors.toSet()),
                cases);
    }
}
