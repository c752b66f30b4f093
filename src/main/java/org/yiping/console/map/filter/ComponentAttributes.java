package org.yiping.console.map.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentTable;

/// A city's components as what a filter may ask (部件属性): `class`, `name`, `owner`, `holder`, `authority`, `area`, and
/// their place on the table's plane. Rows are numbered as in the table. Immutable; any thread.
///
/// Class and departments hang on the kind of a row and cost nothing; `name` and `area` are looked at row by row when
/// the columns are made, and only where the filter names them.
public final class ComponentAttributes implements Attributes {
    /// What a filter may name, beside the place.
    public static final List<String> NAMES = List.of("class", "name", "owner", "holder", "authority", "area");

    private final ComponentTable table;
    private final Map<String, Column> columns;

    private ComponentAttributes(ComponentTable table, Map<String, Column> columns) {
        this.table = table;
        this.columns = Map.copyOf(columns);
    }

    /// What this filter needs of the table. Beside the FX thread: it may look at every row.
    public static ComponentAttributes of(ComponentTable table, RowFilter filter) {
        Map<String, Column> columns = new HashMap<>();
        columns.put("class", kinds(table, k -> k.classCode().value()));
        columns.put(
                "owner", kinds(table, k -> k.owner() == null ? null : k.owner().value()));
        columns.put(
                "holder",
                kinds(table, k -> k.holder() == null ? null : k.holder().value()));
        columns.put(
                "authority",
                kinds(table, k -> k.authority() == null ? null : k.authority().value()));
        if (filter.text().contains("name")) {
            columns.put("name", rows(table, table::name));
        }
        if (filter.text().contains("area")) {
            columns.put("area", rows(table, row -> area(table.component(row))));
        }
        return new ComponentAttributes(table, columns);
    }

    private static @Nullable String area(Component component) {
        return component.area() == null ? null : component.area().value();
    }

    /// A column of which every row has what its kind has.
    private static Column kinds(ComponentTable table, Function<ComponentTable.Kind, @Nullable String> word) {
        List<String> values = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        int[] codes = new int[table.kinds().size()];
        for (int kind = 0; kind < codes.length; kind++) {
            codes[kind] = code(values, known, word.apply(table.kinds().get(kind)));
        }
        return new Column.Words(values, row -> codes[table.kind(row)]);
    }

    private static Column rows(ComponentTable table, IntFunction<@Nullable String> word) {
        List<String> values = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        int[] codes = new int[table.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = code(values, known, word.apply(row));
        }
        return new Column.Words(values, row -> codes[row]);
    }

    private static int code(List<String> values, Map<String, Integer> known, @Nullable String word) {
        if (word == null) {
            return -1;
        }
        Integer before = known.putIfAbsent(word, values.size());
        if (before != null) {
            return before;
        }
        values.add(word);
        return values.size() - 1;
    }

    @Override
    public int rows() {
        return table.size();
    }

    @Override
    public double x(int row) {
        ComponentTable.Part part = part(row);
        return part.xs()[row - part.from()];
    }

    @Override
    public double y(int row) {
        ComponentTable.Part part = part(row);
        return part.ys()[row - part.from()];
    }

    /// There are half a dozen.
    private ComponentTable.Part part(int row) {
        for (ComponentTable.Part part : table.parts()) {
            if (row < part.from() + part.size()) {
                return part;
            }
        }
        throw new IndexOutOfBoundsException(row);
    }

    @Override
    public Map<String, Column> columns() {
        return columns;
    }
}
