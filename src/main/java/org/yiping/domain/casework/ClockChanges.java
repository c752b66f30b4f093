package org.yiping.domain.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to a clock on its way: when it was paused, and when it was given one more original limit.
/// Immutable; any thread.
public record ClockChanges(List<Pause> pauses, List<Instant> extensions) {
    static final ClockChanges NONE = new ClockChanges(List.of(), List.of());

    public ClockChanges {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /// `to` is absent while it lasts.
    public record Pause(Instant from, @Nullable Instant to) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }
    }

    ClockChanges extended(Instant at) {
        List<Instant> all = new ArrayList<>(extensions);
        all.add(at);
        return new ClockChanges(pauses, all);
    }

    ClockChanges paused(Instant from) {
        List<Pause> all = new ArrayList<>(pauses);
        all.add(new Pause(from, null));
        return new ClockChanges(all, extensions);
    }

    /// The pause that lasts ends at `to`, never before it began.
    ClockChanges resumed(Instant to) {
        List<Pause> all = new ArrayList<>();
        for (Pause p : pauses) {
            all.add(p.to() == null ? new Pause(p.from(), to.isBefore(p.from()) ? p.from() : to) : p);
        }
        return new ClockChanges(all, extensions);
    }
}
