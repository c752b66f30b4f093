package org.yiping.server.command;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.wall.MapView;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallSharing;
import org.yiping.domain.wall.WallState;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.wall.SceneWriter;
import org.yiping.protocol.wall.ShippedScenes;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.Change;
import org.yiping.server.data.Row;
import org.yiping.server.data.Scope;

/// Puts on a wall what desks send there, and takes it off. The writer's thread only, so two desks never both
/// have a place: who comes second is refused with what stands there, and may send again with that named as
/// replaced.
final class WallClerk {
    /// Who decides in the hall; others do not undo what somebody locked.
    private static final Set<PostCode> DECIDING = Set.of(new PostCode("duty-leader"), new PostCode("leader"));

    private static final int SHORTEST_SECONDS = 10;
    private static final int MOST_PICTURES = 16;
    private static final int LONGEST_OPTION = 1100; // ids of as many cameras as a tile has pictures
    private static final String PANEL = "/payload/order/panel";

    private final Rulebook book;
    private final Access access;
    private final CaseWriter writer;
    private final WallBook shipped = ShippedScenes.book();

    WallClerk(Rulebook book, Access access) {
        this.book = book;
        this.access = access;
        this.writer = new CaseWriter(book);
    }

    Answer send(Batch batch, Principal who, Aside.SendToWall c, Instant now) {
        if (!c.wall().equals(WallId.OWN)) {
            return refused(404, "no-wall", "/target");
        }
        WallOrder order = c.order();
        Answer bad = unfit(order);
        bad = bad == null ? unknown(batch, who, order) : bad;
        if (bad != null) {
            return bad;
        }
        WallSharing sharing = sharing(batch);
        if (!sharing.allows(who.post(), order)) {
            return refused(403, "no-right", "/payload/order/region");
        }
        Row row = row(batch, c.wall());
        WallState state = state(row, c.wall());
        List<Placement> met = state.met(order, now);
        if (!c.replaces().containsAll(met.stream().map(Placement::id).toList())) {
            return new Answer.Refused(409, "taken", "/payload/replaces", row);
        }
        if (met.stream().anyMatch(p -> isBeyond(p, who, sharing))) {
            return new Answer.Refused(403, "no-right", "/payload/replaces", row);
        }
        if (Stream.concat(met.stream(), state.scene(now).stream()).anyMatch(p -> isKeptFrom(p, who))) {
            return new Answer.Refused(403, "locked", "/payload/replaces", row);
        }
        if (state.standing(now).size() - met.size() >= WallState.MOST_PLACEMENTS) {
            return new Answer.Refused(409, "wall-full", "/target", row);
        }
        Integer seconds = order.seconds();
        Placement next = new Placement(
                c.head().id(), order, who.actor(), now, seconds == null ? null : now.plusSeconds(seconds), null);
        return put(batch, who, c, state.sent(next, ids(met)), order.reason(), now);
    }

    /// Of what is gone already nothing is said: it is off the wall.
    Answer takeOff(Batch batch, Principal who, Aside.TakeOffWall c, Instant now) {
        if (!c.wall().equals(WallId.OWN)) {
            return refused(404, "no-wall", "/target");
        }
        if (c.placements().isEmpty()) {
            return refused(422, "missing", "/payload/placements");
        }
        if (c.reason().length() > WallOrder.LONGEST_REASON) {
            return refused(422, "too-long", "/payload/reason");
        }
        Row row = row(batch, c.wall());
        WallState state = state(row, c.wall());
        Set<CommandId> named = new HashSet<>(c.placements());
        List<Placement> theirs =
                state.standing(now).stream().filter(p -> named.contains(p.id())).toList();
        if (theirs.isEmpty()) {
            return new Answer.Applied(row == null ? 0 : row.revision());
        }
        if (theirs.stream().anyMatch(p -> isKeptFrom(p, who))) {
            return new Answer.Refused(403, "locked", "/payload/placements", row);
        }
        WallSharing sharing = sharing(batch);
        if (theirs.stream().anyMatch(p -> isBeyond(p, who, sharing))) {
            return new Answer.Refused(403, "no-right", "/payload/placements", row);
        }
        boolean own = theirs.stream().allMatch(p -> isOf(p, who));
        if (!own && c.reason().isBlank()) {
            return refused(422, "missing", "/payload/reason");
        }
        return put(batch, who, c, state.taken(ids(theirs), who.actor(), c.reason(), now), c.reason(), now);
    }

    private static Set<CommandId> ids(List<Placement> some) {
        return some.stream().map(Placement::id).collect(Collectors.toSet());
    }

    private static boolean isOf(Placement p, Principal who) {
        return p.by().person().equals(who.actor().person());
    }

    private static boolean isKeptFrom(Placement p, Principal who) {
        return p.isLocked() && !isOf(p, who) && !DECIDING.contains(who.post());
    }

    /// Somebody else's, in a part of the wall that is not this post's.
    private static boolean isBeyond(Placement p, Principal who, WallSharing sharing) {
        return !isOf(p, who) && !sharing.allows(who.post(), p.order());
    }

    private WallSharing sharing(Batch batch) {
        return SceneClerk.city(book, batch).rules().sharing();
    }

    private static @Nullable Answer unfit(WallOrder order) {
        if (!order.sound()) {
            return refused(422, "no-order", "/payload/order");
        }
        if (order.reason().isBlank()) {
            return refused(422, "missing", "/payload/order/reason");
        }
        if (order.reason().length() > WallOrder.LONGEST_REASON) {
            return refused(422, "too-long", "/payload/order/reason");
        }
        Integer seconds = order.seconds();
        if (seconds == null) {
            return order.locked() ? refused(422, "missing", "/payload/order/seconds") : null; // no lock for ever
        }
        return seconds < SHORTEST_SECONDS || seconds > WallOrder.LONGEST_SECONDS
                ? refused(422, "range", "/payload/order/seconds")
                : null;
    }

    private @Nullable Answer unknown(Batch batch, Principal who, WallOrder order) {
        SceneId scene = order.scene();
        if (scene != null) {
            return SceneClerk.city(book, batch).over(shipped).find(scene).isEmpty()
                    ? refused(422, "unknown", "/payload/order/scene")
                    : null;
        }
        Shown panel = Objects.requireNonNull(order.panel());
        if (!panel.panel().options().containsAll(panel.options().keySet())
                || panel.options().values().stream().anyMatch(v -> v.length() > LONGEST_OPTION)) {
            return refused(422, "unknown", PANEL + "/options");
        }
        String view = panel.options().get("view");
        if (view != null && MapView.of(view).isEmpty()) {
            return refused(422, "range", PANEL + "/options/view");
        }
        if (!SceneWriter.fits(panel)) {
            return refused(422, "no-order", PANEL);
        }
        String about = panel.options().get("case");
        if (about != null && !sees(batch, who, Kinds.CASE, about)) {
            return refused(404, "no-case", PANEL + "/options/case");
        }
        String cameras = panel.panel() == PanelKind.CAMERAS ? panel.options().get("cameras") : null;
        if (cameras != null) {
            List<String> ids = List.of(cameras.split(",", -1));
            if (ids.size() > MOST_PICTURES || !ids.stream().allMatch(id -> sees(batch, who, Kinds.CAMERA, id))) {
                return refused(422, "unknown-camera", PANEL + "/options/cameras");
            }
        }
        return null;
    }

    /// Nobody shows the hall what they may not see themselves.
    private boolean sees(Batch batch, Principal who, String kind, String id) {
        return batch.find(kind, id)
                .filter(r -> access.reach(kind, who).sees(r.scope()))
                .isPresent();
    }

    static @Nullable Row row(Batch batch, WallId wall) {
        return batch.find(Kinds.WALL, wall.value()).orElse(null);
    }

    static WallState state(@Nullable Row row, WallId wall) {
        return row == null ? WallState.empty(wall) : Json.mapper().readValue(row.content(), WallState.class);
    }

    /// A wall as the storage takes it.
    static Change change(WallState state) {
        return Change.fact(Kinds.WALL, state.id().value(), Json.mapper().writeValueAsString(state), Scope.OPEN);
    }

    private Answer put(Batch batch, Principal who, Aside c, WallState next, String reason, Instant now) {
        var by = new CaseWriter.By(who.actor(), c.head().id().value());
        return new Answer.Applied(
                batch.put(writer.origin(by, reason, now), now, change(next)).revision());
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
