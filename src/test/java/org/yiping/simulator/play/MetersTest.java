package org.yiping.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Limits;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorState;

class MetersTest {
    private static final Instant START = Instant.parse("2026-11-26T04:00:00Z");
    private static final Duration PROMISE = Duration.ofMinutes(15);

    @Test
    void aCityIsMostlyQuietWithAFewAlarmsAFewSilentAndOneOutOfOrder() {
        List<Sensor> sensors = sensors(300, true);
        Map<SensorId, Reading> last = new HashMap<>();
        Map<SensorState, Integer> most = new EnumMap<>(SensorState.class);
        Meters meters = new Meters(sensors, 3, START);
        for (int second = 0; second < 1800; second += 2) {
            Instant now = START.plusSeconds(second);
            meters.said(now, 5000).forEach(r -> last.put(r.sensor(), r));
            if (second > 60) {
                Map<SensorState, Long> states = sensors.stream()
                        .collect(Collectors.groupingBy(
                                s -> SensorState.of(s.limits(), last.get(s.id()), now, PROMISE),
                                Collectors.counting()));
                states.forEach((state, n) -> most.merge(state, n.intValue(), Math::max));
                assertThat(states).doesNotContainKey(SensorState.UNKNOWN);
                assertThat(states.get(SensorState.NORMAL)).isGreaterThan(250);
                assertThat(states.get(SensorState.FAULT)).isEqualTo(1);
                assertThat(states.get(SensorState.STALE)).isBetween(3L, 4L);
            }
        }
        assertThat(most.get(SensorState.WARNING)).isBetween(3, 25);
        assertThat(most.get(SensorState.ALARM)).isBetween(1, 15);
    }

    @Test
    void theSameSeedSaysTheSame() {
        assertThat(hour(sensors(50, true), 8)).isEqualTo(hour(sensors(50, true), 8));
        assertThat(hour(sensors(50, true), 8)).isNotEqualTo(hour(sensors(50, true), 9));
    }

    @Test
    void nothingIsMadeUpOfASensorThatIsReal() {
        assertThat(hour(sensors(50, false), 1)).isEmpty();
    }

    @Test
    void noCallIsLargerThanAskedForAndNobodyIsForgotten() {
        Meters meters = new Meters(sensors(500, true), 1, START);
        Map<SensorId, Integer> times = new HashMap<>();
        for (int second = 0; second < 600; second += 2) {
            List<Reading> said = meters.said(START.plusSeconds(second), 20);
            assertThat(said).hasSizeLessThanOrEqualTo(20);
            said.forEach(r -> times.merge(r.sensor(), 1, Integer::sum));
        }
        assertThat(times).hasSize(500);
    }

    private static List<Reading> hour(List<Sensor> sensors, long seed) {
        Meters meters = new Meters(sensors, seed, START);
        List<Reading> all = new ArrayList<>();
        for (int second = 0; second < 3600; second += 10) {
            all.addAll(meters.said(START.plusSeconds(second), 5000));
        }
        return all;
    }

    private static List<Sensor> sensors(int count, boolean simulated) {
        List<Sensor> all = new ArrayList<>();
        List<String> kinds = List.of("air", "noise", "gas", "water-pressure");
        List<Limits> limits = List.of(
                new Limits(75.0, 115.0), new Limits(65.0, 75.0), new Limits(10.0, 20.0), new Limits(200.0, 140.0));
        for (int i = 0; i < count; i++) {
            all.add(new Sensor(
                    new SensorId("s" + i),
                    kinds.get(i % 4),
                    "s",
                    new Position(104, 30),
                    null,
                    "",
                    limits.get(i % 4),
                    simulated));
        }
        return all;
    }
}
