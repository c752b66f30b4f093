package org.yiping.server.push;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.yiping.protocol.Json;
import org.yiping.protocol.Push;
import tools.jackson.core.JsonGenerator;

/// Frames as text. Rows are already JSON and go in as they are. Stateless; any thread.
final class Frames {
    private Frames() {}

    static String frame(Push push) {
        return Json.mapper().writeValueAsString(push);
    }

    static String delta(long after, long upto, Instant at, List<Sight.Seen> changes) {
        StringWriter text = new StringWriter(256 + changes.size() * 1024);
        try (JsonGenerator out = Json.mapper().createGenerator(text)) {
            out.writeStartObject();
            out.writeStringProperty("type", "delta");
            out.writeNumberProperty("after", after);
            out.writeNumberProperty("upto", upto);
            out.writeStringProperty("at", at.toString());
            out.writeName("changes");
            out.writeStartArray();
            for (Sight.Seen change : changes) {
                write(out, change);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Sight.Seen change) {
        out.writeStartObject();
        out.writeStringProperty("kind", change.kind());
        out.writeStringProperty("id", change.id());
        out.writeStringProperty("op", change.content() == null ? "gone" : "put");
        if (change.content() != null) {
            out.writeName("row");
            out.writeRawValue(change.content());
        }
        if (change.commandId() != null) {
            out.writeStringProperty("commandId", change.commandId());
        }
        out.writeEndObject();
    }
}
