package org.yiping.simulator.city;

/// The rank of a line in the city's net. `BANK` and `CUT` divide the ground without being streets: a river's edge, the
/// border between two cells (单元网格) inside one block. Half widths in metres, kerb to kerb with footways.
enum Rank {
    MAJOR("major", 21),
    MID("mid", 12),
    MINOR("minor", 7),
    BANK("bank", 0),
    CUT("cut", 0);

    private final String category;
    private final double halfWidth;

    Rank(String category, double halfWidth) {
        this.category = category;
        this.halfWidth = halfWidth;
    }

    String category() {
        return category;
    }

    double halfWidth() {
        return halfWidth;
    }

    /// How much a street of this rank adds to a junction's importance.
    int weight() {
        return switch (this) {
            case MAJOR -> 2;
            case MID -> 1;
            case MINOR, BANK, CUT -> 0;
        };
    }

    boolean isStreet() {
        return compareTo(MINOR) <= 0;
    }

    /// What an OSM highway value means here; ramps and the elevated ring are not in the resource.
    static java.util.Optional<Rank> ofHighway(String highway) {
        return java.util.Optional.ofNullable(
                switch (highway) {
                    case "primary" -> MAJOR;
                    case "secondary", "tertiary" -> MID;
                    case "residential", "unclassified", "living_street" -> MINOR;
                    default -> null;
                });
    }
}
