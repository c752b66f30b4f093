package org.yiping.domain.room;

import org.yiping.domain.Id;

/// A debrief, as whoever opened it calls it.
public record DebriefId(String value) implements Id {
    public DebriefId {
        Id.check(value);
    }
}
