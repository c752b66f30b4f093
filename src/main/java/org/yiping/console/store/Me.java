package org.yiping.console.store;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Actor;

/// Who is signed in here: person, post and seat, name, the areas they may see (empty: the whole city), and the types of
/// commands the post may send; absent where the platform did not tell. Immutable; any thread.
public record Me(
        Actor actor,
        String name,
        List<AreaCode> areas,
        @Nullable Set<String> commands) {
    public Me {
        areas = List.copyOf(areas);
        commands = commands == null ? null : Set.copyOf(commands);
    }

    public Me(Actor actor, String name, List<AreaCode> areas) {
        this(actor, name, areas, null);
    }

    /// Whether the platform's table of rights lets this post send commands of a type. What the platform did not tell is
    /// left for it to refuse.
    public boolean maySend(String type) {
        Set<String> known = commands;
        return known == null || known.contains(type);
    }
}
