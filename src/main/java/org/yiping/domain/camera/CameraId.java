package org.yiping.domain.camera;

import org.yiping.domain.Id;

/// The 20-digit device code (domain.md 9.2) or another platform's opaque id.
public record CameraId(String value) implements Id {
    public CameraId {
        Id.check(value);
    }
}
