package org.yiping.domain.video;

import org.yiping.domain.Id;

/// Names one time somebody spoke through a loudspeaker.
public record BroadcastId(String value) implements Id {
    public BroadcastId {
        Id.check(value);
    }
}
