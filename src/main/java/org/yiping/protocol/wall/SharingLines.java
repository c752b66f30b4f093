package org.yiping.protocol.wall;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yiping.domain.alarm.Alarm;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallSharing;

/// Reads what `scenes/wall.yaml` says under `desk`: which posts may send to which part of the wall, and which
/// alarms take a tile. Stateless; any thread.
final class SharingLines {
    private SharingLines() {}

    static WallSharing of(Node node) {
        Node.Table table = node.table(Set.of("rights", "alarms"));
        return new WallSharing(
                SceneFile.may(table, "rights")
                        .map(n -> n.items().stream().map(SharingLines::right).toList())
                        .orElse(List.of()),
                SceneFile.may(table, "alarms")
                        .map(n -> n.items().stream().map(SharingLines::alarm).toList())
                        .orElse(List.of()));
    }

    private static WallSharing.Right right(Node node) {
        Node.Table table = node.table(Set.of("posts", "grid", "at"));
        List<PostCode> posts = SceneFile.need(table, "posts").items().stream()
                .map(n -> new PostCode(n.text()))
                .toList();
        boolean everywhere =
                !table.values().containsKey("grid") && !table.values().containsKey("at");
        return new WallSharing.Right(posts, everywhere ? Region.WHOLE : region(table));
    }

    private static WallSharing.AlarmTile alarm(Node node) {
        Node.Table table = node.table(Set.of("kinds", "classes", "grid", "at", "panel", "options", "for"));
        WallScene.Shown shown = SceneFile.shown(table);
        Duration time = SceneFile.duration(SceneFile.need(table, "for"), 30, 4 * 3600);
        return new WallSharing.AlarmTile(
                SceneFile.need(table, "kinds").items().stream()
                        .map(SharingLines::kind)
                        .toList(),
                SceneFile.may(table, "classes")
                        .map(n -> n.items().stream()
                                .map(c -> new ClassCode(c.text()))
                                .toList())
                        .orElse(List.of()),
                region(table),
                shown,
                time);
    }

    private static Alarm.Kind kind(Node node) {
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(node.text())) {
                return kind;
            }
        }
        throw new BadLine(node.line(), "new, soon or over is expected, not '" + node.text() + "'");
    }

    private static Region region(Node.Table table) {
        Region region =
                new Region(SceneFile.grid(SceneFile.need(table, "grid")), SceneFile.span(SceneFile.need(table, "at")));
        if (region.fits()) {
            return region;
        }
        throw new BadLine(
                table.line(),
                "the place reaches beyond the grid of " + region.grid().columns() + " × "
                        + region.grid().rows());
    }
}
