package org.yiping.domain.capture;

import org.yiping.domain.Id;

/// The recogniser's own name of what it saw.
public record CaptureId(String value) implements Id {
    public CaptureId {
        Id.check(value);
    }
}
