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
        boolean here = area == null || areas.isEmpty() || has(area);
        return here && (department == null || (scope.department() != null && names(scope.department(), department)));
    }

    /// Whether one of the codes, which are apart by spaces, lies within. No streams: every change asks for every
    /// listener.
    private boolean has(String codes) {
        for (int from = 0; from >= 0; from = next(codes, from)) {
            for (String area : areas) {
                if (codes.startsWith(area, from)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean names(String departments, String one) {
        for (int from = 0; from >= 0; from = next(departments, from)) {
            int end = from + one.length();
            if (departments.startsWith(one, from) && (end == departments.length() || departments.charAt(end) == ' ')) {
                return true;
            }
        }
        return false;
    }

    /// Where the word after the one at `from` begins, -1 after the last.
    private static int next(String words, int from) {
        int space = words.indexOf(' ', from);
        return space < 0 ? -1 : space + 1;
    }

    /// Whether everything of these areas lies within: what somebody may give away of the own rights.
    public boolean covers(List<String> codes) {
        return areas.isEmpty() || (!codes.isEmpty() && codes.stream().allMatch(this::has));
    }

    /// The same for a table of facts, with columns area and department.
    void restrict(List<String> where, List<@Nullable Object> args) {
        restrictAreas(where, args);
        if (department != null) {
            where.add("' ' || department || ' ' LIKE ? ESCAPE '!'");
            args.add("% " + Sql.literal(department) + " %");
        }
    }

    /// The same for the cases, which keep who leads and who assists apart.
    void restrictCases(List<String> where, List<@Nullable Object> args) {
        restrictAreas(where, args);
        if (department != null) {
            where.add("(department = ? OR ' ' || assisting || ' ' LIKE ? ESCAPE '!')");
            args.add(department);
            args.add("% " + Sql.literal(department) + " %");
        }
    }

    private void restrictAreas(List<String> where, List<@Nullable Object> args) {
        if (!areas.isEmpty()) {
            List<String> any = new ArrayList<>();
            any.add("area IS NULL");
            for (String area : areas) {
                any.add("area LIKE ? ESCAPE '!'");
                args.add(Sql.literal(area) + "%");
                any.add("area LIKE ? ESCAPE '!'");
                args.add("% " + Sql.literal(area) + "%");
            }
            where.add("(" + String.join(" OR ", any) + ")");
        }
    }
}
