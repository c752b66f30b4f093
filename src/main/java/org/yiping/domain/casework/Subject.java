package org.yiping.domain.casework;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.component.ComponentId;

/// What a case is about. The criterion is chosen at filing at the latest. Immutable; any thread.
public record Subject(
        KindCode kind,
        ClassCode classCode,
        @Nullable CriterionId criterion,
        Severity severity,
        @Nullable ComponentId component,
        String description) {}
