package org.yiping.domain.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;

/// A place somebody's words may mean (地点候选): the road's name, the area it lies in, the point of it nearest to
/// what else is known, and what speaks for it. Immutable; any thread.
public record PlaceCandidate(
        String name, @Nullable AreaCode area, Position position, double score, List<Evidence> evidence) {
    public PlaceCandidate {
        evidence = List.copyOf(evidence);
    }
}
