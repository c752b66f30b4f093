package org.yiping.console.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.yiping.console.fx.Sounds.Sound;
import org.yiping.console.ui.Hall;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.casework.Severity;

/// What is red or 特急 is heard again and again until somebody answers. FX thread.
final class Bell {
    private static final Duration AGAIN = Duration.ofSeconds(20);
    /// A shift may be quiet, but never deaf for 特急.
    private static final int LEAST_VOLUME = 20;

    private final Hall hall;
    private Instant rangAt = Instant.MIN;

    Bell(Hall hall) {
        this.hall = hall;
    }

    static boolean grave(SeatAlarms.Item i) {
        return i.alarm().kind() == Alarm.Kind.OVER || top(i);
    }

    private static boolean top(SeatAlarms.Item i) {
        return i.value().subject().severity() == Severity.CRITICAL;
    }

    /// The next ring does not wait: something has come.
    void atOnce() {
        rangAt = Instant.MIN;
    }

    /// `waiting` is asked only when it is time.
    void ring(Supplier<List<SeatAlarms.Item>> waiting, Instant now) {
        if (!rangAt.equals(Instant.MIN) && now.isBefore(rangAt.plus(AGAIN))) {
            return;
        }
        List<SeatAlarms.Item> grave = waiting.get().stream().filter(Bell::grave).toList();
        if (!grave.isEmpty()) {
            rangAt = now;
            hall.play(Sound.OVER, grave.stream().anyMatch(Bell::top) ? LEAST_VOLUME : 0);
        }
    }
}
