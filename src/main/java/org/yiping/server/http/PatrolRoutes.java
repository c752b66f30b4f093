package org.yiping.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.FileStore;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Pictures kept with what patrols found. Plans and rounds are lists, looks are commands.
final class PatrolRoutes {
    private final FileStore files;
    private final Rows rows;
    private final Access access;

    PatrolRoutes(FileStore files, Rows rows, Access access) {
        this.files = files;
        this.rows = rows;
        this.access = access;
    }

    void open(Door door) {
        door.get("/api/v1/patrols/rounds/{id}/picture", this::picture);
    }

    /// Whoever sees the round and the camera sees its picture, also of a round that has left the screens.
    private Reply picture(Call call) throws IOException {
        Principal who = call.who();
        if (!access.mayReceive(Kinds.PATROL_ROUND, who.post())) {
            throw Fault.of("AUT-4030");
        }
        Reach areas = new Reach(access.reach(Kinds.PATROL_ROUND, who).areas(), null);
        Row row = rows.find(Kinds.PATROL_ROUND, call.path("id"))
                .filter(r -> areas.sees(r.scope()))
                .orElseThrow(() -> Fault.of("RES-4040"));
        String file = call.query("file").orElse("");
        PatrolRound.Picture kept = Json.mapper().readValue(row.content(), PatrolRound.class).looks().stream()
                .flatMap(l -> Optional.ofNullable(l.seen().picture()).stream())
                .filter(p -> p.fileId().equals(file))
                .findFirst()
                .orElseThrow(() -> Fault.of("RES-4040"));
        Viewers.check(rows, kept.footage().camera(), who.post());
        FileTable.Picture picture = files.find(kept.fileId()).orElseThrow(() -> Fault.of("RES-4040"));
        return new Reply.Body(
                200, picture.mediaType(), Files.readAllBytes(files.path(picture.id())), "\"" + picture.id() + "\"");
    }
}
