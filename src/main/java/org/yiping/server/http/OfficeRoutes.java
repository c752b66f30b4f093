package org.yiping.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.data.Backup;
import org.yiping.server.data.Change;
import org.yiping.server.data.Entry;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Origin;
import org.yiping.server.data.StorageException;

/// The administrator's office: the journal, people's rights, backup.
final class OfficeRoutes {
    private final JournalReader journal;
    private final Ledger ledger;
    private final Access access;
    private final CommandDesk desk;
    private final Backup backup;

    OfficeRoutes(JournalReader journal, Ledger ledger, Access access, CommandDesk desk, Backup backup) {
        this.journal = journal;
        this.ledger = ledger;
        this.access = access;
        this.desk = desk;
        this.backup = backup;
    }

    void open(Door door) {
        door.get("/api/v1/journal", this::page);
        door.put("/api/v1/people/{id}", this::person);
        door.post("/api/v1/backup", call -> backup());
    }

    /// Made whole on disk first: a copy that fails half-way must be a problem, not half a file.
    private Reply backup() throws IOException {
        Path file = Files.createTempFile("yiping-backup", ".zip");
        try {
            backup.to(file);
        } catch (UnsupportedOperationException e) {
            Files.deleteIfExists(file);
            throw Fault.of("STO-5010");
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new Reply.Download("application/zip", out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.delete(file);
            }
        });
    }

    private Reply page(Call call) {
        int limit = (int) call.number("limit", 100, 1, 1000);
        List<Entry> entries = journal.after(call.number("after", 0, 0, Long.MAX_VALUE), limit);
        List<String> items = new ArrayList<>();
        for (Entry e : entries) {
            String row = access.masking(call.who().post())
                    .mask(e.change().kind(), e.change().content());
            items.add(Json.mapper().writeValueAsString(line(e, row)));
        }
        String next =
                entries.size() < limit ? null : Long.toString(entries.getLast().revision());
        return Pages.page(items, next, ledger.revision(), null);
    }

    private static Map<String, @Nullable Object> line(Entry e, String row) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("revision", e.revision());
        line.put("at", e.at());
        Actor actor = e.origin().actor();
        if (actor != null) {
            line.put("person", actor.person());
            line.put("post", actor.post());
            line.put("seat", actor.seat());
        }
        if (e.origin().commandId() != null) {
            line.put("commandId", e.origin().commandId());
        }
        line.put("kind", e.change().kind());
        line.put("id", e.change().id());
        line.put("op", "put");
        line.put("row", Json.mapper().readTree(row));
        if (e.origin().reason() != null) {
            line.put("reason", e.origin().reason());
        }
        if (e.origin().catalogueVersion() != null) {
            line.put("catalogueVersion", e.origin().catalogueVersion());
        }
        if (e.links().previous() > 0) {
            line.put("previous", e.links().previous());
        }
        line.put("hash", java.util.HexFormat.of().formatHex(e.links().hash()));
        return line;
    }

    /// Posts, areas and department of somebody: counts at once, also for who is connected.
    private Reply person(Call call) throws IOException {
        Person person = call.body(Person.class);
        if (!person.id().value().equals(call.path("id"))) {
            throw Fault.at("BOD-4001", "/id", "mismatch");
        }
        try {
            long revision = desk.write(
                    new Origin(call.who().actor(), null, null, null),
                    List.of(Change.fact(
                            Kinds.PERSON, person.id().value(), Json.mapper().writeValueAsString(person), null)));
            return Reply.json(Map.of("revision", revision));
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof StorageException s ? s : e;
        }
    }
}
