package org.yiping.domain.room;

import org.yiping.domain.Id;

/// A comment of a debrief: the id of the command that made it, so that a repetition is the same comment.
public record DebriefCommentId(String value) implements Id {
    public DebriefCommentId {
        Id.check(value);
    }
}
