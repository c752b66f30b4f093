package org.yiping.server.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.field.FieldUnit;
import org.yiping.server.data.StorageException;
import org.yiping.server.data.TrackTable;

/// Keeps live positions as tracks, one fix of each unit in so many seconds, written behind. What is not yet
/// written is lost with the machine, which a day then shows as a gap. Any thread.
public final class TrackKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(TrackKeeper.class);
    /// A device whose clock runs further ahead is not believed: its fixes would lie in a day that is to come.
    private static final Duration AHEAD = Duration.ofMinutes(1);
    /// What is older was kept by no terminal: a clock that never knew the time.
    private static final Duration BEHIND = Duration.ofDays(90);
    /// What waits while the storage does not answer; beyond it the oldest are lost.
    private static final int MOST_WAITING = 200_000;

    private final TrackTable tracks;
    private final StaffBook book;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Map<String, Instant> kept = new HashMap<>();
    private List<FieldUnit> waiting = new ArrayList<>();

    public TrackKeeper(TrackTable tracks, StaffBook book, ZoneId zone, InstantSource clock) {
        this.tracks = tracks;
        this.book = book;
        this.zone = zone;
        this.clock = clock;
    }

    /// Samples as they came from the field.
    public synchronized void take(List<FieldUnit> samples) {
        Instant now = clock.instant();
        int every = book.at(LocalDate.ofInstant(now, zone)).track().keptSeconds();
        for (FieldUnit unit : samples) {
            Instant last = kept.get(unit.id());
            // also what a terminal kept while it had no link, and sends after what is newer
            boolean due =
                    last == null || Duration.between(last, unit.at()).abs().toSeconds() >= every;
            if (due && !unit.at().isAfter(now.plus(AHEAD)) && unit.at().isAfter(now.minus(BEHIND))) {
                kept.put(unit.id(), unit.at());
                waiting.add(unit);
            }
        }
        if (waiting.size() > MOST_WAITING) {
            waiting = new ArrayList<>(waiting.subList(waiting.size() - MOST_WAITING / 2, waiting.size()));
            LOG.error("tracks cannot be written: the oldest fixes are given up");
        }
    }

    /// Writes down what waits. Where that fails it waits on.
    public void flush() {
        List<FieldUnit> now;
        synchronized (this) {
            now = waiting;
            waiting = new ArrayList<>();
        }
        if (now.isEmpty()) {
            return;
        }
        try {
            tracks.add(now);
        } catch (StorageException e) {
            LOG.warn("{} fixes wait to be written: {}", now.size(), e.toString());
            synchronized (this) {
                now.addAll(waiting);
                waiting = now;
            }
        }
    }
}
