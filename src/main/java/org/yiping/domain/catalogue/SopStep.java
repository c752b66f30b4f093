package org.yiping.domain.catalogue;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;

/// One step of how cases of a class are worked on (处置步骤, SOP), in the city's own words. `before` is the action before
/// which it should be done; absent: before the case is closed. Where it is `required`, that action is refused without
/// it; else the action only names it. Immutable; any thread.
public record SopStep(
        String id,
        String words,
        @Nullable String english,
        @Nullable ActionCode before,
        boolean required) {}
