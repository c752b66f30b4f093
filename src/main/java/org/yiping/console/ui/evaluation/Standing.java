package org.yiping.console.ui.evaluation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.Score;

/// Where an object stands in an edition (名次), and what it was in another one. `rank` counts from 1, who got the same
/// has the same; 0 where there is no score. `change` is absent where either score is unknown; `appeals` are those about
/// its score, decided or not. Immutable; any thread.
record Standing(
        Score score,
        int rank,
        @Nullable Score before,
        @Nullable BigDecimal change,
        int appeals) {
    private static final Comparator<Standing> BEST_FIRST = Comparator.<Standing, @Nullable BigDecimal>comparing(
                    s -> s.score().value(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(s -> s.score().name())
            .thenComparing(s -> s.score().object());

    /// The best first; those without a score last, because unknown is no place.
    static List<Standing> of(Assessment edition, @Nullable Assessment beside) {
        return edition.scores().stream()
                .map(s -> of(edition, s, beside))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static Standing of(Assessment edition, Score score, @Nullable Assessment beside) {
        Score before = beside == null ? null : beside.score(score.object()).orElse(null);
        BigDecimal is = score.value();
        BigDecimal was = before == null ? null : before.value();
        BigDecimal change = is == null || was == null ? null : is.subtract(was);
        int appeals = (int) edition.appeals().stream()
                .filter(x -> x.object().equals(score.object()))
                .count();
        return new Standing(score, is == null ? 0 : rank(edition, is), before, change, appeals);
    }

    private static int rank(Assessment edition, BigDecimal value) {
        int better = 0;
        for (Score other : edition.scores()) {
            BigDecimal their = other.value();
            better += their != null && their.compareTo(value) > 0 ? 1 : 0;
        }
        return better + 1;
    }
}
