package org.yiping.domain.casework;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;

/// Where a case is. No position means 'no location' (地址待定), never a default point. `area` is the smallest area
/// known, normally the cell (单元网格). Immutable; any thread.
public record Place(
        @Nullable Position position,
        String address,
        @Nullable AreaCode area) {}
