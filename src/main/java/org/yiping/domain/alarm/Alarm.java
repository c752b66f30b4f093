package org.yiping.domain.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;

/// Something that called for a seat's attention (告警): a case that came to it, or one of its cases that is about to be
/// late or is. Immutable; any thread.
public record Alarm(
        CaseId caseId,
        Kind kind,
        ClassCode classCode,
        @Nullable AreaCode area,
        Instant at) {
    /// In the order of their weight.
    public enum Kind {
        NEW,
        SOON,
        OVER
    }
}
