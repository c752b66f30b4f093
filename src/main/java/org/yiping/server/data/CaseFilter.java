package org.yiping.server.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which cases a list is asked for; absent parts do not filter. `area` is a prefix. Immutable; any thread.
public record CaseFilter(
        @Nullable String state,
        @Nullable String department,
        @Nullable String area,
        @Nullable String source,
        @Nullable KpiFilter kpi) {
    public static final CaseFilter ALL = new CaseFilter(null, null, null, null, null);

    void restrict(List<String> where, List<@Nullable Object> args) {
        equal("state", state, where, args);
        equal("department", department, where, args);
        equal("source", source, where, args);
        if (area != null) {
            where.add("area LIKE ? ESCAPE '!'");
            args.add(Sql.literal(area) + "%");
        }
        if (kpi != null) {
            kpi.restrict(where, args);
        }
    }

    private static void equal(String column, @Nullable String value, List<String> where, List<@Nullable Object> args) {
        if (value != null) {
            where.add(column + " = ?");
            args.add(value);
        }
    }
}
