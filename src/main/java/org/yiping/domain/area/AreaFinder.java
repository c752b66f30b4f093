package org.yiping.domain.area;

import java.util.Optional;
import org.yiping.domain.geo.Position;

/// Finds the smallest area (normally the cell) a position lies in. Implementations are immutable; any thread.
public interface AreaFinder {
    Optional<AreaCode> areaAt(Position position);

    /// Whether the position lies inside the city at all.
    boolean isInCity(Position position);
}
