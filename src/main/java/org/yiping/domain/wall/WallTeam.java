package org.yiping.domain.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.NodeWord.Stood;

/// The computers of one wall as the platform tells them at `now`, in the order of their names; and what holds
/// for all of them: the step of now and the next one, where there is one. `looked`: a desk looks at the wall in small
/// and wants pictures of it; absent where the platform does not say. Immutable; any thread.
public record WallTeam(
        Instant now,
        List<WallNode> nodes,
        List<WallStep> steps,
        @Nullable Boolean looked) {
    public WallTeam {
        nodes = List.copyOf(nodes);
        steps = List.copyOf(steps);
    }

    /// The same, and whether a desk looks.
    public WallTeam whileLooked(boolean now) {
        return new WallTeam(this.now, nodes, steps, now);
    }

    /// All monitors of the wall where they lie on it, as the platform last told; empty before any computer told
    /// of its own.
    public Optional<WallTopology> wall() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.getLast().parts().stream()
                                .map(WallStep.Part::onWall)
                                .reduce(
                                        WallTopology.NONE,
                                        (a, b) -> new WallTopology(
                                                Stream.concat(a.known().stream(), b.known().stream())
                                                        .toList(),
                                                Stream.concat(a.present().stream(), b.present().stream())
                                                        .toList())))
                        .filter(w -> !w.known().isEmpty());
    }

    /// A computer that is there as a scene is held against it: what it is made of, and on which `monitors` of a wall of
    /// that many it shows anything. `machine` is absent where it does not tell.
    public record Computer(NodeId node, @Nullable WallMachine machine, List<Region> monitors, boolean alone) {
        public Computer {
            monitors = List.copyOf(monitors);
        }

        public WallMachine.@Nullable Measured measured() {
            return machine == null ? null : machine.measured();
        }

        /// 0 where nobody tells.
        int memoryMb() {
            return machine == null ? 0 : machine.memoryMb();
        }

        /// Whether it is known which monitors of a wall of that shape are its own.
        boolean isOn(WallScene.Grid shape) {
            return alone || monitors.stream().anyMatch(m -> m.grid().equals(shape));
        }

        /// Whether the window of that number, counted from 0 in reading order, is its own on a wall of that shape. One
        /// that is alone has all of any; of several nobody knows on a wall of another shape.
        boolean has(int window, WallScene.Grid shape) {
            Region at = new Region(
                    shape, new WallScene.Span(window % shape.columns() + 1, window / shape.columns() + 1, 1, 1));
            return alone || monitors.stream().anyMatch(m -> m.grid().equals(shape) && at.within(m));
        }
    }

    /// The computers that are there, each with its monitors.
    public List<Computer> computers() {
        List<WallNode> present = nodes.stream().filter(WallNode::there).toList();
        Lattice lattice = wall().map(WallTopology::lattice).orElseGet(() -> Lattice.of(List.of()));
        return present.stream()
                .map(n -> new Computer(
                        n.id(),
                        n.machine(),
                        onWall(n.id(), n.monitors().present()).stream()
                                .flatMap(b -> lattice.cells(b).stream())
                                .toList(),
                        present.size() == 1))
                .toList();
    }

    /// What of a computer's desktop lies where on the wall, as it was told last; nothing where it was not.
    private List<Box> onWall(NodeId node, List<Box> boxes) {
        return steps.isEmpty()
                ? List.of()
                : steps.getLast()
                        .part(node)
                        .map(p -> WallStep.moved(boxes, p.at()))
                        .orElse(List.of());
    }

    /// A panel where it stands, in the wall's pixels; a map has one for each of its monitors.
    public record Standing(WallScene.Shown panel, Box box) {}

    /// What stands where by the computers' own words, of those that are there; empty where one of them does not say, so
    /// that nobody takes a part for the whole.
    public Optional<List<Standing>> standing() {
        List<WallNode> present = nodes.stream().filter(WallNode::there).toList();
        if (present.isEmpty() || steps.isEmpty() || present.stream().anyMatch(n -> n.stands() == null)) {
            return Optional.empty();
        }
        List<Standing> all = new ArrayList<>();
        for (WallNode node : present) {
            for (NodeWord.Stand stand : Objects.requireNonNullElse(node.stands(), List.<NodeWord.Stand>of())) {
                onWall(node.id(), List.of(stand.box())).forEach(b -> all.add(new Standing(stand.panel(), b)));
            }
        }
        return Optional.of(all);
    }

    /// What stands on the wall by its own words: the last change of a computer that is there. Empty where none said.
    public Optional<Stood> stood() {
        return nodes.stream()
                .filter(WallNode::there)
                .flatMap(n -> Stream.ofNullable(n.stood()))
                .max(Comparator.comparing(Stood::painted));
    }

    /// Those that were there and are not.
    public List<WallNode> lost() {
        return nodes.stream().filter(n -> !n.there()).toList();
    }

    /// The step that holds at an instant: the last one begun.
    public Optional<WallStep> step(Instant at) {
        return steps.stream().filter(s -> !s.from().isAfter(at)).reduce((_, later) -> later);
    }

    /// How far apart the computers painted the last change that more than one of them had to paint.
    public Optional<Duration> skew() {
        return nodes.stream()
                .filter(n -> n.there() && n.stood() != null)
                .map(n -> n.stood().due())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(due -> nodes.stream()
                        .map(WallNode::stood)
                        .filter(s -> s != null && s.due().equals(due))
                        .map(Stood::painted)
                        .sorted()
                        .toList())
                .filter(painted -> painted.size() > 1)
                .map(painted -> Duration.between(painted.getFirst(), painted.getLast()))
                .findFirst();
    }
}
