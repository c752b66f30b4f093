package org.yiping.domain.wall;

import java.util.Locale;
import java.util.Optional;
import org.yiping.domain.geo.Position;

/// The part of the city that a desk's map shows, as it is sent to a wall: a middle, and how many metres are to
/// be seen across and down at least. Immutable; any thread.
public record MapView(Position middle, double widthMetres, double heightMetres) {
    private static final double MOST_METRES = 1_000_000;

    /// As the option `view` of a map says it: longitude, latitude, metres across, metres down.
    public String word() {
        return String.format(
                Locale.ROOT, "%.6f %.6f %.0f %.0f", middle.longitude(), middle.latitude(), widthMetres, heightMetres);
    }

    /// Empty for words that are no view.
    public static Optional<MapView> of(String word) {
        String[] parts = word.strip().split(" ", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            MapView view = new MapView(
                    new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]));
            return view.widthMetres > 0
                            && view.heightMetres > 0
                            && view.widthMetres <= MOST_METRES
                            && view.heightMetres <= MOST_METRES
                    ? Optional.of(view)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
