package org.yiping.domain.casework;

import org.yiping.domain.Id;

/// A state of the workflow, an open code of the city's workflow file, e.g. `to-dispatch` 待派遣 (domain.md 2.5).
public record StateCode(String value) implements Id {
    public StateCode {
        Id.check(value);
    }
}
