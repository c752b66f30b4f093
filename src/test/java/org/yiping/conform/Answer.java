package org.yiping.conform;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.conform.Report.Missing;
import org.yiping.conform.Report.Wrong;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// An answer of the platform, with what can be asked of it. Immutable; any thread.
record Answer(Contract contract, HttpResponse<byte[]> response) {
    /// What a platform answers to a route it does not have.
    private static final Set<Integer> NOT_OFFERED = Set.of(404, 405, 501);

    int status() {
        return response.statusCode();
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return Json.mapper().readTree(text());
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    Answer offered() throws Missing {
        if (NOT_OFFERED.contains(status())) {
            throw new Missing("not offered, answers " + status());
        }
        if (status() == 403) {
            throw new Missing("no account given may call it (403)");
        }
        return this;
    }

    Answer is(int status) throws Wrong {
        if (status() != status) {
            throw new Wrong("expected status " + status + ", got " + status() + " " + text());
        }
        return this;
    }

    Answer typed(String mediaType) throws Wrong {
        if (!header("Content-Type").startsWith(mediaType)) {
            throw new Wrong("expected Content-Type " + mediaType + ", got '" + header("Content-Type") + "'");
        }
        return this;
    }

    Answer holds(String schema) throws Wrong {
        return holds(schema, text());
    }

    Answer holds(String schema, String json) throws Wrong {
        List<String> faults = contract.faults(schema, json);
        if (!faults.isEmpty()) {
            throw new Wrong("expected a " + schema + ": " + faults);
        }
        return this;
    }

    /// Problem details with this status, worded, and without the platform's insides.
    Answer refuses(int status) throws Wrong {
        is(status).typed("application/problem+json").holds("Problem");
        if (json().path("status").asInt() != status) {
            throw new Wrong("expected \"status\": " + status + " in the problem, got " + text());
        }
        if (json().path("detail").asString("").isBlank() || text().contains("Exception") || text().contains("\\tat ")) {
            throw new Wrong("expected a detail in words and no stack trace, got " + text());
        }
        return this;
    }

    /// The revision first, the count of rows last, every line as the schema has it.
    void bulk(String schema) throws Wrong {
        List<String> lines = text().lines().toList();
        for (String line : lines) {
            holds(schema, line);
        }
        if (lines.size() < 2 || !Json.mapper().readTree(lines.getFirst()).has("revision")) {
            throw new Wrong("expected {\"revision\":…} as the first line");
        }
        JsonNode last = Json.mapper().readTree(lines.getLast());
        if (!last.has("count") || last.path("count").asLong() != lines.size() - 2) {
            throw new Wrong("expected {\"count\":" + (lines.size() - 2) + "} as the last line, got " + last);
        }
    }

    /// The schema the document names for this status of an operation, with its media type.
    static Map.Entry<String, String> documented(JsonNode operation) {
        JsonNode content = operation.at("/responses/200/content");
        String type = content.propertyNames().iterator().next();
        String reference = content.path(type).at("/schema/$ref").asString("");
        return Map.entry(type, reference.substring(reference.lastIndexOf('/') + 1));
    }
}
