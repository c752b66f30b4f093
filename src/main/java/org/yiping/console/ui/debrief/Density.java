package org.yiping.console.ui.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.PastEntry;

/// How much happened when in a stretch of the past, in equal parts; where nothing was fetched yet it is unknown and not
/// zero. What was written at one instant is one event. One thread.
final class Density {
    static final int PARTS = 240;

    private final Instant since;
    private final long millis;
    private final int[] counts = new int[PARTS];
    private final boolean[] known = new boolean[PARTS];
    private Instant counted = Instant.MIN;

    Density(Debrief.Subject of) {
        since = of.since();
        millis = Math.max(1, Duration.between(of.since(), of.until()).toMillis());
    }

    /// From 0 to 1 where an instant lies.
    double share(Instant at) {
        return Math.clamp(Duration.between(since, at).toMillis() / (double) millis, 0, 1);
    }

    Instant at(double share) {
        return since.plusMillis(Math.round(Math.clamp(share, 0, 1) * millis));
    }

    int count(int part) {
        return counts[part];
    }

    boolean isKnown(int part) {
        return known[part];
    }

    /// Something else is fetched from here on: parts that were never seen whole are counted anew.
    void begin() {
        counted = Instant.MIN;
        for (int i = 0; i < PARTS; i++) {
            counts[i] = known[i] ? counts[i] : 0;
        }
    }

    void add(List<PastEntry> entries) {
        for (PastEntry entry : entries) {
            int part = part(entry.at());
            if (!known[part] && !entry.at().equals(counted)) {
                counts[part]++;
            }
            counted = entry.at();
        }
    }

    /// Everything between the two has been told.
    void know(Instant from, Instant until) {
        for (int i = 0; i < PARTS; i++) {
            known[i] |= !at(i / (double) PARTS).isBefore(from)
                    && !at((i + 1) / (double) PARTS).minusMillis(1).isAfter(until);
        }
    }

    private int part(Instant at) {
        return Math.min(PARTS - 1, (int) (share(at) * PARTS));
    }
}
