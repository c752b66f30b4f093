package org.yiping.server.http;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import org.yiping.server.access.Principal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes pages: rows are JSON already and go in as they are. Stateless; any thread.
final class Pages {
    private Pages() {}

    static Reply page(List<String> items, @Nullable String next, long revision, @Nullable String tag) {
        StringWriter text = new StringWriter(256 + items.size() * 512);
        try (JsonGenerator out = Json.mapper().createGenerator(text)) {
            out.writeStartObject();
            out.writeName("items");
            out.writeStartArray();
            for (String item : items) {
                out.writeRawValue(item);
            }
            out.writeEndArray();
            if (next != null) {
                out.writeStringProperty("next", next);
            }
            out.writeNumberProperty("revision", revision);
            out.writeEndObject();
        }
        return Reply.text(text.toString(), tag);
    }

    static Reply of(List<?> values, long revision, @Nullable String tag) {
        return page(
                values.stream().map(v -> Json.mapper().writeValueAsString(v)).toList(), null, revision, tag);
    }

    /// Keeps only the named properties of a row (`fields=`); no names keep all.
    static String only(String row, Set<String> fields) {
        if (fields.isEmpty()) {
            return row;
        }
        JsonNode node = Json.mapper().readTree(row);
        if (node instanceof ObjectNode object) {
            object.retain(fields);
        }
        return Json.mapper().writeValueAsString(node);
    }

    /// Two callers of different rights never share a tag.
    static String tag(long revision, Principal who) {
        int rights = 31 * who.post().hashCode() + who.person().hashCode();
        return "\"" + revision + "-" + Integer.toHexString(rights) + "\"";
    }
}
