package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Added;
import org.yiping.domain.identity.Actor;

/// A supervision order (督办): its kind (an open code: timeout, leader, important), the opinion, and the reply
/// once there is one. `dueAt` is by when the city wants it; absent where none is wanted or the city names no limit. It
/// changes nothing of the case's way. Immutable; any thread.
public record Supervision(
        String kind,
        String opinion,
        Actor by,
        Instant at,
        boolean replyWanted,
        @Nullable String reply,
        @Nullable Instant repliedAt,
        @Added @Nullable Instant dueAt) {
    /// The flag of a case that owes a reply.
    public static final String REPLY_WANTED = "reply-wanted";
}
