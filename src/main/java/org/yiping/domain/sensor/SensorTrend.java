package org.yiping.domain.sensor;

import java.time.Instant;
import java.util.List;

/// What a sensor said hour by hour for a day up to its newest word, oldest first; an hour nothing was said in
/// has no point. `running` says that the last point is of an hour that is not over. Immutable; any thread.
public record SensorTrend(SensorId sensor, List<Point> points, boolean running) {
    public SensorTrend {
        points = List.copyOf(points);
    }

    /// The mean of the hour that begins then, or what a series holds of that moment.
    public record Point(Instant at, double value) {}
}
