package org.yiping.domain.kpi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A figure with what it was counted from. A rate has a denominator; a count has none. A value that cannot be computed
/// is absent, never zero. `unit` is an open code: cases, percent, hours. Immutable; any thread.
public record Kpi(
        KpiCode code,
        @Nullable Double value,
        String unit,
        @Nullable Long numerator,
        @Nullable Long denominator,
        Instant at) {}
