package org.yiping.console.ui;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Tables;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallState;

/// A wall on which two people and an alarm have put something, and one whose time is over.
public final class MadeUpWall {
    private static final Actor LEADER = new Actor(new PersonId("p-62"), new PostCode("duty-leader"), new SeatId("21"));
    private static final Actor ME = new Actor(new PersonId("p-0"), new PostCode("dispatcher"), new SeatId("03"));

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
