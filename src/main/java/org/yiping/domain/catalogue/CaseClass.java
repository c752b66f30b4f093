package org.yiping.domain.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A class (小类) of cases with its major class, names and criteria. `steps` is how its cases are worked on, absent where
/// the city has written nothing. Immutable; any thread.
public record CaseClass(
        ClassCode code,
        KindCode kind,
        String major,
        String name,
        String nameEnglish,
        List<Criterion> criteria,
        @Nullable Units units,
        @Nullable List<SopStep> steps) {
    /// Who handles (处置单位) and who supervises (监管单位), in the city's own words; several are kept apart by `；`.
    public record Units(String handling, String supervising) {}

    public CaseClass {
        criteria = List.copyOf(criteria);
        steps = steps == null ? null : List.copyOf(steps);
    }

    /// Of a class nobody has named the units of.
    public CaseClass(
            ClassCode code, KindCode kind, String major, String name, String nameEnglish, List<Criterion> criteria) {
        this(code, kind, major, name, nameEnglish, criteria, null, null);
    }

    /// The steps of its cases in their order (处置步骤).
    public List<SopStep> procedure() {
        return steps == null ? List.of() : steps;
    }
}
