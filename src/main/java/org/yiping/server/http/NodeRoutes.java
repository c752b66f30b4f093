package org.yiping.server.http;

import java.util.List;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallPictures;
import org.yiping.protocol.Json;
import org.yiping.server.data.PictureHeader;
import org.yiping.server.wall.PictureShelf;
import org.yiping.server.wall.WallNodes;

/// The computers of a wall: told by themselves, and listed; and the wall in small, as they send it while somebody
/// looks.
final class NodeRoutes {
    /// More than a computer drives.
    private static final int MOST_MONITORS = 64;
    private static final double LARGEST = 1 << 20;

    private final WallNodes nodes;
    private final PictureShelf pictures;

    NodeRoutes(WallNodes nodes, PictureShelf pictures) {
        this.nodes = nodes;
        this.pictures = pictures;
    }

    void open(Door door) {
        door.get("/api/v1/walls/{id}/nodes", call -> Reply.json(nodes.look(name(call, "id"))));
        door.put("/api/v1/walls/{id}/nodes/{node}", this::tell);
        door.put("/api/v1/walls/{id}/nodes/{node}/picture", this::take);
        door.get("/api/v1/walls/{id}/pictures", this::give);
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
        return nodes.tell(wall, node, word)
                .map(team -> Reply.json(team.whileLooked(pictures.looked(wall))))
                .orElseThrow(() -> Fault.of("RAT-4290"));
    }

    private Reply take(Call call) {
        String wall = name(call, "id");
        NodeId node = new NodeId(name(call, "node"));
        WallPicture.Shot shot = call.body(WallPicture.Shot.class);
        if (shot.jpeg().length > WallPicture.MOST_BYTES) {
            throw Fault.of("WAL-4130");
        }
        PictureHeader.Facts facts = PictureHeader.read(shot.jpeg())
                .filter(f -> f.mediaType().equals("image/jpeg"))
                .orElseThrow(() -> Fault.of("WAL-4150"));
        if (facts.width() > WallPicture.MOST_SIDE || facts.height() > WallPicture.MOST_SIDE) {
            throw Fault.of("WAL-4130");
        }
        if (!nodes.has(wall, node, shot.monitor())) {
            throw Fault.of("WAL-4041");
        }
        if (!pictures.put(wall, node, shot)) {
            throw Fault.of("RAT-4290");
        }
        return new Reply.Empty(204);
    }

    private Reply give(Call call) {
        WallPictures all = pictures.look(name(call, "id"), call.number("since", 0, 0, Long.MAX_VALUE));
        return Reply.text(Json.mapper().writeValueAsString(all), "\"" + all.revision() + "\"");
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
