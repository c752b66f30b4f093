package org.yiping.server.data;

import org.jspecify.annotations.Nullable;

/// A row as it shall be: `content` is its JSON. `facts` are there for cases alone; `caseId` for what belongs to a
/// case's history. Immutable; any thread.
public record Change(
        String kind,
        String id,
        String content,
        Scope scope,
        @Nullable CaseFacts facts,
        @Nullable String caseId) {

    public static Change fact(String kind, String id, String content, Scope scope) {
        return new Change(kind, id, content, scope, null, null);
    }
}
