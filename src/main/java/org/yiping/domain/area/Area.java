package org.yiping.domain.area;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Position;

/// An area of the city. `level` is an open code: city, district, street, community, cell. Its outline is a feature of
/// the map layer of the same name. Immutable; any thread.
public record Area(
        AreaCode code, String name, String level, @Nullable AreaCode parent, Position centre) {}
