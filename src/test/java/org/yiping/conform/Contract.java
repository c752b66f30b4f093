package org.yiping.conform;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The documents of `docs/api`, as something an answer or a frame can be held against. Any thread.
public final class Contract {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode open;
    private final JsonNode async;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Contract(JsonNode open, JsonNode async) {
        this.open = open;
        this.async = async;
    }

    public static Contract in(Path folder) {
        return in(folder, "openapi.yaml");
    }

    /// With another document of routes.
    public static Contract in(Path folder, String routes) {
        YAMLMapper yaml = new YAMLMapper();
        return new Contract(
                yaml.readTree(folder.resolve(routes).toFile()),
                yaml.readTree(folder.resolve("asyncapi.yaml").toFile()));
    }

    /// Every path with its operations.
    public Map<String, JsonNode> paths() {
        Map<String, JsonNode> paths = new java.util.LinkedHashMap<>();
        open.path("paths").properties().forEach(p -> paths.put(p.getKey(), p.getValue()));
        return paths;
    }

    /// What is wrong with this text as the named schema of the OpenAPI document; empty when nothing is.
    public List<String> faults(String name, String json) {
        return validate(schemas.computeIfAbsent("open " + name, _ -> schema(open, name)), json);
    }

    boolean knowsFrame(JsonNode frame) {
        return async.at("/components/messages").has(frame.path("type").asString(""));
    }

    /// What is wrong with this frame of the stream.
    public List<String> frameFaults(JsonNode frame) {
        String type = frame.path("type").asString("");
        if (!knowsFrame(frame)) {
            return List.of("no frame the document knows: " + type);
        }
        return validate(schemas.computeIfAbsent("async " + type, _ -> schema(async, type)), frame.toString());
    }

    private static List<String> validate(Schema schema, String json) {
        try {
            return schema.validate(Json.mapper().readTree(json)).stream()
                    .map(Error::toString)
                    .toList();
        } catch (JacksonException e) {
            return List.of("no JSON: " + e.getOriginalMessage());
        }
    }

    /// The named schema with its neighbours where JSON Schema looks for them.
    private static Schema schema(JsonNode document, String name) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("$ref", "#/$defs/" + name);
        root.set(
                "$defs",
                Json.mapper()
                        .readTree(document.at("/components/schemas")
                                .toString()
                                .replace("#/components/schemas/", "#/$defs/")));
        return REGISTRY.getSchema(root);
    }
}
