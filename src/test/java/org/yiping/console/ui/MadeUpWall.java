package org.yiping.console.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Tables;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.wall.Arrangement;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.NodeWord.Corner;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallMachine;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallPictures;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallState;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;
import org.yiping.protocol.wall.ShippedScenes;

/// A wall on which two people and an alarm have put something, and one whose time is over.
public final class MadeUpWall {
    private static final Actor LEADER = new Actor(new PersonId("p-62"), new PostCode("duty-leader"), new SeatId("21"));
    private static final Actor ME = new Actor(new PersonId("p-0"), new PostCode("dispatcher"), new SeatId("03"));

    private static final NodeId NODE = new NodeId("wall");
    private static final WallMachine MACHINE = new WallMachine(
            16, 8192, new WallMachine.Measured(Instant.parse("2026-11-20T02:10:00Z"), 80, 15, 19.0, 69.0, 1250.0));

    private MadeUpWall() {}

    public static void put(Tables tables, Instant now) {
        String camera = tables.cameras
                .rows()
                .values()
                .map((Camera c) -> c.id().value())
                .sorted()
                .findFirst()
                .orElse("none");
        CaseId id = tables.cases
                .rows()
                .values()
                .filter(c -> c.place().position() != null)
                .min(Comparator.comparing((Case c) -> c.id().value()))
                .map(Case::id)
                .orElse(new CaseId("none"));
        WallState state = WallState.empty(WallId.OWN)
                .sent(placed("a", figure(1, "晨会"), LEADER, now.minusSeconds(2400), 1200, null), Set.of())
                .at(now.minusSeconds(1200), Set.of())
                .sent(
                        placed(
                                "b",
                                panel(2, 1, ToWall.camera(camera), "路口会商", true),
                                LEADER,
                                now.minusSeconds(200),
                                600,
                                null),
                        Set.of())
                .sent(
                        placed("c", panel(3, 2, ToWall.aCase(id), "领导视察", false), ME, now.minusSeconds(90), 1800, null),
                        Set.of())
                .alarmed(placed("d", panel(3, 1, ToWall.aCase(id), "告警", false), LEADER, now.minusSeconds(30), 600, id))
                .alarmed(
                        placed("e", panel(2, 1, ToWall.aCase(id), "告警", false), LEADER, now.minusSeconds(20), 600, id));
        tables.walls.put(WallId.OWN, state);
    }

    /// A wall of one computer with six monitors, the fourth of which is lost.
    static CompletableFuture<Found<WallTeam>> team(boolean told, Tables tables, Instant now) {
        return CompletableFuture.completedFuture(told ? new Found.Got<>(team(tables, now)) : new Found.Unreachable<>());
    }

    private static WallTeam team(Tables tables, Instant now) {
        List<Box> present = new ArrayList<>(monitors());
        present.remove(3);
        WallTopology wall = WallTopology.of(monitors()).seen(present);
        WallNode node = new WallNode(NODE, wall, true, now, now, 0, null, stands(wall, tables, now), MACHINE, null);
        return new WallTeam(
                now,
                List.of(node),
                List.of(new WallStep(now, List.of(new WallStep.Part(NODE, new Corner(0, 0), wall, true)), false)),
                null);
    }

    /// As the wall lays it out.
    private static List<NodeWord.Stand> stands(WallTopology wall, Tables tables, Instant now) {
        WallScene overview = ShippedScenes.book().find(new SceneId("overview")).orElseThrow();
        List<Placement> sent =
                tables.walls.find(WallId.OWN).map(s -> s.panels(now)).orElse(List.of());
        return Arrangement.of(overview, wall, sent).tiles().stream()
                .flatMap(t -> t.pieces().stream()
                        .map(p -> new NodeWord.Stand(p.box(), t.tile().at(now), List.of())))
                .toList();
    }

    private static List<Box> monitors() {
        return IntStream.range(0, 6)
                .mapToObj(i -> new Box(i % 3 * 1920, Math.floorDiv(i, 3) * 1080, 1920, 1080))
                .toList();
    }

    /// Of the fourth monitor there is none, and that of the fifth is late.
    static CompletableFuture<Found<WallPictures>> pictures(boolean told, Instant now) {
        return CompletableFuture.completedFuture(told ? new Found.Got<>(pictures(now)) : new Found.Unreachable<>());
    }

    private static WallPictures pictures(Instant now) {
        List<Box> monitors = monitors();
        return new WallPictures(
                1,
                List.of(
                        picture(monitors.get(0), now.minusSeconds(3), "map"),
                        picture(monitors.get(1), now.minusSeconds(4), "cameras"),
                        picture(monitors.get(2), now.minusSeconds(5), "case"),
                        picture(monitors.get(4), now.minusSeconds(23), "map"),
                        picture(monitors.get(5), now.minusSeconds(1), "case")));
    }

    private static WallPicture picture(Box monitor, Instant taken, String name) {
        try (InputStream in = MadeUpWall.class.getResourceAsStream("/org/yiping/wall/" + name + ".jpg")) {
            return new WallPicture(
                    NODE, monitor, taken, Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WallOrder figure(int column, String reason) {
        return panel(column, 1, new Shown(PanelKind.FIGURE, Map.of("of", "open")), reason, false);
    }

    private static WallOrder panel(int column, int row, Shown panel, String reason, boolean locked) {
        return new WallOrder(new Region(new Grid(3, 2), new Span(column, row, 1, 1)), null, panel, reason, 600, locked);
    }

    private static Placement placed(
            String id, WallOrder order, Actor by, Instant from, int seconds, @Nullable CaseId alarm) {
        return new Placement(new CommandId(id), order, by, from, from.plusSeconds(seconds), alarm);
    }
}
