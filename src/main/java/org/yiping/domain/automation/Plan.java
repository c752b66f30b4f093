package org.yiping.domain.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.identity.DepartmentId;

/// What a rule is going to do with a case unless somebody objects before `actsAt` (否决期). Absent `actsAt`: the
/// moment passed while nobody could object, and the rule asks first. `version` is the rule's file. Immutable; any
/// thread.
public record Plan(
        RuleId rule,
        String version,
        ActionCode action,
        Instant madeAt,
        @Nullable Instant actsAt,
        @Nullable CriterionId criterion,
        @Nullable DepartmentId department) {

    /// The same at another time, or asking where there is none.
    public Plan at(@Nullable Instant next) {
        return new Plan(rule, version, action, madeAt, next, criterion, department);
    }
}
