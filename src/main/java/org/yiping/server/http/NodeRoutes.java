package org.yiping.server.http;

import java.util.List;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.server.wall.WallNodes;

/// The computers of a wall: told by themselves, and listed.
final class NodeRoutes {
    /// More than a computer drives.
    private static final int MOST_MONITORS = 64;
    private static final double LARGEST = 1 << 20;

    private final WallNodes nodes;

    NodeRoutes(WallNodes nodes) {
        this.nodes = nodes;
    }

    void open(Door door) {
        door.get("/api/v1/walls/{id}/nodes", call -> Reply.json(nodes.look(name(call, "id"))));
        door.put("/api/v1/walls/{id}/nodes/{node}", this::tell);
    }

    private Reply tell(Call call) {
        String wall = name(call, "id");
        NodeId node = new NodeId(name(call, "node"));
        NodeWord word = call.body(NodeWord.class);
        check(word.monitors().known(), "/monitors/known");
        check(word.monitors().present(), "/monitors/present");
        NodeWord.Corner at = word.at();
        if (at != null && !(Math.abs(at.x()) <= LARGEST && Math.abs(at.y()) <= LARGEST)) {
            throw Fault.at("BOD-4001", "/at", "range");
        }
        return nodes.tell(wall, node, word).map(Reply::json).orElseThrow(() -> Fault.of("RAT-4290"));
    }

    /// Written so that what is no number is refused, too.
    private static void check(List<Box> monitors, String pointer) {
        boolean sound = monitors.size() <= MOST_MONITORS
                && monitors.stream()
                        .allMatch(b -> Math.abs(b.x()) <= LARGEST
                                && Math.abs(b.y()) <= LARGEST
                                && b.width() > 0
                                && b.height() > 0
                                && b.width() <= LARGEST
                                && b.height() <= LARGEST);
        if (!sound) {
            throw Fault.at("BOD-4001", pointer, "range");
        }
    }

    private static String name(Call call, String part) {
        try {
            return new NodeId(call.path(part)).value();
        } catch (IllegalArgumentException _) {
            throw Fault.at("QRY-4000", "/" + part, "unknown");
        }
    }
}
