package org.yiping.server.push;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;

/// What one client sees of the journal: kinds, rows, fields. Immutable; any thread.
final class Sight {
    private static final Set<String> OF_CASES = Set.of(Kinds.CASE, Kinds.RECORD, Kinds.REVIEW);

    private final Access access;
    private final Principal principal;
    private final Set<String> topics;
    private final Reach reach;
    private final Masking masking;

    /// No topics means all.
    Sight(Access access, Principal principal, Set<String> topics) {
        this.access = access;
        this.principal = principal;
        this.topics = topics;
        this.reach = access.reach(principal.person(), principal.post());
        this.masking = access.masking(principal.post());
    }

    /// A change as this client gets it: `content` is absent where the row has left its sight.
    record Seen(
            String kind,
            String id,
            @Nullable String content,
            @Nullable String commandId) {}

    Reach reach() {
        return reach;
    }

    boolean takes(String kind) {
        return (topics.isEmpty() || topics.contains(kind)) && access.mayReceive(kind, principal.post());
    }

    /// Whether rows of cases come unmasked, which is journalled.
    boolean isUnmasked() {
        return takes(Kinds.CASE) && masking.isOpen(Kinds.CASE);
    }

    Optional<Seen> see(Entry entry) {
        String kind = entry.change().kind();
        if (!takes(kind)) {
            return Optional.empty();
        }
        String id = entry.change().id();
        String command = entry.origin().commandId();
        if (!OF_CASES.contains(kind) || reach.sees(entry.change().scope())) {
            return Optional.of(
                    new Seen(kind, id, masking.mask(kind, entry.change().content()), command));
        }
        Scope before = entry.before();
        return before != null && reach.sees(before) ? Optional.of(new Seen(kind, id, null, command)) : Optional.empty();
    }

    /// The row of a case that has come into sight.
    Seen put(String id, String content) {
        return new Seen(Kinds.CASE, id, masking.mask(Kinds.CASE, content), null);
    }
}
