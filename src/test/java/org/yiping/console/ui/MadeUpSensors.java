package org.yiping.console.ui;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Tables;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;

/// What the sensors of a made-up city say: most are quiet, some warn, a few raise alarm, are late, broken or silent.
final class MadeUpSensors {
    private MadeUpSensors() {}

    static void put(Tables tables, List<Sensor> sensors, Instant now) {
        SplittableRandom random = new SplittableRandom(11); // its own: who was where before stays there
        Map<SensorId, Sensor> rows = new HashMap<>();
        Map<SensorId, Reading> said = new HashMap<>();
        for (int i = 0; i < sensors.size(); i++) {
            Sensor s = sensors.get(i);
            rows.put(s.id(), s);
            if (i % 23 != 7) {
                boolean late = i % 31 == 5;
                said.put(
                        s.id(),
                        new Reading(s.id(), value(s, i, random), now.minusSeconds(late ? 3000 : random.nextInt(15))));
            }
        }
        tables.sensors.apply(rows, Set.of());
        tables.readings.apply(said, Set.of());
        tables.readings.freshness(new Freshness(true, now));
    }

    private static @Nullable Double value(Sensor s, int i, SplittableRandom random) {
        double warning = Objects.requireNonNull(s.limits().warning());
        double alarm = Objects.requireNonNull(s.limits().alarm());
        double share = i % 29 == 3 ? 1.2 : i % 17 == 2 ? 0.4 : -0.4 - random.nextDouble();
        return i % 37 == 9
                ? null
                : Double.valueOf(Math.round(Math.max(0, warning + share * (alarm - warning)) * 10) / 10.0);
    }
}
