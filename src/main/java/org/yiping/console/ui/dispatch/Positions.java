package org.yiping.console.ui.dispatch;

import java.util.Optional;
import org.yiping.domain.geo.Position;

/// A typed position: "104.06412, 30.63239", longitude first, any separator. Stateless; any thread.
final class Positions {
    private Positions() {}

    static Optional<Position> read(String text) {
        String[] parts = text.strip().split("[,，;\\s]+", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
