package org.yiping.console.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.OwnNode;
import org.yiping.console.ui.StatusWords.Aged;
import org.yiping.console.ui.control.AgeText;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.NodeWord.Corner;
import org.yiping.domain.wall.NodeWord.Stood;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;

/// This computer among those of its wall: the wall as a whole, what all of them agree on, and what it says of itself.
/// FX thread.
///
/// Its own monitors are taken as they are now; everything about others as the step of this second has it, so that all
/// lay the wall out alike in the same second. A wall of one computer waits for nobody.
final class Together {
    private final OwnNode own;
    private final Messages messages;
    private final Frames frames;
    private final InstantSource clock;
    private final InstantSource machine;
    private volatile @Nullable Stood stood;

    /// The whole wall, and where this computer's desktop lies on it.
    record View(WallTopology wall, Corner corner, List<Box> own) {
        View {
            own = List.copyOf(own);
        }

        /// A place of the wall as this desktop knows it.
        Box here(Box onWall) {
            return new Box(onWall.x() - corner.x(), onWall.y() - corner.y(), onWall.width(), onWall.height());
        }
    }

    /// `clock` tells the platform's time, `machine` this computer's.
    Together(OwnNode own, Messages messages, Frames frames, InstantSource clock, InstantSource machine) {
        this.own = own;
        this.messages = messages;
        this.frames = frames;
        this.clock = clock;
        this.machine = machine;
    }

    View view(WallTopology mine, Instant now) {
        WallStep step = own.step(now).orElse(null);
        Corner corner = step == null || step.parts().size() < 2
                ? null
                : step.part(id()).map(WallStep.Part::at).orElse(null);
        if (step == null || corner == null) {
            return new View(mine, new Corner(0, 0), mine.present());
        }
        return new View(step.wall(id(), mine), corner, WallStep.moved(mine.present(), corner));
    }

    /// Whether others are at this wall, as far as is known.
    boolean shared(Instant now) {
        return own.team(now)
                .flatMap(t -> t.step(now))
                .filter(s -> s.shared(id()))
                .isPresent();
    }

    /// Whether an alarm calls on this wall. A computer among others waits for the second on which they agree.
    boolean calls(boolean here, Instant now) {
        return own.team(now)
                .flatMap(t -> t.step(now))
                .filter(s -> s.shared(id()))
                .map(WallStep::calls)
                .orElse(here);
    }

    /// Tells the platform what there is to tell of this second.
    void say(WallTopology mine, boolean calls, long revision, List<NodeWord.Stand> stands, @Nullable Aged oldest) {
        own.say(new NodeWord(
                mine,
                own.place().at(),
                calls,
                revision,
                stood,
                clock.millis() - machine.millis(),
                stands,
                own.machine().orElse(null),
                oldest == null ? null : told(oldest)));
    }

    private NodeWord.Oldest told(Aged oldest) {
        return new NodeWord.Oldest(oldest.name(), clock.instant().minus(oldest.age()), oldest.promise());
    }

    /// What other computers that are there show and is older than all that this one shows, by name with theirs. Each
    /// spoke a moment ago: what all of them show alike would always be the others', were it not judged as of then.
    List<Aged> older(Instant now, Aged here) {
        List<Aged> all = new ArrayList<>();
        for (WallNode node : own.team(now).map(WallTeam::nodes).orElse(List.of())) {
            NodeWord.Oldest there = node.oldest();
            if (there != null && node.there() && !node.id().equals(id())) {
                String name =
                        messages.get("node.source", there.name(), node.id().value());
                if (Aged.of(name, there.since(), there.promise(), node.heard()).isOlder(here)) {
                    all.add(Aged.of(name, there.since(), there.promise(), now));
                }
            }
        }
        return all;
    }

    /// Something else stands here since `now`; counts from the moment at which it has been painted.
    void changed(SceneId scene, Instant now) {
        Instant due = now.truncatedTo(ChronoUnit.SECONDS);
        frames.next(() -> due, second -> stood = new Stood(scene, second, clock.instant()));
    }

    /// What stands on the other computers that are there, as they said within the promise.
    List<NodeWord.Stand> others(Instant now) {
        return own.team(now).map(WallTeam::nodes).orElse(List.of()).stream()
                .filter(n -> n.there() && !n.id().equals(id()))
                .flatMap(n -> Objects.requireNonNullElse(n.stands(), List.<NodeWord.Stand>of()).stream())
                .toList();
    }

    /// Which others are lost and since when; empty where all are there, or nothing is known.
    String lost(Instant now) {
        List<WallNode> lost = own.team(now).map(WallTeam::lost).orElse(List.of()).stream()
                .filter(n -> !n.id().equals(id()))
                .toList();
        if (lost.isEmpty()) {
            return "";
        }
        String names = lost.stream().map(n -> n.id().value()).collect(Collectors.joining(" · "));
        Instant since =
                lost.stream().map(WallNode::heard).min(Instant::compareTo).orElse(now);
        return messages.get("node.lost", names, AgeText.of(Duration.between(since, now), messages));
    }

    private NodeId id() {
        return own.place().node();
    }
}
