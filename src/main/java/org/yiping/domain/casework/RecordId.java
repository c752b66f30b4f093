package org.yiping.domain.casework;

import org.yiping.domain.Id;

/// The id of one flow record (流程记录).
public record RecordId(String value) implements Id {
    public RecordId {
        Id.check(value);
    }
}
