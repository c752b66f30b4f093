package org.yiping.domain.casework;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.Limit;

/// Why a clock is due when it is: the limit, where it came from and the versions of catalogue (or workflow) and
/// calendar in force. A case's own clock has the `limit` of its criterion, a stage of the hall the continuous
/// `stageLimit` of the workflow. Both are absent on imported cases, whose target date another platform set.
/// Immutable; any thread.
public record ClockBasis(
        @Nullable Limit limit,
        @Nullable CriterionId criterion,
        @Nullable Duration stageLimit,
        String catalogueVersion,
        String calendarVersion) {
    public ClockBasis(
            @Nullable Limit limit, @Nullable CriterionId criterion, String catalogueVersion, String calendarVersion) {
        this(limit, criterion, null, catalogueVersion, calendarVersion);
    }
}
