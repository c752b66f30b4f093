package org.yiping.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.command.Aside;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Batch;
import org.yiping.server.data.FileTable;
import org.yiping.server.data.Row;

/// Writes notes with their files into cases. The writer's thread only.
final class NoteClerk {
    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_FILES = 20;
    private static final Set<String> PHASES = Set.of("before", "verify", "after", "check", "note");

    private final Access access;
    private final FileTable files;
    private final CaseWriter writer;

    NoteClerk(Rulebook book, Access access, FileTable files) {
        this.access = access;
        this.files = files;
        this.writer = new CaseWriter(book);
    }

    Answer add(Batch batch, Principal who, Aside.AddNote c, Instant now) {
        Row row = batch.find(Kinds.CASE, c.caseId().value())
                .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()))
                .orElse(null);
        if (row == null) {
            return refused(404, "no-case", "/target");
        }
        if (c.text().isBlank() && c.files().isEmpty()) {
            return refused(422, "missing", "/payload/text");
        }
        if (c.text().length() > LONGEST_TEXT || c.files().size() > MOST_FILES) {
            return refused(422, "too-long", "/payload");
        }
        Case current = Json.mapper().readValue(row.content(), Case.class);
        List<Attachment> all = new ArrayList<>(current.head().photos());
        for (int i = 0; i < c.files().size(); i++) {
            Aside.Enclosure e = c.files().get(i);
            String pointer = "/payload/files/" + i;
            Optional<FileTable.Picture> file = files.find(e.fileId());
            if (file.isEmpty()) {
                return refused(422, "unknown-file", pointer + "/fileId");
            }
            if (!PHASES.contains(e.phase())) {
                return refused(422, "unknown-kind", pointer + "/phase");
            }
            boolean pairs =
                    e.pairOf() == null || all.stream().anyMatch(a -> a.fileId().equals(e.pairOf()) && a.showsPicture());
            if (!pairs) {
                return refused(422, "unknown-file", pointer + "/pairOf");
            }
            all.add(new Attachment(
                    e.fileId(),
                    e.phase(),
                    file.get().mediaType(),
                    now,
                    current.report().simulated(),
                    e.pairOf(),
                    null));
        }
        Case next = new Case(
                current.id(),
                current.head().with(all),
                current.subject(),
                current.place(),
                current.report(),
                current.progress());
        batch.attach(
                c.files().stream().map(Aside.Enclosure::fileId).toList(),
                c.caseId().value());
        return writer.beside(
                batch,
                new CaseWriter.By(who.actor(), c.head().id().value()),
                next,
                new RecordId(c.head().id().value()),
                CaseWriter.Said.of("note", c.text(), now));
    }

    private static Answer refused(int status, String code, String pointer) {
        return new Answer.Refused(status, code, pointer, null);
    }
}
