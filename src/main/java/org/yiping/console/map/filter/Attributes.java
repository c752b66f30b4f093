package org.yiping.console.map.filter;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/// What a filter may ask of the rows of one snapshot (属性). Rows are numbered as there. Immutable; any thread.
public interface Attributes {
    int rows();

    /// Metres east of the city's origin; NaN where the place is unknown.
    double x(int row);

    /// Metres north of the city's origin.
    double y(int row);

    /// By the name filters use.
    Map<String, Column> columns();

    /// One attribute of every row.
    sealed interface Column {
        /// Words of which there are fewer than rows: `code` says which of `values` a row has, or -1 where that is
        /// unknown.
        record Words(List<String> values, IntUnaryOperator code) implements Column {}

        /// A number of each row; NaN where it is unknown.
        record Numbers(IntToDoubleFunction value) implements Column {}
    }
}
