package org.yiping.domain.staff;

import java.time.Instant;
import java.util.Arrays;
import org.yiping.domain.geo.Position;

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
            times = Arrays.copyOf(times, size * 2);
            longitudes = Arrays.copyOf(longitudes, size * 2);
            latitudes = Arrays.copyOf(latitudes, size * 2);
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

    /// Where the first fix not before an instant stands; `size` where there is none.
    public int from(long millis) {
        int found = Arrays.binarySearch(times, 0, size, millis);
        return found < 0 ? -found - 1 : found;
    }
}
