package org.yiping.console.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.WallTeams;
import org.yiping.console.ui.control.AgeText;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.StatusItem;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallTeam;

/// Says on a desk which computers of the display wall are lost (节点失联) and for how long; says nothing while all are
/// there, or while the platform is not reached, which stands beside it. FX thread.
final class WallWatch {
    private final WallTeams teams;
    private final Hall hall;
    private final StatusItem line;

    WallWatch(String window, Desk desk, Hall hall) {
        teams = new WallTeams(desk, hall);
        this.hall = hall;
        line = new StatusItem(window + "/status-wall", Icons.LINK_LOST);
        line.setMinWidth(Region.USE_PREF_SIZE);
        Nodes.show(line, false);
    }

    StatusItem line() {
        return line;
    }

    void tick(Instant now) {
        teams.ask(now, () -> say(hall.now()));
        say(now);
    }

    private void say(Instant now) {
        List<WallNode> lost = teams.team().map(WallTeam::lost).orElse(List.of());
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
