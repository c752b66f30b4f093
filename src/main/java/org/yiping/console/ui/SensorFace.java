package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.store.Rows;
import org.yiping.console.store.Stores;
import org.yiping.domain.sensor.Limits;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorState;

/// How a sensor and what it said are shown: state, value, limits and letter in words. Any thread.
public final class SensorFace {
    private static final Duration PROMISE = Duration.ofMinutes(15);
    private static final Set<String> KINDS =
            Set.of("air", "noise", "gas", "water-level", "water-pressure", "manhole", "bridge");

    private final Desk desk;
    private final Messages messages;

    public SensorFace(Desk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    /// Within how long a sensor promises to say something.
    public Duration promise() {
        return desk.city().map(c -> c.promises().of("sensors", PROMISE)).orElse(PROMISE);
    }

    /// What is known of it now. Without the platform's live word nothing is of now.
    public SensorState state(Sensor sensor, Instant now) {
        return state(sensor, last(sensor), now, promise());
    }

    private SensorState state(Sensor sensor, @Nullable Reading last, Instant now, Duration promise) {
        SensorState state = SensorState.of(sensor.limits(), last, now, promise);
        boolean ofNow = state == SensorState.NORMAL || state.calls();
        return ofNow && !desk.stores().readings().freshness().live() ? SensorState.STALE : state;
    }

    /// How many are in alarm.
    public int alarms(Instant now) {
        Stores stores = desk.stores();
        Duration promise = promise();
        Rows<SensorId, Reading> said = stores.readings().rows();
        return (int) stores.sensors()
                .rows()
                .values()
                .filter(s -> state(s, said.get(s.id()), now, promise) == SensorState.ALARM)
                .count();
    }

    private @Nullable Reading last(Sensor sensor) {
        return desk.stores().readings().find(sensor.id()).orElse(null);
    }

    /// The last value with its unit; a dash where there is none.
    public String value(Sensor sensor) {
        Reading last = last(sensor);
        Double value = last == null ? null : last.value();
        return value == null ? messages.get("map.sensor-no-value") : number(value, sensor.unit());
    }

    private static String number(double value, String unit) {
        String number = Numbers.decimal(value, value == Math.rint(value) ? 0 : 1);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /// Value and state in one line.
    public String said(Sensor sensor, Instant now) {
        SensorState state = state(sensor, now);
        return state == SensorState.UNKNOWN || state == SensorState.FAULT
                ? words(state)
                : value(sensor) + " · " + words(state);
    }

    public String words(SensorState state) {
        return messages.get(
                switch (state) {
                    case UNKNOWN -> "map.sensor-unknown";
                    case NORMAL -> "map.sensor-normal";
                    case STALE -> "map.sensor-stale";
                    case FAULT -> "map.sensor-fault";
                    case WARNING -> "map.sensor-warning";
                    case ALARM -> "map.sensor-alarm";
                });
    }

    public String kind(Sensor sensor) {
        return KINDS.contains(sensor.kind())
                ? messages.get("map.sensor-kind." + sensor.kind())
                : messages.get("words.unknown-code", sensor.kind());
    }

    /// From when on it calls for somebody; and on which side, where that is the lower one.
    public String limits(Sensor sensor) {
        Limits limits = sensor.limits();
        Double warning = limits.warning();
        Double alarm = limits.alarm();
        String sign = limits.falling() ? "≤ " : "≥ ";
        if (warning != null && alarm != null) {
            return messages.get("map.sensor-limits", sign + number(warning, ""), sign + number(alarm, sensor.unit()));
        }
        if (alarm != null) {
            return messages.get("map.sensor-limit-alarm", sign + number(alarm, sensor.unit()));
        }
        return warning == null
                ? messages.get("map.sensor-limit-none")
                : messages.get("map.sensor-limit-warning", sign + number(warning, sensor.unit()));
    }

    /// By which letter a kind goes on the map; one of another city by the first of its own name.
    public char letter(String kind) {
        return (KINDS.contains(kind) ? messages.get("map.sensor-letter." + kind) : kind.strip() + "?").charAt(0);
    }
}
