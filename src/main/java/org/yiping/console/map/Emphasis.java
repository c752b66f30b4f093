package org.yiping.console.map;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one window stresses or leaves out: the selected feature, selection geometry, rings around new cases, hidden
/// layers, what a scene speaks of. Immutable; any thread.
///
/// @param selected the feature drawn large in an accent ring
/// @param regions  drawn in accent with a faint filling
/// @param rings    new cases; each ring's age is given as a fraction of its life, by the caller's clock
/// @param hidden   names of live layers left out
/// @param trails   the ways of all movers are shown in near views, and not of the selected one alone
public record Emphasis(
        Hit.@Nullable Feature selected,
        List<Region> regions,
        List<Ring> rings,
        Set<String> hidden,
        Spoken spoken,
        boolean trails) {
    public static final Emphasis NONE = new Emphasis(null, List.of(), List.of(), Set.of());

    public Emphasis {
        regions = List.copyOf(regions);
        rings = List.copyOf(rings);
        hidden = Set.copyOf(hidden);
    }

    public Emphasis(
            Hit.@Nullable Feature selected, List<Region> regions, List<Ring> rings, Set<String> hidden, Spoken spoken) {
        this(selected, regions, rings, hidden, spoken, false);
    }

    public Emphasis(Hit.@Nullable Feature selected, List<Region> regions, List<Ring> rings, Set<String> hidden) {
        this(selected, regions, rings, hidden, Spoken.OF_NOTHING);
    }

    public Emphasis withTrails(boolean all) {
        return new Emphasis(selected, regions, rings, hidden, spoken, all);
    }

    public Emphasis selecting(Hit.Feature feature) {
        return new Emphasis(feature, regions, rings, hidden, spoken, trails);
    }

    /// `age` from 0 to 1.
    public record Ring(Hit.Feature feature, double age) {}

    /// What a scene on the wall calls by number and letter, and where other things stand over the map.
    ///
    /// @param numbered drawn large, never counted into a group
    /// @param lettered cameras drawn as their letter, from A
    /// @param covered  pixels of the window that nothing may be written under
    public record Spoken(List<Hit.Feature> numbered, List<Hit.Feature> lettered, List<Cover> covered) {
        public static final Spoken OF_NOTHING = new Spoken(List.of(), List.of(), List.of());

        public Spoken {
            numbered = List.copyOf(numbered);
            lettered = List.copyOf(lettered);
            covered = List.copyOf(covered);
        }
    }

    /// A box of the window in pixels.
    public record Cover(double x, double y, double width, double height) {}
}
