package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.conform.Contract;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

class Open311ContractTest {
    private static final Contract CONTRACT = Contract.in(Path.of("docs/api"), "open311.yaml");

    @TempDir
    Path folder;

    @Test
    void theDocumentNamesExactlyTheRoutesAndEveryAnswerKeepsItsSchema() throws IOException {
        String hash = Hashes.sha256("k".getBytes(StandardCharsets.UTF_8));
        Path keys = Files.writeString(
                folder.resolve("keys.json"),
                "{\"keys\": [{\"name\": \"a\", \"sha256\": \"" + hash
                        + "\", \"person\": \"p-acc\", \"post\": \"acceptor\"}]}");
        try (Platform platform = Platform.start(folder, Clock.systemUTC(), keys)) {
            platform.apply("acceptor", Wishes.call("c1", SmallCity.WEST));
            Set<String> documented = new TreeSet<>();
            for (Map.Entry<String, JsonNode> path : CONTRACT.paths().entrySet()) {
                for (String method : path.getValue().propertyNames()) {
                    if (!method.equals("parameters")) {
                        documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                        holds(platform, method, path.getKey(), path.getValue().path(method));
                    }
                }
            }
            Set<String> routes = new TreeSet<>(platform.routes());
            routes.removeIf(r -> !r.contains(" /open311/"));
            assertThat(documented).isEqualTo(routes).hasSize(6);
        }
    }

    private static void holds(Platform platform, String method, String path, JsonNode operation) {
        String real = path.replace("{format}", "json")
                .replace("{code}", "E-0110")
                .replace("{id}", "c1")
                .replace("{token}", "c1");
        HttpRequest.Builder request = platform.request(real, "");
        HttpResponse<String> answer = platform.send(
                method.equals("get")
                        ? request.GET()
                        : request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "api_key=k&service_code=E-0110&lat=30.002&long=104.002")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        keeps(operation.at("/responses/200/content/application~1json/schema/$ref"), answer);
        assertThat(Json.mapper().readTree(answer.body()).size()).isPositive();
        HttpResponse<String> refused = platform.get(real + "?jurisdiction_id=elsewhere", "");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(CONTRACT.faults("Errors", refused.body())).isEmpty();
    }

    private static void keeps(JsonNode reference, HttpResponse<String> answer) {
        String schema = reference.asString();
        assertThat(CONTRACT.faults(schema.substring(schema.lastIndexOf('/') + 1), answer.body()))
                .as(answer.body())
                .isEmpty();
    }
}
