package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// What a console says of itself in the file `paint` of its `--shots` folder. Immutable; any thread.
record ConsoleReport(
        long paintedRevision,
        long changes,
        @Nullable Double p50Millis,
        @Nullable Double p99Millis,
        @Nullable Double maxMillis,
        @Nullable Double refreshMillis,
        long stallMaxMillis,
        List<Stall> stalls) {
    record Stall(long fromEpochMillis, long millis) {}

    static ConsoleReport read(Path file) throws IOException {
        return of(Json.mapper().readTree(Files.readString(file)));
    }

    static ConsoleReport of(JsonNode json) {
        List<Stall> stalls = new ArrayList<>();
        json.path("stalls")
                .forEach(s -> stalls.add(new Stall(s.get(0).asLong(), s.get(1).asLong())));
        return new ConsoleReport(
                json.path("revision").asLong(0),
                json.path("changes").asLong(0),
                number(json.path("p50_ms")),
                number(json.path("p99_ms")),
                number(json.path("max_ms")),
                number(json.path("refresh_p99_ms")),
                json.path("stall_max_ms").asLong(0),
                List.copyOf(stalls));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    /// The longest stall beyond what the machine itself was late in the windows of that stall.
    double worstStall(Hiccups hiccups) {
        return stalls.isEmpty()
                ? stallMaxMillis
                : stalls.stream()
                        .mapToLong(s -> Math.max(0, s.millis() - hiccups.during(s.fromEpochMillis(), s.millis())))
                        .max()
                        .orElse(0);
    }
}
