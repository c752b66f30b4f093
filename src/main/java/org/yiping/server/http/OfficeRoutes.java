package org.yiping.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Principal;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.data.Change;
import org.yiping.server.data.Entry;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.data.StorageException;

/// The administrator's office: the journal, people's rights, backup.
final class OfficeRoutes {
    private final HttpApi.Storage storage;
    private final JournalReader journal;
    private final Rows rows;
    private final Access access;
    private final CommandDesk desk;
    private final Disclosure disclosure;

    OfficeRoutes(HttpApi.Storage storage, Access access, CommandDesk desk, Disclosure disclosure) {
        this.storage = storage;
        this.journal = new JournalReader(storage.database());
        this.rows = new Rows(storage.database());
        this.access = access;
        this.desk = desk;
        this.disclosure = disclosure;
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
            storage.backup().to(file);
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

    /// An administrator of some areas reads only what was written of these, so a page may be short and still have a
    /// next one.
    private Reply page(Call call) {
        Principal who = call.who();
        Masking masking = access.masking(who.post());
        int limit = (int) call.number("limit", 100, 1, 1000);
        List<Entry> entries = journal.after(call.number("after", 0, 0, Long.MAX_VALUE), limit);
        List<String> items = new ArrayList<>();
        int personal = 0;
        for (Entry e : entries) {
            Change change = e.change();
            if (access.mayReceive(change.kind(), who.post())
                    && access.reach(change.kind(), who).sees(change.scope())) {
                personal += Masking.isPersonal(change.kind(), change.content()) ? 1 : 0;
                items.add(Json.mapper().writeValueAsString(line(e, masking.mask(change.kind(), change.content()))));
            }
        }
        disclosure.note(who, "GET /api/v1/journal", "*", personal);
        String next =
                entries.size() < limit ? null : Long.toString(entries.getLast().revision());
        return Pages.page(items, next, storage.ledger().revision(), null);
    }

    private void mayChange(Principal who, Person after) {
        Reach own = access.reach(Kinds.PERSON, who);
        Optional<Row> before = rows.find(Kinds.PERSON, after.id().value());
        if (before.isPresent()) {
            if (!own.sees(before.get().scope())) {
                throw Fault.of("RES-4040");
            }
            if (!own.covers(codes(Json.mapper().readValue(before.get().content(), Person.class)))) {
                throw Fault.of("AUT-4030");
            }
        }
        if (!own.covers(codes(after))) {
            throw Fault.at("AUT-4030", "/areas", "range");
        }
    }

    private static List<String> codes(Person person) {
        return person.areas().stream().map(AreaCode::value).toList();
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

    /// Posts, areas and department of somebody: counts at once, also for who is connected. An administrator of some
    /// areas changes only people of these alone, and gives nobody more.
    private Reply person(Call call) throws IOException {
        Person person = call.body(Person.class);
        if (!person.id().value().equals(call.path("id"))) {
            throw Fault.at("BOD-4001", "/id", "mismatch");
        }
        Scope scope = Scope.of(person);
        if (scope.area() != null && scope.area().length() > Scope.LONGEST) {
            throw Fault.at("BOD-4001", "/areas", "range");
        }
        mayChange(call.who(), person);
        try {
            long revision = desk.write(
                    new Origin(call.who().actor(), null, null, null),
                    List.of(Change.fact(
                            Kinds.PERSON, person.id().value(), Json.mapper().writeValueAsString(person), scope)));
            return Reply.json(Map.of("revision", revision));
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof StorageException s ? s : e;
        }
    }
}
