package org.yiping.server.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;

/// What foreign names of classes and departments are called here: finds the city's own or makes one and remembers
/// that it was made. One thread.
final class ForeignNames {
    private final String prefix;
    private final Map<String, CaseClass> classes = new LinkedHashMap<>();
    private final Map<String, Department> departments = new LinkedHashMap<>();
    private final List<CaseClass> newClasses = new ArrayList<>();
    private final List<Department> newDepartments = new ArrayList<>();

    ForeignNames(String prefix, Iterable<CaseClass> known, Iterable<Department> knownDepartments) {
        this.prefix = prefix;
        known.forEach(c -> classes.put(key(c.major(), c.name()), c));
        knownDepartments.forEach(d -> departments.put(d.name(), d));
    }

    CaseClass caseClass(@Nullable String major, String name) {
        String of = major == null ? "" : major;
        return classes.computeIfAbsent(key(of, name), k -> {
            CaseClass made = new CaseClass(
                    new ClassCode("S-" + prefix + "-" + (classes.size() + 1)),
                    new KindCode("service"),
                    of,
                    name,
                    name,
                    List.of());
            newClasses.add(made);
            return made;
        });
    }

    Department department(String name) {
        return departments.computeIfAbsent(name, n -> {
            Department made =
                    new Department(new DepartmentId(prefix + "-" + (departments.size() + 1)), n, List.of(), List.of());
            newDepartments.add(made);
            return made;
        });
    }

    /// What was made since the last call.
    List<CaseClass> takeClasses() {
        List<CaseClass> taken = List.copyOf(newClasses);
        newClasses.clear();
        return taken;
    }

    List<Department> takeDepartments() {
        List<Department> taken = List.copyOf(newDepartments);
        newDepartments.clear();
        return taken;
    }

    private static String key(String major, String name) {
        return major + "\n" + name;
    }
}
