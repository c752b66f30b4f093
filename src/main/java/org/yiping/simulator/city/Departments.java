package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;

/// The forty professional departments (专业部门): the city's, each district's and each street's, by `demo/departments.csv`.
/// Immutable.
record Departments(List<Department> all) {

    static Departments of(AreaTree areas) {
        List<Department> out = new ArrayList<>();
        for (String[] row : Table.rows("departments.csv")) {
            AreaNode.Level level = AreaNode.Level.valueOf(row[0].toUpperCase(Locale.ROOT));
            for (AreaNode area : areas.level(level)) {
                String place = level == AreaNode.Level.CITY ? "示范市" : area.name();
                List<AreaCode> limits = level == AreaNode.Level.CITY ? List.of() : List.of(area.code());
                out.add(new Department(
                        new DepartmentId(String.format(Locale.ROOT, "D%02d", out.size() + 1)),
                        place + row[1],
                        List.of(row[2].split(";")).stream().map(ClassCode::new).toList(),
                        limits));
            }
        }
        return new Departments(List.copyOf(out));
    }

    /// Who answers for a class at a place: the one with the smallest area.
    Department of(ClassCode classCode, AreaCode area) {
        return all.stream()
                .filter(d -> d.classes().contains(classCode) && covers(d, area))
                .max((a, b) -> Integer.compare(reach(a), reach(b)))
                .orElseThrow(() -> new IllegalStateException("no department for " + classCode.value()));
    }

    /// Who has the whole city for a class, where that is somebody else: the property and the oversight.
    @Nullable
    Department above(ClassCode classCode, Department below) {
        return all.stream()
                .filter(d -> d.classes().contains(classCode) && d.areas().isEmpty() && !d.equals(below))
                .findFirst()
                .orElse(null);
    }

    private static boolean covers(Department d, AreaCode area) {
        return d.areas().isEmpty()
                || d.areas().stream().anyMatch(a -> area.value().startsWith(a.value()));
    }

    private static int reach(Department d) {
        return d.areas().isEmpty() ? 0 : d.areas().getFirst().value().length();
    }
}
