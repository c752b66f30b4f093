package org.yiping.domain.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;

/// What somebody said of one moment of the past (点评), of a case or a place where it is about one. A row of its own, so
/// that two who write at once lose nothing; never changed. Immutable; any thread.
public record DebriefComment(
        DebriefCommentId id, DebriefId debrief, int edition, Pin pin, String text, Actor by, Instant at) {

    /// Where in the past it is pinned.
    public record Pin(
            Instant moment,
            @Nullable CaseId caseId,
            @Nullable Position place) {}
}
