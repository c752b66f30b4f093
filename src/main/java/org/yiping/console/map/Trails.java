package org.yiping.console.map;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Where the movers of a layer were in the last ten minutes (轨迹): for each a ring of places and seconds in columns, of
/// which a place some metres and seconds beyond the last one is kept. Any thread; locked for moments.
final class Trails {
    static final Duration LIFE = Duration.ofMinutes(10);
    /// Between two places so far apart in time nobody knows the way, and no line is drawn.
    static final int GAP_SECONDS = 60;

    private static final int STEP_SECONDS = 5;
    private static final double STEP_METRES = 8;
    private static final int FIRST = 8;
    /// Enough for the life of a trail at its steps.
    private static final int MOST = 128;

    private final Map<String, Ring> rings = new HashMap<>();

    /// Places from the oldest to the newest, in city metres, with their seconds. The arrays are the reader's
    /// own.
    @SuppressWarnings("ArrayRecordComponent") // packed columns; never compared
    record Way(float[] xs, float[] ys, int[] seconds) {
        int size() {
            return xs.length;
        }

        boolean meets(CityBox box) {
            float west = Float.MAX_VALUE;
            float east = -Float.MAX_VALUE;
            float south = Float.MAX_VALUE;
            float north = -Float.MAX_VALUE;
            for (int i = 0; i < xs.length; i++) {
                west = Math.min(west, xs[i]);
                east = Math.max(east, xs[i]);
                south = Math.min(south, ys[i]);
                north = Math.max(north, ys[i]);
            }
            return west <= box.east() && east >= box.west() && south <= box.north() && north >= box.south();
        }
    }

    private static final class Ring {
        float[] xs = new float[FIRST];
        float[] ys = new float[FIRST];
        int[] seconds = new int[FIRST];
        int first;
        int size;
        /// The newest place, which the next one may replace.
        boolean passing;

        int at(int i) {
            return (first + i) % xs.length;
        }

        void add(float x, float y, int second) {
            if (size == xs.length && size < MOST) {
                grow();
            }
            if (size == xs.length) {
                first = (first + 1) % xs.length;
                size--;
            }
            set(size, x, y, second);
            size++;
        }

        void set(int i, float x, float y, int second) {
            xs[at(i)] = x;
            ys[at(i)] = y;
            seconds[at(i)] = second;
        }

        private void grow() {
            Way all = from(Integer.MIN_VALUE);
            xs = Arrays.copyOf(all.xs, 2 * size);
            ys = Arrays.copyOf(all.ys, 2 * size);
            seconds = Arrays.copyOf(all.seconds, 2 * size);
            first = 0;
        }

        Way from(int second) {
            int skip = 0;
            while (skip < size && seconds[at(skip)] < second) {
                skip++;
            }
            int n = size - skip;
            Way way = new Way(new float[n], new float[n], new int[n]);
            for (int i = 0; i < n; i++) {
                way.xs[i] = xs[at(skip + i)];
                way.ys[i] = ys[at(skip + i)];
                way.seconds[i] = seconds[at(skip + i)];
            }
            return way;
        }
    }

    /// A mover was here then. What comes late, is of the same moment or no place leaves the trail as it is.
    synchronized void add(String id, CityPoint place, Instant at) {
        if (!Double.isFinite(place.x()) || !Double.isFinite(place.y())) {
            return;
        }
        Ring ring = rings.computeIfAbsent(id, _ -> new Ring());
        int second = (int) at.getEpochSecond();
        float x = (float) place.x();
        float y = (float) place.y();
        if (ring.size == 0) {
            ring.add(x, y, second);
            return;
        }
        int last = ring.size - 1;
        if (second <= ring.seconds[ring.at(last)]) {
            return;
        }
        if (ring.passing && second - ring.seconds[ring.at(last)] <= GAP_SECONDS) {
            ring.set(last, x, y, second);
        } else {
            ring.add(x, y, second);
            last++;
        }
        int before = Math.max(0, last - 1);
        int from = ring.at(before);
        int since = second - ring.seconds[from];
        boolean near = Math.hypot(x - ring.xs[from], y - ring.ys[from]) < STEP_METRES;
        ring.passing = since < STEP_SECONDS || (near && since < GAP_SECONDS / 2);
    }

    synchronized void remove(String id) {
        rings.remove(id);
    }

    /// The way of one mover up to its last word; null where it has none.
    synchronized @Nullable Way of(String id) {
        Ring ring = rings.get(id);
        if (ring == null || ring.size < 2) {
            return null;
        }
        Way way = ring.from(ring.seconds[ring.at(ring.size - 1)] - (int) LIFE.toSeconds());
        return way.size() < 2 ? null : way;
    }

    /// The ways that touch a box.
    synchronized void in(CityBox box, BiConsumer<String, Way> found) {
        rings.keySet().forEach(id -> {
            Way way = of(id);
            if (way != null && way.meets(box)) {
                found.accept(id, way);
            }
        });
    }
}
