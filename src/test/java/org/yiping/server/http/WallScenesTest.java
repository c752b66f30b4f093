package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.server.Platform;
import tools.jackson.databind.JsonNode;

/// A city's scenes on their way from its folder to whoever asks for the city.
class WallScenesTest {
    private static final String SCENE = """
            version: "1"
            title: {zh: 夜班, en: Night shift}
            layouts:
              - monitors: [1, 1]
                grid: [1, 1]
                tiles: [{at: [1, 1], panel: figures}]
            ...
            """;

    @TempDir
    Path folder;

    @Test
    void aCityWithoutScenesSaysAllTheSameOnWhichDaysNobodyWorks() {
        try (Platform p = start()) {
            JsonNode wall = p.json("/api/v1/city", "leader").path("wall");
            assertThat(wall.path("scenes").isEmpty()).isTrue();
            assertThat(wall.at("/rules/version").asString()).isEqualTo("shipped");
            assertThat(wall.path("free").values().stream().map(JsonNode::asString))
                    .contains("2026-11-28", "2026-11-29")
                    .doesNotContain("2026-11-27");
        }
    }

    @Test
    void afterAStartWithoutTheFolderScenesAndRightsAreAsTheyWere() throws IOException {
        write("night.yaml", SCENE);
        write("wall.yaml", """
                version: "1"
                standard: night
                desk: {rights: [{posts: [leader]}]}
                ...
                """);
        start().close();
        Files.move(folder.resolve("city/scenes"), folder.resolve("elsewhere"));
        try (Platform p = start()) {
            JsonNode wall = p.json("/api/v1/city", "leader").path("wall");
            assertThat(wall.at("/scenes/0/id").asString()).isEqualTo("night");
            assertThat(wall.at("/rules/sharing/rights/0/posts/0").asString()).isEqualTo("leader");
        }
    }

    @Test
    void scenesComeWithTheCityAndABrokenFileLeavesTheOldOneAlsoAfterARestart() throws IOException {
        write("night.yaml", SCENE);
        write("wall.yaml", "version: \"1\"\nstandard: night\n...\n");
        try (Platform p = start()) {
            JsonNode wall = p.json("/api/v1/city", "leader").path("wall");
            assertThat(wall.at("/scenes/0/id").asString()).isEqualTo("night");
            assertThat(wall.at("/rules/standard").asString()).isEqualTo("night");
            assertThat(wall.path("free").values().stream().map(JsonNode::asString))
                    .contains("2026-11-28", "2026-11-29")
                    .doesNotContain("2026-11-27");
        }
        write("night.yaml", SCENE.substring(0, 90));
        write("wall.yaml", "version: \"2\"\nstandard: nowhere\n...\n");
        for (int start = 0; start < 2; start++) {
            try (Platform p = start()) {
                JsonNode wall = p.json("/api/v1/city", "leader").path("wall");
                assertThat(wall.at("/scenes/0/version").asString()).isEqualTo("1");
                assertThat(wall.at("/scenes/0/layouts/0/tiles/0/panels/0/panel").asString())
                        .isEqualTo("FIGURES");
                assertThat(wall.at("/rules/standard").asString()).isEqualTo("night");
            }
        }
    }

    private Platform start() {
        return Platform.start(folder, Clock.fixed(Instant.parse("2026-11-27T02:00:00Z"), ZoneOffset.UTC));
    }

    private void write(String name, String text) throws IOException {
        Path scenes = Files.createDirectories(folder.resolve("city/scenes"));
        Files.writeString(scenes.resolve(name), text);
    }
}
