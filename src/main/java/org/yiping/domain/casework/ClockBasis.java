package org.yiping.domain.casework;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.Limit;

/// Why a clock is due when it is: the limit, where it came from and the versions of catalogue and calendar in force.
/// A limit is absent on imported cases, whose target date another platform set. Immutable; any thread.
public record ClockBasis(
        @Nullable Limit limit, @Nullable CriterionId criterion, String catalogueVersion, String calendarVersion) {}
