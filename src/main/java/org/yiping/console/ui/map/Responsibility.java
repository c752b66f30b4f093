package org.yiping.console.ui.map;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.Person;
import org.yiping.domain.shift.Roster;

/// Who answers for a place, as far as this console knows (谁负责这里). What is absent or empty is unknown and is said to
/// be. Immutable; any thread.
///
/// @param areas       the areas that hold the place, from the district down
/// @param departments those whose duty is bounded by an area around the place, the smallest area first
/// @param collectors  whose beat it lies in, the smallest beat first
/// @param shifts      of the hall that run now
/// @param component   what stands at the place itself
record Responsibility(
        Map<AreaKind, AreaLayer.Area> areas,
        List<Department> departments,
        List<Collector> collectors,
        List<Roster.Shift> shifts,
        @Nullable Component component) {
    /// Somebody whose beat it is, and when they were last heard of in the field.
    record Collector(Person person, @Nullable Instant heard) {}

    Responsibility {
        areas = Map.copyOf(areas);
        departments = List.copyOf(departments);
        collectors = List.copyOf(collectors);
        shifts = List.copyOf(shifts);
    }

    /// The smallest area known.
    Optional<AreaCode> area() {
        return Optional.ofNullable(areas.get(AreaKind.CELL))
                .or(() -> Optional.ofNullable(areas.get(AreaKind.COMMUNITY)))
                .or(() -> Optional.ofNullable(areas.get(AreaKind.STREET)))
                .or(() -> Optional.ofNullable(areas.get(AreaKind.DISTRICT)))
                .map(a -> new AreaCode(a.code()));
    }

    Responsibility with(@Nullable Component other) {
        return new Responsibility(areas, departments, collectors, shifts, other);
    }
}
