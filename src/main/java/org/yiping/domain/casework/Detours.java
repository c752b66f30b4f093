package org.yiping.domain.casework;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a case went through beside the straight way: how often (open codes: extension, return, wrong-dispatch,
/// rework, suspension, forced-close …), what is asked for now, and the last supervision order. Immutable; any
/// thread.
public record Detours(
        Map<String, Integer> counts,
        @Nullable Request request,
        @Nullable Supervision supervision) {
    static final Detours NONE = new Detours(Map.of(), null, null);

    public Detours {
        counts = Map.copyOf(counts);
    }

    Detours counted(@Nullable String what) {
        if (what == null) {
            return this;
        }
        Map<String, Integer> more = new HashMap<>(counts);
        more.merge(what, 1, Integer::sum);
        return new Detours(more, request, supervision);
    }
}
