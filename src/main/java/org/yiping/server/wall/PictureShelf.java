package org.yiping.server.wall;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallPictures;

/// The newest small picture of every window of the walls, and whether a desk looks at them (画面). In memory only and for
/// minutes, because a picture of the wall is a picture of everything on it. Any thread.
public final class PictureShelf {
    /// A desk asks every few seconds; after this long without a question nobody looks.
    static final Duration LOOKED = Duration.ofSeconds(30);
    /// Of all walls together; at most six megabytes.
    static final int MOST = 96;

    private static final int MOST_WALLS = 30;

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Map<Window, Held> held = new LinkedHashMap<>();
    private final Map<String, Long> looks = new TreeMap<>();
    private long revision;

    private record Window(String wall, NodeId node, Box monitor) {}

    private record Held(WallPicture picture, long revision, long came) {}

    /// `nanos`: the time of a clock that nobody sets.
    public PictureShelf(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /// Keeps a picture unless a newer one of that window is here; false where there is no room for it. One from the
    /// future was taken now: a clock that is fast makes no picture younger.
    public synchronized boolean put(String wall, NodeId node, WallPicture.Shot shot) {
        forget();
        Window window = new Window(wall, node, shot.monitor());
        Held before = held.get(window);
        if (before == null && held.size() >= MOST) {
            return false;
        }
        Instant now = clock.instant();
        Instant taken = shot.taken().isAfter(now) ? now : shot.taken();
        if (before == null || taken.isAfter(before.picture.taken())) {
            revision++;
            held.put(
                    window,
                    new Held(new WallPicture(node, shot.monitor(), taken, shot.jpeg()), revision, nanos.getAsLong()));
        }
        return true;
    }

    /// A desk looks: everything there is, with the pictures that came since a revision. One nobody has told of, as
    /// after a start of the platform, is the beginning.
    public synchronized WallPictures look(String wall, long since) {
        forget();
        if (looks.containsKey(wall) || looks.size() < MOST_WALLS) {
            looks.put(wall, nanos.getAsLong());
        }
        long from = since > revision ? 0 : since;
        return new WallPictures(
                revision,
                held.entrySet().stream()
                        .filter(e -> e.getKey().wall.equals(wall))
                        .map(Map.Entry::getValue)
                        .map(h -> h.revision > from ? h.picture : bare(h.picture))
                        .toList());
    }

    /// What the clock of before dated ahead is as old as the time that has passed since it came: a clock that was put
    /// back makes no picture young, nor keeps the next ones out.
    private void date() {
        Instant now = clock.instant();
        long passed = nanos.getAsLong();
        held.replaceAll((_, h) -> h.picture.taken().isAfter(now)
                ? new Held(
                        new WallPicture(
                                h.picture.node(),
                                h.picture.monitor(),
                                now.minusNanos(passed - h.came),
                                h.picture.jpeg()),
                        ++revision,
                        h.came)
                : h);
    }

    private static WallPicture bare(WallPicture p) {
        return new WallPicture(p.node(), p.monitor(), p.taken(), null);
    }

    /// Whether a desk has looked lately.
    public synchronized boolean looked(String wall) {
        forget();
        return looks.containsKey(wall);
    }

    private void forget() {
        date();
        long now = nanos.getAsLong();
        looks.values().removeIf(at -> now - at > LOOKED.toNanos());
        if (held.values().removeIf(h -> now - h.came > WallPicture.KEPT.toNanos())) {
            revision++;
        }
    }
}
