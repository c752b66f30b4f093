package org.yiping.domain.staff;

import java.time.Instant;
import java.util.Arrays;
import org.yiping.domain.geo.Position;
import org.yiping.domain.kpi.Span;

/// A track of one unit, oldest fix first, in columns: a month of a city's people are millions of fixes. Grows
/// by `add`; one thread, then read by any.
public final class Fixes {
    private long[] times = new long[64];
    private double[] longitudes = new double[64];
    private double[] latitudes = new double[64];
    private int size;

    /// Fixes come in the order of time; one that does not is left out.
    public void add(long millis, double longitude, double latitude) {
        if (size > 0 && millis <= times[size - 1]) {
            return;
        }
        if (size == times.length) {
            int more = Math.max(64, size * 2);
            times = Arrays.copyOf(times, more);
            longitudes = Arrays.copyOf(longitudes, more);
            latitudes = Arrays.copyOf(latitudes, more);
        }
        times[size] = millis;
        longitudes[size] = longitude;
        latitudes[size] = latitude;
        size++;
    }

    public int size() {
        return size;
    }

    public long millis(int i) {
        return times[i];
    }

    public Instant at(int i) {
        return Instant.ofEpochMilli(times[i]);
    }

    public double longitude(int i) {
        return longitudes[i];
    }

    public double latitude(int i) {
        return latitudes[i];
    }

    public Position position(int i) {
        return new Position(longitudes[i], latitudes[i]);
    }

    /// Those in a span, on their own.
    public Fixes within(Span span) {
        int first = from(span.from().toEpochMilli());
        int end = Math.max(first, from(span.until().toEpochMilli()));
        Fixes within = new Fixes();
        within.times = Arrays.copyOfRange(times, first, end);
        within.longitudes = Arrays.copyOfRange(longitudes, first, end);
        within.latitudes = Arrays.copyOfRange(latitudes, first, end);
        within.size = end - first;
        return within;
    }

    /// Where the first fix not before an instant stands; `size` where there is none.
    public int from(long millis) {
        int found = Arrays.binarySearch(times, 0, size, millis);
        return found < 0 ? -found - 1 : found;
    }
}
