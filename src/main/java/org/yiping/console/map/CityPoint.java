package org.yiping.console.map;

/// A place in city metres: `x` east and `y` north of the city's origin. Immutable; any thread.
public record CityPoint(double x, double y) {
    public double distance(CityPoint other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
