package org.yiping.console.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.AgeText;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.StatusItem;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallTeam;

/// Says on a desk which computers of the display wall are lost (节点失联) and for how long; says nothing while all are
/// there, or while the platform is not reached, which stands beside it. FX thread.
final class WallWatch {
    private static final String WALL = "wall"; // not a message: the platform's own
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Desk desk;
    private final Hall hall;
    private final StatusItem line;
    private List<WallNode> lost = List.of();
    private Instant asked = Instant.MIN;
    private boolean asking;

    WallWatch(String window, Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        line = new StatusItem(window + "/status-wall", Icons.LINK_LOST);
        line.setMinWidth(Region.USE_PREF_SIZE);
        Nodes.show(line, false);
    }

    StatusItem line() {
        return line;
    }

    void tick(Instant now) {
        // a clock that was put back asks at once
        if (!asking && (asked.isAfter(now) || asked.isBefore(now.minus(EVERY)))) {
            asked = now;
            asking = true;
            var _ = desk.lookup().team(WALL).thenAccept(found -> hall.fx().execute(() -> told(found)));
        }
        say(now);
    }

    private void told(Found<WallTeam> found) {
        asking = false;
        lost = found instanceof Found.Got<WallTeam>(WallTeam team) ? team.lost() : List.of();
        say(hall.now());
    }

    private void say(Instant now) {
        Nodes.show(line, !lost.isEmpty());
        if (!lost.isEmpty()) {
            String names = lost.stream().map(n -> n.id().value()).collect(Collectors.joining(" · "));
            Instant since =
                    lost.stream().map(WallNode::heard).min(Instant::compareTo).orElse(now);
            line.show(
                    hall.messages()
                            .get("node.desk-lost", names, AgeText.of(Duration.between(since, now), hall.messages())),
                    StatusItem.State.LOST);
        }
    }
}
