package org.yiping.domain.wall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which monitors make up the wall and which of them are there now. Immutable; any thread.
///
/// `known` is what the wall is laid out over: a monitor that is lost keeps its place until it returns, or until
/// another one takes that place. Both are in reading order, and no two of either overlap: what a second screen shows of
/// the same pixels belongs to the first.
public record WallTopology(List<Box> known, List<Box> present) {
    /// A wall nobody has looked at.
    public static final WallTopology NONE = new WallTopology(List.of(), List.of());

    static final Comparator<Box> READING = Comparator.comparingDouble(Box::y).thenComparingDouble(Box::x);

    public WallTopology {
        known = List.copyOf(known);
        present = List.copyOf(present);
    }

    public static WallTopology of(List<Box> screens) {
        return NONE.seen(screens);
    }

    /// With the screens the desktop reports now; the whole list each time.
    public WallTopology seen(List<Box> screens) {
        List<Box> now = disjoint(screens);
        List<Box> all = new ArrayList<>(now);
        for (Box before : known) {
            if (now.stream().noneMatch(b -> b.meet(before).isPresent())) {
                all.add(before);
            }
        }
        return new WallTopology(all.stream().sorted(READING).toList(), now);
    }

    /// The places of windows: together they cover every pixel of every monitor once.
    public List<Box> windows() {
        return present;
    }

    public List<Box> lost() {
        return known.stream().filter(b -> !present.contains(b)).toList();
    }

    public Lattice lattice() {
        return Lattice.of(known);
    }

    /// The larger of two that overlap stays whole, the other one keeps what is left of it.
    private static List<Box> disjoint(List<Box> screens) {
        List<Box> taken = new ArrayList<>();
        List<Box> bySize = screens.stream()
                .filter(b -> b.area() > 0)
                .sorted(Comparator.comparingDouble(Box::area).reversed().thenComparing(READING))
                .toList();
        for (Box screen : bySize) {
            List<Box> rest = List.of(screen);
            for (Box other : List.copyOf(taken)) {
                rest = rest.stream().flatMap(b -> b.without(other).stream()).toList();
            }
            taken.addAll(rest);
        }
        return taken.stream().sorted(READING).toList();
    }
}
