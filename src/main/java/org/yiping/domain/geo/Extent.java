package org.yiping.domain.geo;

/// A box in WGS 84 degrees, edges included. Immutable; any thread.
public record Extent(double west, double south, double east, double north) {
    public Extent {
        if (!(west <= east && south <= north)) {
            throw new IllegalArgumentException("empty extent");
        }
    }

    public boolean contains(Position p) {
        return p.longitude() >= west && p.longitude() <= east && p.latitude() >= south && p.latitude() <= north;
    }

    public Position centre() {
        return new Position((west + east) / 2, (south + north) / 2);
    }
}
