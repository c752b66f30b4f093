package org.yiping.console.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.yiping.console.cache.OutboxRow.Progress;
import org.yiping.domain.command.CommandId;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;

/// A second copy of the outbox as plain lines with a checksum each, read only when the database is
/// damaged: H2's own recovery finds nothing once the file's headers are gone. Emptied whenever nothing is
/// under way. Blocks; any thread.
final class OutboxLog implements AutoCloseable {
    private final FileChannel channel;
    private final Set<String> live = new HashSet<>();

    /// One line; a line without a request takes its command back.
    private record Line(
            String id,
            @Nullable String owner,
            @Nullable CommandRequest request,
            @Nullable Instant queuedAt) {}

    private OutboxLog(FileChannel channel) {
        this.channel = channel;
    }

    static OutboxLog open(Path file) throws IOException {
        return new OutboxLog(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /// The commands a log still holds; lines that do not add up are passed over. What was sent is not
    /// known, so all are queued as if they had been: their keys make that safe.
    static List<OutboxRow> read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return List.of();
        }
        Map<String, OutboxRow> rows = new LinkedHashMap<>();
        for (String text : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            int space = text.indexOf(' ');
            if (space < 0 || !text.substring(0, space).equals(sum(text.substring(space + 1)))) {
                continue;
            }
            try {
                Line line = Json.mapper().readValue(text.substring(space + 1), Line.class);
                if (line.request() == null || line.owner() == null || line.queuedAt() == null) {
                    rows.remove(line.id());
                } else {
                    Progress sentOrNot = new Progress(Stage.QUEUED, 1, null, null);
                    rows.put(
                            line.id(),
                            new OutboxRow(
                                    new CommandId(line.id()),
                                    line.owner(),
                                    line.request(),
                                    line.queuedAt(),
                                    sentOrNot));
                }
            } catch (JacksonException | IllegalArgumentException _) {
                // another version's line
            }
        }
        return List.copyOf(rows.values());
    }

    /// Begins anew with what the database holds.
    synchronized void restart(List<OutboxRow> rows) throws IOException {
        channel.truncate(0);
        live.clear();
        add(rows);
    }

    /// Returns when the lines are on the disk.
    synchronized void add(List<OutboxRow> rows) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (OutboxRow row : rows) {
            live.add(row.id().value());
            lines.add(new Line(row.id().value(), row.owner(), row.request(), row.queuedAt()));
        }
        write(lines);
        channel.force(false);
    }

    synchronized void remove(Collection<CommandId> ids) throws IOException {
        ids.forEach(id -> live.remove(id.value()));
        if (live.isEmpty()) {
            channel.truncate(0);
        } else {
            write(ids.stream().map(id -> new Line(id.value(), null, null, null)).toList());
        }
    }

    private void write(List<Line> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String json = Json.mapper().writeValueAsString(line);
            text.append(sum(json)).append(' ').append(json).append('\n');
        }
        ByteBuffer rest = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    private static String sum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
