package org.yiping.domain.staff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.Span;

/// Everybody's work in a period, as the platform judged it at `at` by the rules of that version. Immutable;
/// any thread.
public record StaffBoard(Instant at, Span span, String rules, boolean sample, List<Row> rows) {
    public StaffBoard {
        rows = List.copyOf(rows);
    }

    /// A share with what it is made of; absent parts are unknown, and nothing over nothing is no share.
    public record Share(@Nullable Long part, @Nullable Long whole) {
        public static final Share UNKNOWN = new Share(null, null);

        /// From 0 to 1 for what cannot exceed its whole; absent where unknown.
        public @Nullable Double value() {
            return part == null || whole == null || whole == 0 ? null : Double.valueOf((double) part / whole);
        }

        public Share plus(Share other) {
            if (part == null || whole == null) {
                return other;
            }
            return other.part == null || other.whole == null ? this : new Share(part + other.part, whole + other.whole);
        }
    }

    /// One person or vehicle. Shares of time are in milliseconds: `attendance` on duty of planned, `idle` and
    /// `offGrid` of tracked, `gap` of on duty. `coverage` counts points of days. `answered` is of roll-calls
    /// that reached somebody. `heard` is the last live position's time; `days` are those of which anything is
    /// known. `score` is absent below the rules' least; `known` is the share of weights it rests on.
    public record Row(
            String unit,
            String name,
            @Nullable PostCode post,
            List<AreaCode> areas,
            @Nullable Instant heard,
            int days,
            long onDutyMillis,
            long trackedMillis,
            long metres,
            Share attendance,
            Share gap,
            Share idle,
            Share offGrid,
            Share coverage,
            @Nullable Long reported,
            Share valid,
            Share missed,
            Share answered,
            @Nullable Double score,
            double known) {
        public Row {
            areas = List.copyOf(areas);
        }

        /// The share a weight of the score is multiplied with; absent where it is unknown and its weight counts for
        /// nothing.
        public @Nullable Double value(Indicator indicator) {
            return switch (indicator) {
                case ATTENDANCE -> attendance.value();
                case COVERAGE -> coverage.value();
                case ACTIVE -> rest(idle);
                case ON_GRID -> rest(offGrid);
                case VALID -> valid.value();
                case FOUND -> rest(missed);
                case ANSWERED -> answered.value();
            };
        }

        private static @Nullable Double rest(Share share) {
            Double value = share.value();
            return value == null ? null : Double.valueOf(1 - value);
        }
    }
}
