package org.yiping.domain.casework;

import org.yiping.domain.Id;

/// A button of the workflow, an open code of the city's workflow file, e.g. `file` 立案 (domain.md 2.5).
public record ActionCode(String value) implements Id {
    public ActionCode {
        Id.check(value);
    }
}
