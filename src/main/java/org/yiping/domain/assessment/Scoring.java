package org.yiping.domain.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Expression;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.Formula;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.Rational;
import org.yiping.domain.kpi.Span;

/// The one way from frozen inputs to a score: at the run, after an appeal, and whenever somebody counts it again. Exact
/// until the one rounding at the end. Stateless; any thread.
public final class Scoring {
    private Scoring() {}

    /// Throws `IllegalArgumentException` where a formula cannot be read: it could, when the yardstick was made.
    public static Score of(Yardstick yardstick, Span span, String name, Inputs inputs, Set<CaseId> without) {
        Expression.Source source = inputs.source(without);
        List<Figure> figures = new ArrayList<>();
        List<@Nullable Rational> scores = new ArrayList<>();
        List<Scheme.Indicator> indicators = yardstick.scheme().indicators();
        int known = 0;
        Rational sum = Rational.ZERO;
        for (int i = 0; i < indicators.size(); i++) {
            Formula formula = formula(yardstick.rules().get(i));
            Rational value = formula.root().value(source);
            Rational score = value == null ? null : indicators.get(i).scale().score(value);
            figures.add(Figure.of(
                    yardstick.rules().get(i), yardstick.figures(), formula, source, counted(formula, source), span));
            scores.add(score);
            if (score != null) {
                known += indicators.get(i).weight();
                sum = sum.plus(score.times(Rational.of(indicators.get(i).weight())));
            }
        }
        boolean enough = known >= yardstick.scheme().leastKnown();
        BigDecimal value = enough ? rounded(sum.over(Rational.of(known)), yardstick.decimals()) : null;
        List<Score.Part> parts = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            parts.add(part(
                    figures.get(i),
                    indicators.get(i).weight(),
                    scores.get(i),
                    enough ? known : 0,
                    yardstick.decimals()));
        }
        Set<CaseId> there = Set.copyOf(inputs.cases().stream()
                .map(Inputs.Counted::id)
                .filter(without::contains)
                .toList());
        return new Score(
                inputs.object(),
                name,
                value,
                value == null ? null : Grade.of(yardstick.grades(), value),
                known,
                inputs.cases().size(),
                there.size(),
                parts);
    }

    /// What an indicator cost is said with a digit more than the whole, so that small losses are seen.
    private static Score.Part part(Figure figure, int weight, @Nullable Rational score, int known, int decimals) {
        if (score == null) {
            return new Score.Part(figure, weight, null, null);
        }
        Rational missed = Rational.of(100).plus(score.negative());
        return new Score.Part(
                figure,
                weight,
                rounded(score, decimals),
                known == 0 ? null : rounded(missed.times(Rational.of(weight)).over(Rational.of(known)), decimals + 1));
    }

    /// The cases by which an indicator lost points: of a rate those of the denominator that are not in
    /// the numerator, of a complement those in the numerator, of anything else all that were counted.
    public static List<CaseId> behind(Yardstick yardstick, Inputs inputs, int indicator, Set<CaseId> without) {
        Formula formula = formula(yardstick.rules().get(indicator));
        Set<Counter> all = EnumSet.noneOf(Counter.class);
        formula.root().collect(all, EnumSet.noneOf(Measure.class));
        Expression.Binary division = formula.division();
        String kind = yardstick.scheme().indicators().get(indicator).scale().kind();
        Counter numerator = division != null && division.left() instanceof Expression.Count(Counter c) ? c : null;
        Counter denominator = division != null && division.right() instanceof Expression.Count(Counter c) ? c : null;
        return inputs.cases().stream()
                .filter(c -> !without.contains(c.id()))
                .filter(c -> {
                    if (numerator == null || denominator == null || kind.equals(Scale.STEPS)) {
                        return all.stream().anyMatch(x -> inputs.counts(c, x));
                    }
                    return kind.equals(Scale.SHARE)
                            ? inputs.counts(c, denominator) && !inputs.counts(c, numerator)
                            : inputs.counts(c, numerator);
                })
                .map(Inputs.Counted::id)
                .toList();
    }

    /// The counters a yardstick asks for, in the order in which inputs keep them.
    public static List<Counter> counters(Yardstick yardstick) {
        Set<Counter> all = EnumSet.noneOf(Counter.class);
        yardstick.rules().forEach(r -> formula(r).root().collect(all, EnumSet.noneOf(Measure.class)));
        return List.copyOf(all);
    }

    private static Map<String, @Nullable Long> counted(Formula formula, Expression.Source source) {
        Set<Counter> counters = EnumSet.noneOf(Counter.class);
        formula.root().collect(counters, EnumSet.noneOf(Measure.class));
        Map<String, @Nullable Long> numbers = new LinkedHashMap<>();
        counters.forEach(c -> numbers.put(c.code(), source.count(c)));
        return numbers;
    }

    private static Formula formula(FigureRule rule) {
        try {
            return Formula.of(rule.formula());
        } catch (Formula.Wrong e) {
            throw new IllegalArgumentException(rule.code().value() + ": " + e.getMessage(), e);
        }
    }

    private static BigDecimal rounded(Rational value, int decimals) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), decimals, RoundingMode.HALF_UP);
    }
}
