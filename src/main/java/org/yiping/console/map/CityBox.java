package org.yiping.console.map;

/// A box in city metres, edges included. Immutable; any thread.
public record CityBox(double west, double south, double east, double north) {
    public CityBox {
        if (!(west <= east && south <= north)) {
            throw new IllegalArgumentException("empty box");
        }
    }

    public boolean contains(double x, double y) {
        return x >= west && x <= east && y >= south && y <= north;
    }

    public boolean intersects(CityBox other) {
        return other.west <= east && other.east >= west && other.south <= north && other.north >= south;
    }

    public boolean covers(CityBox other) {
        return other.west >= west && other.east <= east && other.south >= south && other.north <= north;
    }

    public CityBox grown(double metres) {
        return new CityBox(west - metres, south - metres, east + metres, north + metres);
    }

    public CityPoint centre() {
        return new CityPoint((west + east) / 2, (south + north) / 2);
    }

    CityBox union(CityBox other) {
        return new CityBox(
                Math.min(west, other.west),
                Math.min(south, other.south),
                Math.max(east, other.east),
                Math.max(north, other.north));
    }
}
