package org.yiping.domain.casework;

import org.yiping.domain.Id;

/// The opaque id of a case. People use its `CaseNumber`.
public record CaseId(String value) implements Id {
    public CaseId {
        Id.check(value);
    }
}
