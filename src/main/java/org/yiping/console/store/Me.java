package org.yiping.console.store;

import java.util.List;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Actor;

/// Who is signed in here: person, post and seat, name, and the areas they may see (empty: the whole city).
/// Immutable; any thread.
public record Me(Actor actor, String name, List<AreaCode> areas) {
    public Me {
        areas = List.copyOf(areas);
    }
}
