package org.yiping.console.sync;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yiping.console.cache.Row;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.command.CommandId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.Push;
import tools.jackson.core.JacksonException;

/// Changes on their way into cache and stores. A row changed twice is written once. Confined to the
/// writer's thread.
///
/// What the disk would not take (it is full) stays `unsaved` and goes with the next batch, so that the
/// cursor never passes a row that was not written.
final class Batch {
    private final Shelves shelves;
    private final OpenCases openCases;
    private final Map<String, Row> unsaved = new LinkedHashMap<>();
    private final Set<CommandId> commands = new HashSet<>();

    Batch(Shelves shelves, OpenCases openCases) {
        this.shelves = shelves;
        this.openCases = openCases;
    }

    void add(Push.Change change) {
        String commandId = change.commandId();
        if (commandId != null) {
            commands.add(new CommandId(commandId));
        }
        shelves.find(change.kind()).ifPresent(shelf -> {
            Row row = shelf.stage(change.id(), change.op().equals("put") ? change.row() : null);
            unsaved.put(change.kind() + ' ' + change.id(), row);
        });
        if (change.kind().equals(Kinds.RECORD)
                && change.row() != null
                && openCases.isOpen(change.row().path("caseId").asString(""))) {
            try {
                openCases.pushed(Json.mapper().treeToValue(change.row(), FlowRecord.class));
            } catch (JacksonException _) {
                openCases.forget(); // fetched again, so that the log says what it is
            }
        }
    }

    Collection<Row> unsaved() {
        return unsaved.values();
    }

    void saved() {
        unsaved.clear();
    }

    /// Swaps the rows into their stores and answers the commands that caused them.
    Set<CommandId> show() {
        shelves.all().forEach(Shelf::flush);
        Set<CommandId> shown = Set.copyOf(commands);
        commands.clear();
        return shown;
    }
}
