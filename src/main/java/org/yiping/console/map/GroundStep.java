package org.yiping.console.map;

import java.util.List;
import java.util.Set;
import org.yiping.console.map.style.SourceLayer;

/// One thing a tile's painter does at one zoom level: plain numbers, nothing left to work out. Immutable; any thread.
sealed interface GroundStep {
    SourceLayer layer();

    record Fill(AreaKind kind, int argb, double opacity) implements GroundStep {
        @Override
        public SourceLayer layer() {
            return kind.source;
        }
    }

    record Outline(AreaKind kind, Ink ink, double width) implements GroundStep {
        @Override
        public SourceLayer layer() {
            return kind.source;
        }
    }

    /// Streets of one colour: one shape, so where they meet nothing is covered twice.
    record Streets(List<Pen> pens, Ink ink, boolean round) implements GroundStep {
        @Override
        public SourceLayer layer() {
            return SourceLayer.ROADS;
        }
    }

    /// One component a square of `square` pixels, all where it is 0. `own`: each class by its own symbol, else by that
    /// of its major class.
    record Marks(Set<MajorClass> classes, int square, boolean own, double opacity) implements GroundStep {
        @Override
        public SourceLayer layer() {
            return SourceLayer.COMPONENTS;
        }
    }

    record Pen(RoadClass road, double width) {}

    /// Dashes in pixels; `on` is 0 for a line without.
    record Ink(int argb, double opacity, double on, double off) {}
}
