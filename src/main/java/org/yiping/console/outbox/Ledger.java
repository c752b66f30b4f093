package org.yiping.console.outbox;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.OutboxRow;
import org.yiping.console.cache.OutboxRow.Progress;
import org.yiping.console.cache.OutboxTable;
import org.yiping.console.cache.Stage;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.SingleStore;
import org.yiping.console.store.TableStore;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Json;
import org.yiping.protocol.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The outbox's rows, in memory as on disk, and what windows see of them. Confined to the outbox's thread.
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final OutboxTable table;
    private final TableStore<CommandId, Delivery> deliveries = new TableStore<>();
    private final SingleStore<Waiting> waiting = new SingleStore<>();
    private final Map<CommandId, Entry> entries = new LinkedHashMap<>();
    private int ofOthers;

    /// `onDisk` lags behind the row's stage while the disk refuses to be written.
    record Entry(OutboxRow row, Command command, Stage onDisk) {
        Stage stage() {
            return row.progress().stage();
        }

        String target() {
            String target = row.request().target();
            return target == null ? "" : target;
        }
    }

    Ledger(OutboxTable table) {
        this.table = table;
    }

    TableStore<CommandId, Delivery> deliveries() {
        return deliveries;
    }

    SingleStore<Waiting> waiting() {
        return waiting;
    }

    /// Reads what is on the disk; another user's or platform's commands are counted and left alone. Again when the
    /// owner turned out to be another.
    void load() throws IOException {
        Map<CommandId, OutboxRow> mine = new LinkedHashMap<>();
        List<OutboxRow> all = table.all();
        for (OutboxRow row : all) {
            if (row.owner().equals(table.owner())) {
                mine.put(row.id(), row);
            }
        }
        ofOthers = all.size() - mine.size();
        Set<CommandId> others = new HashSet<>(entries.keySet());
        others.removeAll(mine.keySet());
        entries.keySet().removeAll(others);
        deliveries.apply(Map.of(), others);
        mine.forEach((id, row) -> {
            if (!entries.containsKey(id)) {
                decoded(row).ifPresent(this::remember);
            }
        });
        count();
    }

    String owner() {
        return table.owner();
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    Optional<Entry> find(CommandId id) {
        return Optional.ofNullable(entries.get(id));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// Returns when all are on the disk.
    void add(List<OutboxRow> rows) throws IOException {
        table.add(rows);
        for (OutboxRow row : rows) {
            if (!entries.containsKey(row.id())) {
                decoded(row).ifPresent(this::remember);
            }
        }
        count();
    }

    /// Moves a command on by compare-and-set; false where it was not at `from`.
    ///
    /// Where the disk refuses, a command is not sent, but what is known of one already sent is kept in
    /// memory: after a restart it goes out once more under its key and gets the same answer.
    boolean move(Entry entry, Stage from, Progress to) {
        CommandId id = entry.row().id();
        Entry known = entries.get(id);
        if (known == null || known.stage() != from) {
            return false;
        }
        Stage onDisk = to.stage();
        try {
            if (!table.move(id, known.onDisk(), to)) {
                LOG.error("the outbox's row {} is not {} on the disk", id.value(), known.onDisk());
                return false;
            }
        } catch (IOException e) {
            LOG.error("the outbox's row {} did not move to {} on the disk", id.value(), to.stage(), e);
            if (to.stage() == Stage.SENDING) {
                return false;
            }
            onDisk = known.onDisk();
        }
        OutboxRow row = known.row();
        remember(new Entry(new OutboxRow(id, row.owner(), row.request(), row.queuedAt(), to), known.command(), onDisk));
        count();
        return true;
    }

    boolean revive(Entry entry, CommandRequest request) throws IOException {
        OutboxRow row = entry.row();
        if (!table.revive(row.id(), request)) {
            return false;
        }
        OutboxRow revived = new OutboxRow(
                row.id(), row.owner(), request, row.queuedAt(), row.progress().to(Stage.QUEUED));
        decoded(revived).ifPresent(this::remember);
        count();
        return true;
    }

    /// What the disk does not forget now is sent once more after a restart and answered the same: the key.
    void remove(Collection<CommandId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try {
            table.remove(ids);
        } catch (IOException e) {
            LOG.warn("settled commands stay on the disk: {}", e.toString());
        }
        entries.keySet().removeAll(ids);
        deliveries.apply(Map.of(), Set.copyOf(ids));
        count();
    }

    Delivery delivery(Entry entry) {
        Progress progress = entry.row().progress();
        return new Delivery(entry.command(), entry.row().queuedAt(), progress.attempts(), state(progress));
    }

    private static Delivery.State state(Progress progress) {
        return switch (progress.stage()) {
            case QUEUED -> new Delivery.State.Queued();
            case SENDING -> new Delivery.State.Sending();
            case ACCEPTED -> new Delivery.State.Accepted(progress.revision() == null ? 0 : progress.revision());
            case REJECTED -> new Delivery.State.Rejected(refusal(progress.refusal()));
            case EXPIRED -> new Delivery.State.Expired();
        };
    }

    private static Delivery.Refusal refusal(@Nullable Problem problem) {
        if (problem == null) {
            return new Delivery.Refusal(0, "", "", "", null);
        }
        return new Delivery.Refusal(
                problem.status(),
                problem.code(),
                problem.title(),
                problem.detail(),
                read(problem.current(), Case.class),
                read(problem.last(), FlowRecord.class));
    }

    private static <T> @Nullable T read(@Nullable JsonNode node, Class<T> type) {
        try {
            return node == null ? null : Json.mapper().treeToValue(node, type);
        } catch (JacksonException _) {
            return null; // the refusal is understood without it
        }
    }

    private static Optional<Entry> decoded(OutboxRow row) {
        try {
            return Optional.of(new Entry(
                    row,
                    CommandCodec.decode(row.id(), row.request()),
                    row.progress().stage()));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.error(
                    "the outbox's row {} is not understood and stays where it is",
                    row.id().value(),
                    e);
            return Optional.empty();
        }
    }

    private void remember(Entry entry) {
        entries.put(entry.row().id(), entry);
        deliveries.put(entry.row().id(), delivery(entry));
    }

    private void count() {
        int onTheirWay = 0;
        int rejected = 0;
        int expired = 0;
        Instant oldest = null;
        for (Entry entry : entries.values()) {
            switch (entry.stage()) {
                case QUEUED, SENDING, ACCEPTED -> onTheirWay++;
                case REJECTED -> rejected++;
                case EXPIRED -> expired++;
            }
            Instant queued = entry.row().queuedAt();
            if (entry.stage() != Stage.REJECTED && (oldest == null || queued.isBefore(oldest))) {
                oldest = queued;
            }
        }
        waiting.set(new Waiting(onTheirWay, rejected, expired, ofOthers, oldest), new Freshness(true, Instant.EPOCH));
    }
}
