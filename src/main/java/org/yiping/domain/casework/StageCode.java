package org.yiping.domain.casework;

import org.yiping.domain.Id;

/// One of the stages a case's progress bar draws, e.g. `dispatch` 派遣 (domain.md 2.1).
public record StageCode(String value) implements Id {
    public StageCode {
        Id.check(value);
    }
}
