package org.yiping.domain.catalogue;

import java.util.List;

/// A class (小类) of cases with its major class, names and criteria. Immutable; any thread.
public record CaseClass(
        ClassCode code, KindCode kind, String major, String name, String nameEnglish, List<Criterion> criteria) {
    public CaseClass {
        criteria = List.copyOf(criteria);
    }
}
