package org.yiping.domain.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Position;

/// One sign-in or sign-out of duty (签到、签退) by somebody's own hand. `at` is the platform's time, `told` the
/// device's. Immutable; any thread.
public record DutySign(
        boolean in,
        Instant at,
        @Nullable Instant told,
        @Nullable Position position) {}
