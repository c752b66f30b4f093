package org.yiping.console.ui.assessment;

import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.DepartmentFigures;
import org.yiping.domain.identity.DepartmentId;

/// A department in the table with its figures of the period; without figures everything is unknown, not zero.
/// Immutable; any thread.
record DepartmentRow(DepartmentId id, String name, @Nullable DepartmentFigures figures) {
    /// What the table can be put in order by.
    enum Column {
        NAME,
        FILED,
        OPEN,
        CLOSED,
        OVERDUE,
        RATE
    }

    /// The figure in this column; absent where it is not known, and for the name.
    @Nullable
    Double figure(Column column) {
        DepartmentFigures f = figures;
        if (f == null) {
            return null;
        }
        return switch (column) {
            case NAME -> null;
            case FILED -> (double) f.filed();
            case OPEN -> (double) f.open();
            case CLOSED -> (double) f.closed();
            case OVERDUE -> (double) f.overdue();
            case RATE -> f.onTimeRate();
        };
    }

    /// Unknown stands last in either direction: it is neither the best nor the worst.
    static Comparator<DepartmentRow> order(Column column, boolean descending) {
        Comparator<DepartmentRow> byName = Comparator.comparing(DepartmentRow::name);
        if (column == Column.NAME) {
            return descending ? byName.reversed() : byName;
        }
        Function<DepartmentRow, @Nullable Double> figure = row -> row.figure(column);
        Comparator<Double> numbers = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<@Nullable Double> unknownLast = Comparator.nullsLast(numbers);
        return ((Comparator<DepartmentRow>) (a, b) -> unknownLast.compare(figure.apply(a), figure.apply(b)))
                .thenComparing(byName);
    }
}
