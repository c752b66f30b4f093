package org.yiping.server.push;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;

/// What one client sees of the journal: kinds, rows, fields. What it is asked of every change is worked out once. Any
/// thread.
final class Sight {
    private final Access access;
    private final Principal principal;
    private final Set<String> topics;
    private final Masking masking;
    private final Telling telling;
    private final Map<String, Reach> reaches = new ConcurrentHashMap<>();
    private final Map<String, Boolean> kinds = new ConcurrentHashMap<>();

    /// No topics means all.
    Sight(Access access, Principal principal, Set<String> topics, Telling telling) {
        this.access = access;
        this.principal = principal;
        this.topics = topics;
        this.masking = access.masking(principal.post());
        this.telling = telling;
    }

    /// A change as this client gets it: `content` is absent where the row has left its sight, `text` is how it
    /// stands in a frame.
    record Seen(String kind, String id, @Nullable String content, String text) {
        static Seen of(String kind, String id, @Nullable String content, @Nullable String commandId) {
            return new Seen(kind, id, content, Frames.change(kind, id, content, commandId));
        }
    }

    Reach reach(String kind) {
        return reaches.computeIfAbsent(kind, k -> access.reach(k, principal));
    }

    /// Whether this is what that person sees, too, as they are now.
    boolean isOf(Principal now) {
        return principal.equals(now);
    }

    /// Whether the rows somebody sees are the same as in another sight.
    boolean isAsWideAs(Sight other) {
        return principal.person().areas().equals(other.principal.person().areas())
                && Objects.equals(
                        principal.person().department(),
                        other.principal.person().department());
    }

    boolean takes(String kind) {
        return kinds.computeIfAbsent(
                kind, k -> (topics.isEmpty() || topics.contains(k)) && access.mayReceive(k, principal.post()));
    }

    /// Whether anything of a case's history comes.
    boolean takesHistory() {
        return takes(Kinds.RECORD) || takes(Kinds.REVIEW);
    }

    /// Whether rows of cases come unmasked, which is journalled.
    boolean isUnmasked() {
        return takes(Kinds.CASE) && masking.reveals(Kinds.CASE);
    }

    /// Whether a call's number comes as it is, which is journalled call by call.
    boolean isUnmasked(Entry entry) {
        return entry.change().kind().equals(Kinds.CALL)
                && takes(Kinds.CALL)
                && masking.reveals(Kinds.CALL)
                && reach(Kinds.CALL).sees(entry.change().scope());
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
            return Optional.of(telling.of(entry, masking));
        }
        Scope before = entry.before();
        return before != null && reach.sees(before) ? Optional.of(Seen.of(kind, id, null, command)) : Optional.empty();
    }

    /// A row that has come into sight without having changed.
    Seen put(String kind, String id, String content) {
        return Seen.of(kind, id, masking.mask(kind, content), null);
    }
}
