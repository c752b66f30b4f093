package org.yiping.domain.catalogue;

import org.yiping.domain.Id;

/// A filing criterion (立案条件) of a class, e.g. `E-0110-01`.
public record CriterionId(String value) implements Id {
    public CriterionId {
        Id.check(value);
    }
}
