package org.yiping.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Json;

/// The commands of a city's days before it came to the platform, oldest first (办理日志): a file of one JSON object a
/// line, which the server replays when it founds the city.
///
/// Commands and not finished cases, so that numbers, deadlines and flow records come from the platform's own rules.
/// Stateless; any thread.
public final class Logbook {
    public static final String FILE = "logbook.ndjson.gz";

    private Logbook() {}

    /// Who asked for what, and when.
    public record Line(Instant at, Actor actor, Command command) {}

    /// How a line stands in the file.
    private record Text(Instant at, Actor actor, String id, CommandRequest command) {}

    public static void write(Path file, List<Line> lines) throws IOException {
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (Line line : lines) {
                out.write(Json.mapper()
                        .writeValueAsString(new Text(
                                line.at(),
                                line.actor(),
                                line.command().head().id().value(),
                                CommandCodec.encode(line.command()))));
                out.write('\n');
            }
        }
    }

    /// Throws `IllegalArgumentException` naming the line that is no command.
    public static List<Line> read(Path file) {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                lines.add(line(text, lines.size() + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return lines;
    }

    private static Line line(String json, int number) {
        try {
            Text text = Json.mapper().readValue(json, Text.class);
            return new Line(text.at(), text.actor(), CommandCodec.decode(new CommandId(text.id()), text.command()));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(FILE + ", line " + number + ": " + e.getMessage(), e);
        }
    }
}
