package org.yiping.domain.field;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Position;

/// The last known place of somebody or something in the field: telemetry, not a journal fact.
///
/// `id` is the person's or vehicle's; `kind` an open code: collector, handler, vehicle, drone. `headingDegrees`
/// clockwise from north, absent where the device tells none or does not move. `at` is the sender's time; a place older
/// than its promise is drawn stale, never moved on.
/// Immutable; any thread.
public record FieldUnit(
        String id,
        String kind,
        String name,
        Position position,
        @Nullable Double headingDegrees,
        Instant at) {
    public FieldUnit(String id, String kind, String name, Position position, double headingDegrees, Instant at) {
        this(id, kind, name, position, Double.valueOf(headingDegrees), at);
    }
}
