package org.yiping.domain.wall;

import org.yiping.domain.Id;

/// A display wall (大屏) of a platform's hall.
public record WallId(String value) implements Id {
    /// The one every platform has.
    public static final WallId OWN = new WallId("wall");

    public WallId {
        Id.check(value);
    }
}
