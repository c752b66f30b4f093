package org.yiping.domain.assessment;

import org.yiping.domain.Id;

/// A notice to a department (通报、督办单).
public record NoticeId(String value) implements Id {
    public NoticeId {
        Id.check(value);
    }
}
