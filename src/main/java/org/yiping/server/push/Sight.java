package org.yiping.server.push;

import java.util.Objects;
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
    private final Access access;
    private final Principal principal;
    private final Set<String> topics;
    private final Masking masking;

    /// No topics means all.
    Sight(Access access, Principal principal, Set<String> topics) {
        this.access = access;
        this.principal = principal;
        this.topics = topics;
        this.masking = access.masking(principal.post());
    }

    /// A change as this client gets it: `content` is absent where the row has left its sight.
    record Seen(
            String kind,
            String id,
            @Nullable String content,
            @Nullable String commandId) {}

    Reach reach(String kind) {
        return access.reach(kind, principal);
    }

    /// Whether the rows somebody sees are the same as in another sight.
    boolean isAsWideAs(Sight other) {
        return principal.person().areas().equals(other.principal.person().areas())
                && Objects.equals(
                        principal.person().department(),
                        other.principal.person().department());
    }

    boolean takes(String kind) {
        return (topics.isEmpty() || topics.contains(kind)) && access.mayReceive(kind, principal.post());
    }

    /// Whether anything of a case's history comes.
    boolean takesHistory() {
        return takes(Kinds.RECORD) || takes(Kinds.REVIEW);
    }

    /// Whether rows of cases come unmasked, which is journalled.
    boolean isUnmasked() {
        return takes(Kinds.CASE) && masking.reveals(Kinds.CASE);
    }

    Optional<Seen> see(Entry entry) {
        String kind = entry.change().kind();
        if (!takes(kind)) {
            return Optional.empty();
        }
        String id = entry.change().id();
        String command = entry.origin().commandId();
        Reach reach = reach(kind);
        if (reach.sees(entry.change().scope())) {
            return Optional.of(
                    new Seen(kind, id, masking.mask(kind, entry.change().content()), command));
        }
        Scope before = entry.before();
        return before != null && reach.sees(before) ? Optional.of(new Seen(kind, id, null, command)) : Optional.empty();
    }

    /// A row that has come into sight without having changed.
    Seen put(String kind, String id, String content) {
        return new Seen(kind, id, masking.mask(kind, content), null);
    }
}
