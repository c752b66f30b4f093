package org.yiping.server.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows somebody may see: areas by prefix of their code (empty: the whole city) and, for a department's terminal,
/// only what that department has. Said once here, for rows in memory and for SQL alike. Immutable; any thread.
public record Reach(List<String> areas, @Nullable String department) {
    public static final Reach CITY = new Reach(List.of(), null);

    public Reach {
        areas = List.copyOf(areas);
    }

    /// A row without an area is seen by everyone who sees its department's.
    public boolean sees(Scope scope) {
        String area = scope.area();
        boolean here = area == null || areas.isEmpty() || areas.stream().anyMatch(area::startsWith);
        return here && (department == null || department.equals(scope.department()));
    }

    /// The same for a table with columns area and department.
    void restrict(List<String> where, List<@Nullable Object> args) {
        if (!areas.isEmpty()) {
            List<String> any = new ArrayList<>();
            any.add("area IS NULL");
            for (String area : areas) {
                any.add("area LIKE ?");
                args.add(area.replace("%", "").replace("_", "") + "%");
            }
            where.add("(" + String.join(" OR ", any) + ")");
        }
        if (department != null) {
            where.add("department = ?");
            args.add(department);
        }
    }
}
