package org.yiping.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.BroadcastId;
import org.yiping.domain.video.VideoRules;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Change;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

/// Writes down who used which camera for what, and what was said aloud. Any thread; waits until it is on disk.
public final class CameraUses {
    private static final int PAGE = 1000;

    private final CommandDesk desk;
    private final Rulebook book;

    /// The row: what a seat did last with a camera; the journal has what it did before.
    private record Use(CameraId camera, String what, String outcome, Actor by, Instant at) {}

    public CameraUses(CommandDesk desk, Rulebook book) {
        this.desk = desk;
        this.book = book;
    }

    /// The rules in force.
    public VideoRules rules(Instant now) {
        return book.video().at(now);
    }

    /// `what`: play, playback, turn, stop, preset, speak, talk, talkEnd; `outcome` is done, pending,
    /// failed, a refusal's code, or why a talk ended by itself.
    public Answer note(Row camera, String what, String outcome, Actor by) {
        String id = camera.id().substring(0, Math.min(40, camera.id().length())) + "/"
                + Integer.toHexString(by.seat().value().hashCode());
        return desk.submit((batch, now) -> {
            Use use = new Use(new CameraId(camera.id()), what, outcome, by, now);
            Change change = Change.fact(
                    Kinds.CAMERA_USE,
                    id,
                    Json.mapper().writeValueAsString(use),
                    new Scope(camera.scope().area(), null));
            return new Answer.Applied(
                    batch.put(new Origin(by, null, what, null), now, change).revision());
        });
    }

    /// Before it is said, so that nothing is said that nobody wrote down.
    public Answer announce(Row camera, Broadcast said) {
        return write(camera, said, said.by());
    }

    /// What the source told of it since.
    public Answer told(Row camera, Broadcast said) {
        return write(camera, said, null);
    }

    /// What was being said when the platform stopped, so that its ticket is lost; call it before any is announced.
    public List<Broadcast> interrupted(Rows rows) {
        List<Broadcast> found = new ArrayList<>();
        long cursor = 0;
        List<Row> page = rows.page(Kinds.BROADCAST, CaseFilter.ALL, Reach.CITY, cursor, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .map(r -> Json.mapper().readValue(r.content(), Broadcast.class))
                    .filter(b -> b.state().equals("pending"))
                    .forEach(found::add);
            cursor = page.getLast().place().born();
            page = rows.page(Kinds.BROADCAST, CaseFilter.ALL, Reach.CITY, cursor, PAGE);
        }
        return found;
    }

    private Answer write(Row camera, Broadcast said, @Nullable Actor by) {
        return desk.submit((batch, now) -> {
            Row before = batch.find(Kinds.BROADCAST, said.id().value()).orElse(null);
            Broadcast next = before == null
                    ? said
                    : Json.mapper().readValue(before.content(), Broadcast.class).told(said.state(), said.reason());
            Change change = Change.fact(
                    Kinds.BROADCAST,
                    said.id().value(),
                    Json.mapper().writeValueAsString(next),
                    before == null ? Scope.waiting(camera.scope().area()) : before.scope());
            return new Answer.Applied(
                    batch.put(new Origin(by, null, null, rules(now).version()), now, change)
                            .revision());
        });
    }

    /// A name nobody has used.
    public static BroadcastId fresh() {
        return new BroadcastId(java.util.UUID.randomUUID().toString());
    }
}
