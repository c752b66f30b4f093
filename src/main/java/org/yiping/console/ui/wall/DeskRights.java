package org.yiping.console.ui.wall;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Desk;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallSharing;

/// What this seat may do with the wall, in words where it may not: judged here as the platform will, so that it
/// is said at once. FX thread.
final class DeskRights {
    /// As the platform's table of rights has it.
    private static final Set<PostCode> SENDING = Set.of(
            new PostCode("acceptor"),
            new PostCode("duty-leader"),
            new PostCode("dispatcher"),
            new PostCode("supervisor"),
            new PostCode("leader"),
            new PostCode("administrator"));
    /// Who may undo what somebody locked.
    private static final Set<PostCode> DECIDING = Set.of(new PostCode("duty-leader"), new PostCode("leader"));

    private final Desk desk;
    private final Programme programme;
    private final Messages messages;

    /// `programme` knows the city's rules with what desks have saved over them.
    DeskRights(Desk desk, Programme programme, Messages messages) {
        this.desk = desk;
        this.programme = programme;
        this.messages = messages;
    }

    /// Why this seat may not touch the wall at all; empty where it may.
    String refusal() {
        boolean may = desk.me().map(m -> SENDING.contains(m.actor().post())).orElse(false);
        return may ? "" : messages.get("desk.not-by-post");
    }

    /// Why it may not send there, absent the whole wall; empty where it may.
    String refusal(@Nullable Region region) {
        WallOrder order = new WallOrder(region, null, null, "", null, false);
        String refused = refusal();
        boolean theirs =
                desk.me().map(m -> sharing().allows(m.actor().post(), order)).orElse(false);
        return refused.isEmpty() && !theirs ? messages.get("desk.not-your-part") : refused;
    }

    /// Why it may not replace that or take it off; empty where it may.
    String kept(Placement p) {
        boolean free = !p.isLocked()
                || desk.me()
                        .map(m -> m.actor().person().equals(p.by().person())
                                || DECIDING.contains(m.actor().post()))
                        .orElse(false);
        if (!free) {
            return messages.get("desk.kept");
        }
        boolean beyond = desk.me()
                .map(m -> !m.actor().person().equals(p.by().person())
                        && !sharing().allows(m.actor().post(), p.order()))
                .orElse(false);
        return beyond ? messages.get("desk.not-your-part") : "";
    }

    private WallSharing sharing() {
        return programme.rules().sharing();
    }
}
