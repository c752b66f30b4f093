package org.yiping.console.ui.evaluation;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.assessment.Score;

/// What stands in the table of scores, and how it is sorted: what is unknown comes last either way. Stateless.
enum ScoreColumn {
    GRADE,
    NAME,
    SCORE,
    RANK,
    BEFORE,
    CHANGE,
    KNOWN,
    CASES;

    /// In a narrow window these give way, so that no number that stays is cut.
    boolean gives() {
        return this == KNOWN || this == CASES;
    }

    /// What it is sorted by; a grade and a rank follow from the score.
    @Nullable
    BigDecimal number(Standing row) {
        Score before = row.before();
        return switch (this) {
            case NAME -> null;
            case GRADE, SCORE -> row.score().value();
            case RANK -> row.rank() == 0 ? null : BigDecimal.valueOf(row.rank());
            case BEFORE -> before == null ? null : before.value();
            case CHANGE -> row.change();
            case KNOWN -> BigDecimal.valueOf(row.score().knownWeight());
            case CASES -> BigDecimal.valueOf(row.score().cases());
        };
    }

    Comparator<Standing> order(boolean descending) {
        Comparator<Standing> byName = Comparator.comparing((Standing s) -> s.score().name())
                .thenComparing(s -> s.score().object());
        if (this == NAME) {
            return descending ? byName.reversed() : byName;
        }
        Comparator<BigDecimal> numbers = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.<Standing, @Nullable BigDecimal>comparing(this::number, Comparator.nullsLast(numbers))
                .thenComparing(byName);
    }
}
