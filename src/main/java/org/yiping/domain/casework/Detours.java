package org.yiping.domain.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Added;

/// What a case went through beside the straight way: how often (open codes: extension, return, wrong-dispatch,
/// rework, suspension, forced-close …), what is asked for now, the last supervision order, who gave it back, the
/// case it was merged into (并案), and what calling the caller back came to. Immutable; any thread.
public record Detours(
        Map<String, Integer> counts,
        @Nullable Request request,
        @Nullable Supervision supervision,
        @Nullable List<Bounce> bounces,
        @Nullable CaseId mergedInto,
        @Added @Nullable CallBack callBack) {
    static final Detours NONE = new Detours(Map.of(), null, null, null, null);

    /// Of a case whose caller nobody called back.
    public Detours(
            Map<String, Integer> counts,
            @Nullable Request request,
            @Nullable Supervision supervision,
            @Nullable List<Bounce> bounces,
            @Nullable CaseId mergedInto) {
        this(counts, request, supervision, bounces, mergedInto, null);
    }

    public Detours {
        counts = Map.copyOf(counts);
        bounces = bounces == null ? null : List.copyOf(bounces);
    }

    Detours counted(@Nullable String what) {
        if (what == null) {
            return this;
        }
        Map<String, Integer> more = new HashMap<>(counts);
        more.merge(what, 1, Integer::sum);
        return new Detours(more, request, supervision, bounces, mergedInto, callBack);
    }

    Detours bounced(Bounce bounce) {
        List<Bounce> more = new ArrayList<>(bounces == null ? List.of() : bounces);
        more.add(bounce);
        return new Detours(counts, request, supervision, more, mergedInto, callBack);
    }

    Detours merged(CaseId into) {
        return new Detours(counts, request, supervision, bounces, into, callBack);
    }
}
