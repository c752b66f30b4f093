package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.Row;

/// Puts what a camera saw into a case (视频取证). The writer's thread only.
///
/// Who took it, what the camera is called and whether it is simulated are the platform's words, not the console's.
final class EvidenceClerk {
    private static final Duration LONGEST = Duration.ofHours(1);

    /// What two corrected clocks may differ by.
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private static final Set<String> CLOCKS = Set.of(Footage.SOURCE, Footage.ARRIVAL);

    private final Access access;
    private final FileTable files;
    private final CaseWriter writer;

    EvidenceClerk(Rulebook book, Access access, FileTable files) {
        this.access = access;
        this.files = files;
        this.writer = new CaseWriter(book);
    }

    Answer add(Batch batch, Principal who, Aside.AddEvidence c, Instant now) {
        Optional<Row> row = batch.find(Kinds.CASE, c.caseId().value())
                .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()));
        if (row.isEmpty()) {
            return refused(404, "no-case", "/target");
        }
        Footage said = c.footage();
        Optional<Camera> camera = batch.find(Kinds.CAMERA, said.camera().value())
                .filter(r -> access.reach(Kinds.CAMERA, who).sees(r.scope()))
                .map(r -> Json.mapper().readValue(r.content(), Camera.class))
                .filter(found -> found.device() == null
                        || found.device().viewedBy(who.actor().post()));
        if (camera.isEmpty()) {
            return refused(422, "unknown-camera", "/payload/footage/camera");
        }
        Optional<FileTable.Picture> file = files.find(c.fileId())
                .filter(f -> files.isSeen(f.id(), who.actor().person().value(), access.reach(Kinds.CASE, who)));
        if (file.isEmpty()) {
            return refused(422, "unknown-file", "/payload/fileId");
        }
        if (!file.get().mediaType().startsWith(kind(said.kind()))) {
            return refused(422, "unknown-kind", "/payload/footage/kind");
        }
        if (!CLOCKS.contains(said.clock()) || !isPlausible(said, now)) {
            return refused(422, "footage-time", "/payload/footage");
        }
        if (c.note().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/note");
        }
        Case current = Json.mapper().readValue(row.get().content(), Case.class);
        if (current.head().photos().stream().anyMatch(a -> a.fileId().equals(c.fileId()))) {
            return refused(422, "already-there", "/payload/fileId");
        }
        return put(batch, c, current, attachment(current, camera.get(), file.get(), said.by(who.actor()), now));
    }

    private static Attachment attachment(Case into, Camera camera, FileTable.Picture file, Footage said, Instant now) {
        Footage kept = new Footage(
                said.kind(), camera.id(), camera.name(), said.from(), said.until(), said.clock(), said.by());
        boolean simulated = into.report().simulated() || camera.state().simulated();
        return new Attachment(file.id(), Attachment.EVIDENCE, file.mediaType(), now, simulated, null, kept);
    }

    private Answer put(Batch batch, Aside.AddEvidence c, Case current, Attachment fresh) {
        Footage footage = fresh.footage();
        if (footage == null || footage.by() == null) {
            throw new IllegalArgumentException("evidence nobody took");
        }
        List<Attachment> all = new ArrayList<>(current.head().photos());
        all.add(fresh);
        Case next = new Case(
                current.id(),
                current.head().with(all),
                current.subject(),
                current.place(),
                current.report(),
                current.progress());
        batch.attach(List.of(fresh.fileId()), c.caseId().value());
        String id = c.head().id().value();
        String note = c.note().isBlank() ? footage.cameraName() : footage.cameraName() + " · " + c.note();
        return writer.beside(
                batch,
                new CaseWriter.By(footage.by(), id),
                next,
                new RecordId(id),
                CaseWriter.Said.of("evidence", note, fresh.addedAt()));
    }

    /// What files of a kind begin with; nothing does for a kind that is none.
    private static String kind(String kind) {
        return switch (kind) {
            case Footage.PHOTO -> "image/";
            case Footage.CLIP -> "video/";
            default -> "?";
        };
    }

    private static boolean isPlausible(Footage said, Instant now) {
        boolean ordered = !said.until().isBefore(said.from())
                && Duration.between(said.from(), said.until()).compareTo(LONGEST) <= 0;
        return ordered && said.until().isBefore(now.plus(AHEAD));
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
