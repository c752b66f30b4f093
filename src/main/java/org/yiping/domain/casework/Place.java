package org.yiping.domain.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.PlaceCandidate;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;

/// Where a case is. No position means 'no location' (地址待定), never a default point. `area` is the smallest area
/// known, normally the cell (单元网格). `candidates` are the places the words may mean while nobody has picked one.
/// Immutable; any thread.
public record Place(
        @Nullable Position position,
        String address,
        @Nullable AreaCode area,
        @Nullable List<PlaceCandidate> candidates) {
    /// The flag of a case whose place has to be picked, from candidates or the map.
    public static final String TO_PICK = "place-to-pick";

    public Place {
        candidates = candidates == null ? null : List.copyOf(candidates);
    }

    public Place(@Nullable Position position, String address, @Nullable AreaCode area) {
        this(position, address, area, null);
    }

    /// What is still to be picked from.
    public List<PlaceCandidate> open() {
        return position != null || candidates == null ? List.of() : candidates;
    }
}
