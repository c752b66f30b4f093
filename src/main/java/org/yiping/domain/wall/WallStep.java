package org.yiping.domain.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yiping.domain.wall.NodeWord.Corner;

/// What all computers of a wall take for granted from one instant of the platform's time on (步调): who is there, where
/// each one's monitors lie on the wall, and whether an alarm calls. Immutable; any thread.
///
/// Told before its instant, so that each turns by its own measure of the platform's clock and all do at once.
public record WallStep(Instant from, List<Part> parts, boolean calls) {
    private static final Comparator<Box> READING =
            Comparator.comparingDouble(Box::y).thenComparingDouble(Box::x);

    public WallStep {
        parts = List.copyOf(parts);
    }

    /// One computer's monitors, in pixels of its own desktop, whose first pixel lies at `at` of the wall.
    public record Part(NodeId node, Corner at, WallTopology monitors, boolean there) {
        /// In the wall's pixels; nothing is present where the computer is not there.
        WallTopology onWall() {
            return new WallTopology(moved(monitors.known(), at), there ? moved(monitors.present(), at) : List.of());
        }
    }

    public Optional<Part> part(NodeId node) {
        return parts.stream().filter(p -> p.node.equals(node)).findFirst();
    }

    /// Whether somebody else is at this wall.
    public boolean shared(NodeId own) {
        return parts.stream().anyMatch(p -> p.there && !p.node.equals(own));
    }

    /// The whole wall as one of its computers sees it, which knows its own monitors of this moment better than the
    /// platform does: what others have in the same place waits until the platform has placed it anew.
    public WallTopology wall(NodeId own, WallTopology mine) {
        Corner at = part(own).map(Part::at).orElse(new Corner(0, 0));
        List<Box> known = new ArrayList<>(moved(mine.known(), at));
        List<Box> present = new ArrayList<>(moved(mine.present(), at));
        List<Box> taken = List.copyOf(known);
        for (Part part : parts) {
            if (!part.node.equals(own)) {
                WallTopology theirs = part.onWall();
                theirs.known().stream().filter(b -> free(b, taken)).forEach(known::add);
                theirs.present().stream().filter(b -> free(b, taken)).forEach(present::add);
            }
        }
        return new WallTopology(
                known.stream().sorted(READING).toList(),
                present.stream().sorted(READING).toList());
    }

    /// These rectangles, their first pixel at that place of the wall.
    public static List<Box> moved(List<Box> boxes, Corner at) {
        return boxes.stream()
                .map(b -> new Box(b.x() + at.x(), b.y() + at.y(), b.width(), b.height()))
                .toList();
    }

    private static boolean free(Box box, List<Box> taken) {
        return taken.stream().noneMatch(t -> t.meet(box).isPresent());
    }
}
