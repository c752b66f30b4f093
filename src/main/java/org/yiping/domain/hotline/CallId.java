package org.yiping.domain.hotline;

import org.yiping.domain.Id;

/// The switch's own name of a call.
public record CallId(String value) implements Id {
    public CallId {
        Id.check(value);
    }
}
