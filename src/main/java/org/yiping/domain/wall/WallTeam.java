package org.yiping.domain.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
