package org.yiping.console.ui.staff;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.staff.StaffBoard;

/// What stands in the table of people, and how it is sorted: what is unknown comes last either way.
/// Stateless.
enum StaffColumn {
    NAME,
    SCORE,
    DUTY,
    ATTENDANCE,
    COVERAGE,
    OFF_GRID,
    IDLE,
    GAP,
    REPORTED,
    VALID,
    MISSED,
    ANSWERED,
    HEARD;

    /// In a narrow window these give way, so that no number that stays is cut.
    boolean gives() {
        return this == DUTY || this == GAP || this == VALID || this == HEARD || this == ATTENDANCE;
    }

    @Nullable
    Double number(StaffBoard.Row row) {
        return switch (this) {
            case NAME -> null;
            case SCORE -> row.score();
            case DUTY -> row.days() == 0 ? null : Double.valueOf((double) row.onDutyMillis());
            case ATTENDANCE -> row.attendance().value();
            case COVERAGE -> row.coverage().value();
            case OFF_GRID -> row.offGrid().value();
            case IDLE -> row.idle().value();
            case GAP -> row.gap().value();
            case REPORTED -> row.reported() == null ? null : Double.valueOf((double) row.reported());
            case VALID -> row.valid().value();
            case MISSED -> row.missed().value();
            case ANSWERED -> row.answered().value();
            case HEARD -> millis(row.heard());
        };
    }

    private static @Nullable Double millis(@Nullable Instant at) {
        return at == null ? null : Double.valueOf((double) at.toEpochMilli());
    }

    Comparator<StaffBoard.Row> order(boolean descending) {
        Comparator<StaffBoard.Row> byName =
                Comparator.comparing(StaffBoard.Row::name).thenComparing(StaffBoard.Row::unit);
        if (this == NAME) {
            return descending ? byName.reversed() : byName;
        }
        Comparator<Double> numbers = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.<StaffBoard.Row, @Nullable Double>comparing(this::number, Comparator.nullsLast(numbers))
                .thenComparing(byName);
    }
}
