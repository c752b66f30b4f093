package org.yiping.console.map;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one window stresses or leaves out: the selected feature, selection geometry, rings around new cases, hidden
/// layers. Immutable; any thread.
///
/// @param selected the feature drawn large in an accent ring
/// @param regions  drawn in accent with a faint filling
/// @param rings    new cases; each ring's age is given as a fraction of its life, by the caller's clock
/// @param hidden   names of live layers left out
public record Emphasis(Hit.@Nullable Feature selected, List<Region> regions, List<Ring> rings, Set<String> hidden) {
    public static final Emphasis NONE = new Emphasis(null, List.of(), List.of(), Set.of());

    public Emphasis {
        regions = List.copyOf(regions);
        rings = List.copyOf(rings);
        hidden = Set.copyOf(hidden);
    }

    public Emphasis selecting(Hit.Feature feature) {
        return new Emphasis(feature, regions, rings, hidden);
    }

    public Emphasis outlining(Region region) {
        return new Emphasis(selected, List.of(region), rings, hidden);
    }

    /// `age` from 0 to 1.
    public record Ring(Hit.Feature feature, double age) {}
}
