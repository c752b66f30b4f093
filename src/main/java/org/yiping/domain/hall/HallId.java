package org.yiping.domain.hall;

import org.yiping.domain.Id;

/// A hall (指挥大厅). A platform serves one today.
public record HallId(String value) implements Id {
    /// The platform's own.
    public static final HallId OWN = new HallId("hall");

    public HallId {
        Id.check(value);
    }
}
