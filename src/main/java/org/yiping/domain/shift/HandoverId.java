package org.yiping.domain.shift;

import org.yiping.domain.Id;

/// A hand-over of a shift (交接班).
public record HandoverId(String value) implements Id {
    public HandoverId {
        Id.check(value);
    }
}
