package org.yiping.server.kpi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Position;

/// How long patrols were within reach of places (巡查投入). The time between two fixes of one unit belongs to the
/// places near the first of them; a gap longer than `SILENCE` belongs to nobody. Fixes come unit by unit,
/// oldest first. One thread.
final class PatrolEffort {
    static final Duration SILENCE = Duration.ofMinutes(5);

    private final List<Position> places;
    private final int metres;
    private final long[] millis;
    private String unit = "";
    private @Nullable Position here;
    private Instant since = Instant.EPOCH;
    private boolean any;

    PatrolEffort(List<Position> places, int metres) {
        this.places = places;
        this.metres = metres;
        this.millis = new long[places.size()];
    }

    void add(String who, Instant at, Position place) {
        any = true;
        Position before = here;
        Duration stayed = Duration.between(since, at);
        if (before != null && who.equals(unit) && stayed.compareTo(SILENCE) <= 0) {
            for (int i = 0; i < millis.length; i++) {
                if (places.get(i).distanceMetres(before) <= metres) {
                    millis[i] += stayed.toMillis();
                }
            }
        }
        unit = who;
        here = place;
        since = at;
    }

    /// Whether there was any fix at all.
    boolean known() {
        return any;
    }

    double hours(int place) {
        return millis[place] / 3_600_000.0;
    }
}
