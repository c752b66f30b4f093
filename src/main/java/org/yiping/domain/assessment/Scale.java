package org.yiping.domain.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Rational;

/// How a figure becomes a score from 0 to 100 (domain.md 6.3): `share` is the rate × 100, `complement`
/// (1 − rate) × 100, `steps` a score for each range of a volume. Immutable; any thread.
public record Scale(String kind, @Nullable List<Step> steps) {
    public static final String SHARE = "share";
    public static final String COMPLEMENT = "complement";
    public static final String STEPS = "steps";
    private static final Rational HUNDRED = Rational.of(100);

    /// From this value on, until the next step.
    public record Step(long from, int score) {}

    public Scale {
        steps = steps == null ? null : List.copyOf(steps);
    }

    /// Of a value as the figure's formula gives it: a share is between 0 and 1.
    public Rational score(Rational value) {
        Rational score = switch (kind) {
            case SHARE -> value.times(HUNDRED);
            case COMPLEMENT -> Rational.of(1).plus(value.negative()).times(HUNDRED);
            default -> Rational.of(step(value));
        };
        return score.compareTo(Rational.ZERO) < 0 ? Rational.ZERO : score.compareTo(HUNDRED) > 0 ? HUNDRED : score;
    }

    private int step(Rational value) {
        List<Step> all = steps == null ? List.of() : steps;
        int score = all.isEmpty() ? 0 : all.getFirst().score();
        for (Step step : all) {
            if (value.compareTo(Rational.of(BigDecimal.valueOf(step.from()))) >= 0) {
                score = step.score();
            }
        }
        return score;
    }

    /// What is wrong with it, in words.
    Optional<String> fault() {
        return switch (kind) {
            case SHARE, COMPLEMENT -> steps == null ? Optional.empty() : Optional.of("a " + kind + " has no steps");
            case STEPS -> wrongSteps();
            default -> Optional.of("a scale is share, complement or steps, not " + kind);
        };
    }

    private Optional<String> wrongSteps() {
        if (steps == null || steps.isEmpty() || steps.getFirst().from() != 0) {
            return Optional.of("steps begin at 0");
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.score() < 0 || step.score() > 100) {
                return Optional.of("a step scores 0 to 100");
            }
            if (i > 0 && step.from() <= steps.get(i - 1).from()) {
                return Optional.of("steps ascend");
            }
        }
        return Optional.empty();
    }
}
