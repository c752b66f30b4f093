package org.yiping.domain.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;

/// The alarms of one seat within a window of time, held against what a person can bear (告警负荷). One thread.
///
/// ISA-18.2 calls more than ten alarms in ten minutes for one operator a flood. In a flood look-alikes are one card, so
/// that what is different is seen.
public final class AlarmLoad {
    public static final Duration WINDOW = Duration.ofMinutes(10);
    public static final int MOST = 10;

    private final Duration window;
    private final int most;
    private final Deque<Alarm> alarms = new ArrayDeque<>();
    /// Kept as alarms come and go: thousands may come in a minute, and they look like few things.
    private final Map<Look, Deque<Alarm>> alike = new HashMap<>();

    /// Alarms that look alike: the first one, and how many there are.
    public record Card(Alarm first, int size) {}

    /// What an operator would treat alike: the same kind of thing in the same street.
    private record Look(
            Alarm.Kind kind, ClassCode classCode, @Nullable AreaCode area) {
        static Look of(Alarm alarm) {
            return new Look(alarm.kind(), alarm.classCode(), alarm.area());
        }
    }

    public AlarmLoad(Duration window, int most) {
        this.window = window;
        this.most = most;
    }

    public void add(Alarm alarm) {
        alarms.addLast(alarm);
        alike.computeIfAbsent(Look.of(alarm), _ -> new ArrayDeque<>()).addLast(alarm);
    }

    /// How many came in the window that ends now.
    public int count(Instant now) {
        while (!alarms.isEmpty() && !alarms.getFirst().at().isAfter(now.minus(window))) {
            alike.computeIfPresent(Look.of(alarms.removeFirst()), (_, same) -> {
                same.removeFirst();
                return same.isEmpty() ? null : same;
            });
        }
        return alarms.size();
    }

    public boolean flood(Instant now) {
        return count(now) > most;
    }

    public int most() {
        return most;
    }

    /// What came in the window: in a flood look-alikes folded, else one card each; oldest first.
    public List<Card> cards(Instant now) {
        if (!flood(now)) {
            return alarms.stream().map(a -> new Card(a, 1)).toList();
        }
        return alike.values().stream()
                .map(same -> new Card(same.getFirst(), same.size()))
                .sorted(Comparator.comparing(c -> c.first().at()))
                .toList();
    }
}
