package org.yiping.conform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.zip.GZIPInputStream;
import org.yiping.conform.Report.Missing;
import org.yiping.conform.Report.Wrong;
import tools.jackson.databind.JsonNode;

/// What can be read: every GET route of the document, pages, unchanged answers, compressed streams.
final class Reading {
    private static final int MOST_PAGES = 8;

    private final Visitor visitor;

    Reading(Visitor visitor) {
        this.visitor = visitor;
    }

    void check(Report report) throws InterruptedException {
        for (Map.Entry<String, JsonNode> path : visitor.contract.paths().entrySet()) {
            String name = path.getKey();
            JsonNode get = path.getValue().path("get");
            if (get.isMissingNode() || name.equals("/api") || name.endsWith("/stream")) {
                continue;
            }
            report.check("GET " + name, () -> {
                try {
                    answered(name + required(get), get);
                } catch (Missing nothing) {
                    if (!get.path("x-may-be-empty").asBoolean(false)) {
                        throw nothing;
                    }
                }
            });
            if (takes(get, "after")) {
                report.check("GET " + name + " in pages", () -> pages(name));
            }
            if (takes(get, "fields") && !get.path("x-may-be-empty").asBoolean(false)) {
                report.check("GET " + name + " with fields=", () -> fields(name));
            }
            if (get.at("/responses").has("304")) {
                report.check("GET " + name + " unchanged", () -> unchanged(name));
            }
            if (get.at("/responses/200/content").has("application/x-ndjson")) {
                report.check("GET " + name + " with gzip", () -> zipped(name, get));
            }
        }
    }

    /// What a question cannot do without, taken from a case the platform has.
    private String required(JsonNode get) throws Wrong, Missing, IOException, InterruptedException {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : get.path("parameters")) {
            String name = parameter.path("name").asString("");
            if (parameter.path("in").asString("").equals("query")
                    && parameter.path("required").asBoolean(false)) {
                String place = switch (name) {
                    case "class" -> "/subject/classCode";
                    case "area" -> "/place/area";
                    default -> "/place/position/" + name;
                };
                query.add(name + "=" + first("/api/v1/cases", place));
            }
        }
        return query.toString();
    }

    private static boolean takes(JsonNode operation, String parameter) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(p -> p.path("$ref").asString("").endsWith("/parameters/" + parameter));
    }

    private void answered(String path, JsonNode get) throws Wrong, Missing, IOException, InterruptedException {
        Answer answer = visitor.get(real(path)).offered().is(200);
        Map.Entry<String, String> documented = Answer.documented(get);
        if (get.at("/responses/200/content").has("image/jpeg")) {
            answer.typed("image/");
        } else if (documented.getKey().equals("application/x-ndjson")) {
            answer.typed(documented.getKey()).bulk(documented.getValue());
        } else {
            answer.typed(documented.getKey()).holds(documented.getValue());
        }
    }

    /// Walks by the cursor: no page larger than asked for, nothing twice, nothing left out.
    private void pages(String path) throws Wrong, Missing, IOException, InterruptedException {
        JsonNode whole = visitor.get(path + "?limit=1000").offered().is(200).json();
        int limit = Math.max(1, whole.path("items").size() / 3);
        Set<String> walked = new HashSet<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page =
                    visitor.get(path + "?limit=" + limit + cursor).is(200).json();
            if (page.path("items").size() > limit) {
                throw new Wrong("expected at most " + limit + " items, got "
                        + page.path("items").size());
            }
            for (JsonNode item : page.path("items")) {
                if (!walked.add(name(item))) {
                    throw new Wrong("expected every row once, got " + name(item) + " twice");
                }
            }
            cursor = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty() && ++pages < MOST_PAGES);
        if (cursor.isEmpty() && !whole.has("next")) {
            List<String> all =
                    whole.path("items").valueStream().map(Reading::name).toList();
            if (!walked.containsAll(all)) {
                throw new Wrong("expected all of " + all.size() + " rows by way of `next`, got " + walked.size());
            }
        }
    }

    private static String name(JsonNode item) {
        for (String key : List.of("revision", "id", "code")) {
            if (item.has(key)) {
                return item.path(key).asString();
            }
        }
        return item.toString();
    }

    private void fields(String path) throws Wrong, Missing, IOException, InterruptedException {
        JsonNode row = visitor.get(path + "?limit=1").offered().is(200).json().at("/items/0");
        if (row.isMissingNode()) {
            throw new Missing("there is no row");
        }
        String first = row.propertyNames().iterator().next();
        JsonNode cut =
                visitor.get(path + "?limit=1&fields=" + first).is(200).json().at("/items/0");
        if (!List.copyOf(cut.propertyNames()).equals(List.of(first))) {
            throw new Wrong("expected rows with nothing but " + first + ", got " + cut);
        }
    }

    private void unchanged(String path) throws Wrong, Missing, IOException, InterruptedException {
        String real = real(path);
        String tag = visitor.get(real).offered().is(200).header("ETag");
        if (tag.isEmpty()) {
            throw new Wrong("expected an ETag");
        }
        visitor.anyone(visitor.request(real).header("If-None-Match", tag)).is(304);
    }

    private void zipped(String path, JsonNode get) throws Wrong, Missing, IOException, InterruptedException {
        Answer answer = visitor.anyone(visitor.request(real(path)).header("Accept-Encoding", "gzip"))
                .offered()
                .is(200);
        if (!answer.header("Content-Encoding").equals("gzip")) {
            throw new Wrong("expected Content-Encoding gzip");
        }
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(answer.response().body()))) {
            String last = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .reduce("", (_, l) -> l);
            answer.holds(Answer.documented(get).getValue(), last);
        }
    }

    /// The path with names the platform itself gave.
    private String real(String path) throws Missing, Wrong, IOException, InterruptedException {
        if (path.contains("{version}")) {
            return path.replace("{version}", first("/api/v1/catalogue/versions", "/version"));
        }
        if (path.contains("{name}")) {
            return path.replace("{name}", first("/api/v1/layers", "/name"));
        }
        if (path.startsWith("/api/v1/files/")) {
            return path.replace("{id}", photo());
        }
        if (path.contains("{unit}")) {
            JsonNode unit =
                    visitor.get("/api/v1/staff").offered().is(200).json().at("/rows/0/unit");
            if (unit.isMissingNode()) {
                throw new Missing("nobody's work is judged");
            }
            return path.replace("{unit}", unit.asString()).replace("{day}", "2026-01-01");
        }
        if (path.contains("{use}")) {
            throw new Missing("nothing was asked of a camera: visitors turn none");
        }
        if (path.startsWith("/api/v1/walls/")) {
            return path.replace("{id}", "wall"); // every platform's own, also where nothing has told of it
        }
        return path.contains("{id}")
                ? path.replace("{id}", first(path.substring(0, path.indexOf("/{id}")), "/id"))
                : path;
    }

    private String first(String list, String pointer) throws Missing, Wrong, IOException, InterruptedException {
        JsonNode name = visitor.get(list).offered().is(200).json().at("/items/0" + pointer);
        if (name.isMissingNode()) {
            throw new Missing("there is no row in " + list + " to look at");
        }
        return name.asString();
    }

    private String photo() throws Missing, Wrong, IOException, InterruptedException {
        for (JsonNode row :
                visitor.get("/api/v1/cases").offered().is(200).json().path("items")) {
            if (!row.at("/head/photos/0/fileId").isMissingNode()) {
                return row.at("/head/photos/0/fileId").asString();
            }
        }
        throw new Missing("no case has a photo");
    }
}
