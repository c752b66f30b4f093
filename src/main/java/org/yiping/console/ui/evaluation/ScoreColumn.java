package org.yiping.console.ui.evaluation;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.assessment.Score;

/// What stands in the table of scores, and how it is sorted: what is unknown comes last either way. Stateless.
enum ScoreColumn {
    /// With the grade before it.
    NAME,
    SCORE,
    RANK,
    BEFORE,
    CHANGE,
    KNOWN,
    CASES,
    APPEALS;

    private static final double ROOM_FOR_RANK = 460;
    private static final double ROOM_FOR_ALL = 720;

    /// Whether there is room for it in so many pixels at 100 %, so that no number that stays is cut;
    /// `compared` is beside another period.
    boolean isShown(boolean compared, double room) {
        return switch (this) {
            case NAME, SCORE -> true;
            case BEFORE, CHANGE -> compared;
            case RANK -> !compared || room >= ROOM_FOR_RANK;
            case KNOWN, CASES, APPEALS -> room >= (compared ? ROOM_FOR_ALL : ROOM_FOR_RANK);
        };
    }

    /// What it is sorted by; absent where that is unknown.
    @Nullable
    BigDecimal number(Standing row) {
        Score before = row.before();
        return switch (this) {
            case NAME -> null;
            case SCORE -> row.score().value();
            case RANK -> row.rank() == 0 ? null : BigDecimal.valueOf(row.rank());
            case BEFORE -> before == null ? null : before.value();
            case CHANGE -> row.change();
            case KNOWN -> BigDecimal.valueOf(row.score().knownWeight());
            case CASES -> BigDecimal.valueOf(row.score().cases());
            case APPEALS -> BigDecimal.valueOf(row.appeals());
        };
    }

    Comparator<Standing> order(boolean descending) {
        Comparator<Standing> byName = Comparator.comparing(
                        (Standing s) -> s.score().name())
                .thenComparing(s -> s.score().object());
        if (this == NAME) {
            return descending ? byName.reversed() : byName;
        }
        Comparator<BigDecimal> numbers = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.<Standing, @Nullable BigDecimal>comparing(this::number, Comparator.nullsLast(numbers))
                .thenComparing(byName);
    }
}
