package org.yiping.domain.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.DepartmentId;

/// The city's duty grid (责任网格): which department answers for an area, for one class or for all. Immutable; any
/// thread.
public final class DutyGrid {
    private final List<Duty> duties;
    private final Map<String, List<Duty>> byArea = new HashMap<>();

    /// One row; without a class it is for every class.
    public record Duty(AreaCode area, @Nullable ClassCode classCode, DepartmentId department) {}

    public DutyGrid(List<Duty> duties) {
        this.duties = List.copyOf(duties);
        Map<String, List<Duty>> rows = new HashMap<>();
        duties.forEach(d ->
                rows.computeIfAbsent(d.area().value(), _ -> new ArrayList<>()).add(d));
        rows.forEach((area, list) -> byArea.put(area, List.copyOf(list)));
    }

    public List<Duty> duties() {
        return duties;
    }

    /// All that is answered for in an area: one row for each class that has an answer of its own there,
    /// and last the one for every other class; what a smaller area says hides what larger ones do, as
    /// in `of`.
    public List<Duty> at(AreaCode area) {
        Map<ClassCode, Duty> ofClass = new LinkedHashMap<>();
        String code = area.value();
        for (int length = code.length(); length > 0; length--) {
            Duty others = null;
            for (Duty duty : byArea.getOrDefault(code.substring(0, length), List.of())) {
                if (duty.classCode() != null) {
                    ofClass.putIfAbsent(duty.classCode(), duty);
                } else if (others == null) {
                    others = duty;
                }
            }
            if (others != null) {
                List<Duty> all = new ArrayList<>(ofClass.values());
                all.add(others);
                return all;
            }
        }
        return List.copyOf(ofClass.values());
    }

    /// Who answers for a class at a place: the smallest area that has an answer, there the class before all.
    public Optional<Duty> of(@Nullable AreaCode area, ClassCode classCode) {
        String code = area == null ? "" : area.value();
        for (int length = code.length(); length > 0; length--) {
            List<Duty> here = byArea.getOrDefault(code.substring(0, length), List.of());
            Optional<Duty> found = here.stream()
                    .filter(d -> classCode.equals(d.classCode()))
                    .findFirst()
                    .or(() -> here.stream().filter(d -> d.classCode() == null).findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
