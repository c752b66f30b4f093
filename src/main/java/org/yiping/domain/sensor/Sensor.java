package org.yiping.domain.sensor;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;

/// A sensor (感知设备) as the platform lists it: identity, place, what it measures and from when on that is bad.
///
/// `kind` is an open code: air, noise, gas, water-level, manhole, bridge … `unit` is that of its values and limits,
/// as it is written beside them, and may be empty. What it says is a `Reading`. `simulated` values carry the mark
/// 模拟. Immutable; any thread.
public record Sensor(
        SensorId id,
        String kind,
        String name,
        Position position,
        @Nullable AreaCode area,
        String unit,
        Limits limits,
        boolean simulated) {
    /// The same sensor, in the area its place was found to lie in.
    public Sensor in(@Nullable AreaCode found) {
        return new Sensor(id, kind, name, position, found, unit, limits, simulated);
    }
}
