package org.yiping.server.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
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

    /// What a record is called that a command writes beside its own.
    private static final String PICTURE = ".picture";

    private static final Set<String> CLOCKS =
            Set.of(Footage.SOURCE, Footage.ARRIVAL, Footage.JUMPED, Footage.RECORDING, Footage.SHOWN);

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
        Answer bad = unfit(batch, who, new Shown(c.fileId(), c.footage(), "/payload"), now);
        if (bad != null) {
            return bad;
        }
        if (c.note().length() > Command.LONGEST_TEXT) {
            return refused(422, "too-long", "/payload/note");
        }
        Case current = Json.mapper().readValue(row.get().content(), Case.class);
        if (current.head().photos().stream().anyMatch(a -> a.fileId().equals(c.fileId()))) {
            return refused(422, "already-there", "/payload/fileId");
        }
        return put(
                batch,
                c,
                c.head().id().value(),
                current,
                attachment(batch, who, current, c.fileId(), c.footage(), now));
    }

    /// A file that is said to show what a camera saw; `at` is where in the command that stands.
    record Shown(String fileId, Footage footage, String at) {}

    /// Why it cannot be kept as evidence; absent where it can.
    @Nullable
    Answer unfit(Batch batch, Principal who, Shown shown, Instant now) {
        Footage said = shown.footage();
        if (camera(batch, who, said).isEmpty()) {
            return refused(422, "unknown-camera", shown.at() + "/footage/camera");
        }
        Optional<FileTable.Picture> file = files.find(shown.fileId())
                .filter(f -> files.isSeen(f.id(), who.actor().person().value(), access.reach(Kinds.CASE, who)));
        if (file.isEmpty()) {
            return refused(422, "unknown-file", shown.at() + "/fileId");
        }
        if (!file.get().mediaType().startsWith(kind(said.kind()))) {
            return refused(422, "unknown-kind", shown.at() + "/footage/kind");
        }
        if (said.pixels() != null && !said.pixels().isSound()) {
            return refused(422, "footage-pixels", shown.at() + "/footage/pixels");
        }
        return !CLOCKS.contains(said.clock()) || !isPlausible(said, now)
                ? refused(422, "footage-time", shown.at() + "/footage")
                : null;
    }

    /// The same with what is the platform's to say: what the camera is called, and who took it.
    Footage kept(Batch batch, Principal who, Footage said) {
        Camera camera = camera(batch, who, said).orElseThrow();
        return new Footage(
                said.kind(),
                camera.id(),
                camera.name(),
                said.from(),
                said.until(),
                said.clock(),
                who.actor(),
                said.pixels());
    }

    /// Into a case that has just been made by the same command, which is sound.
    void into(Batch batch, Principal who, Aside by, CaseId made, Shown shown, Instant now) {
        Case current = Json.mapper()
                .readValue(batch.find(Kinds.CASE, made.value()).orElseThrow().content(), Case.class);
        Attachment fresh = attachment(batch, who, current, shown.fileId(), shown.footage(), now);
        String record = by.head().id().value() + PICTURE;
        put(
                batch,
                by,
                UUID.nameUUIDFromBytes(record.getBytes(StandardCharsets.UTF_8)).toString(),
                current,
                fresh);
    }

    private Optional<Camera> camera(Batch batch, Principal who, Footage said) {
        return batch.find(Kinds.CAMERA, said.camera().value())
                .filter(r -> access.reach(Kinds.CAMERA, who).sees(r.scope()))
                .map(r -> Json.mapper().readValue(r.content(), Camera.class))
                .filter(found -> found.device() == null
                        || found.device().viewedBy(who.actor().post()));
    }

    private Attachment attachment(Batch batch, Principal who, Case into, String fileId, Footage said, Instant now) {
        FileTable.Picture file = files.find(fileId).orElseThrow();
        Camera camera = camera(batch, who, said).orElseThrow();
        Footage kept = kept(batch, who, said);
        boolean simulated = into.report().simulated() || camera.state().simulated();
        return new Attachment(file.id(), Attachment.EVIDENCE, file.mediaType(), now, simulated, null, kept);
    }

    private Answer put(Batch batch, Aside c, String record, Case current, Attachment fresh) {
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
        batch.attach(List.of(fresh.fileId()), current.id().value());
        String said = c instanceof Aside.AddEvidence e ? e.note() : "";
        String note = said.isBlank() ? footage.cameraName() : footage.cameraName() + " · " + said;
        return writer.beside(
                batch,
                new CaseWriter.By(footage.by(), c.head().id().value()),
                next,
                new RecordId(record),
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
