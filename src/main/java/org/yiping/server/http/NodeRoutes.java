package org.yiping.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.WallMachine;
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
    /// More panels than a computer's monitors have room for, pictures in a tile, options of a panel.
    private static final int MOST_STANDS = 512;

    private static final int MOST_LETTERS = 16;
    private static final int MOST_OPTIONS = 16;
    /// Sixteen names of cameras.
    private static final int LONGEST = 4096;

    private static final int LONGEST_NAME = 200;
    private static final Duration LONGEST_PROMISE = Duration.ofDays(366);

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
        check(word.monitors().known(), "/monitors/known", MOST_MONITORS);
        check(word.monitors().present(), "/monitors/present", MOST_MONITORS);
        NodeWord.Corner at = word.at();
        if (at != null && !(Math.abs(at.x()) <= LARGEST && Math.abs(at.y()) <= LARGEST)) {
            throw Fault.at("BOD-4001", "/at", "range");
        }
        check(word);
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

    /// Nothing a desk could not draw or count by.
    private static void check(NodeWord word) {
        List<NodeWord.Stand> stands = word.stands();
        if (stands != null) {
            boolean few = stands.size() <= MOST_STANDS
                    && stands.stream()
                            .allMatch(s -> s.letters().size() <= MOST_LETTERS
                                    && s.panel().options().size() <= MOST_OPTIONS
                                    && s.panel().options().values().stream().allMatch(o -> o.length() <= LONGEST));
            if (!few) {
                throw Fault.at("BOD-4001", "/stands", "range");
            }
            check(stands.stream().map(NodeWord.Stand::box).toList(), "/stands", MOST_STANDS);
        }
        WallMachine machine = word.machine();
        if (machine != null && !(machine.processors() > 0 && machine.memoryMb() >= 0 && sound(machine.measured()))) {
            throw Fault.at("BOD-4001", "/machine", "range");
        }
        NodeWord.Oldest oldest = word.oldest();
        if (oldest != null && !sound(oldest)) {
            throw Fault.at("BOD-4001", "/oldest", "range");
        }
    }

    /// Of an age that can be counted with.
    private static boolean sound(NodeWord.Oldest oldest) {
        return oldest.name().length() <= LONGEST_NAME
                && oldest.since().isAfter(Instant.EPOCH)
                && oldest.promise().isPositive()
                && oldest.promise().compareTo(LONGEST_PROMISE) <= 0;
    }

    private static boolean sound(WallMachine.@Nullable Measured measured) {
        return measured == null
                || (measured.small() >= 0
                        && measured.large() >= 0
                        && Stream.of(
                                        Optional.ofNullable(measured.smallMb()),
                                        Optional.ofNullable(measured.largeMb()),
                                        Optional.ofNullable(measured.ownMb()))
                                .flatMap(Optional::stream)
                                .allMatch(mb -> mb >= 0 && mb <= LARGEST));
    }

    /// Written so that what is no number is refused, too.
    private static void check(List<Box> boxes, String pointer, int most) {
        boolean sound = boxes.size() <= most
                && boxes.stream()
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
