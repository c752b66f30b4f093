package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallEdition;
import org.yiping.domain.wall.WallScene;
import org.yiping.protocol.Json;
import org.yiping.protocol.wall.ShippedScenes;
import org.yiping.server.Platform;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// Scenes on their way from a desk to every wall: saved whole or not at all, and never over somebody else's unseen.
class SceneSaveTest {
    private static final WallScene OVERVIEW =
            ShippedScenes.book().find(new SceneId("overview")).orElseThrow();

    @TempDir
    Path folder;

    @Test
    void whatASupervisorSavesStandsForEverybodyAndAlsoAfterARestart() throws IOException {
        try (Platform p = start()) {
            p.apply("supervisor", save(OVERVIEW.version("2"), "1"));

            WallEdition saved = edition(p, "overview");
            assertThat(saved.scene()).isEqualTo(OVERVIEW.version("2"));
            assertThat(saved.by().post().value()).isEqualTo("supervisor");
            assertThat(saved.over()).isEmpty();
        }
        try (Platform p = Platform.again(folder, clock())) {
            assertThat(edition(p, "overview").version()).isEqualTo("2");
        }
    }

    @Test
    void whoComesSecondIsToldAndNothingOfTheFirstIsLost() {
        try (Platform p = start()) {
            p.apply("supervisor", save(OVERVIEW.version("2"), "1"));

            assertThat(refused(p, "boss", save(OVERVIEW.version("2"), "1")))
                    .isEqualTo("409 SCN-4090 scene-changed /payload/base");
            assertThat(edition(p, "overview").by().post().value()).isEqualTo("supervisor");
            p.apply("boss", save(OVERVIEW.version("3"), "2"));
            assertThat(edition(p, "overview").version()).isEqualTo("3");
        }
    }

    @Test
    void aVersionThatWasTakenBackIsNotGivenAgain() {
        try (Platform p = start()) {
            p.apply("supervisor", save(OVERVIEW.version("2"), "1"));
            p.apply("supervisor", save(OVERVIEW.version("3"), "2"));
            p.apply("supervisor", save("overview", null, null, "3"));
            assertThat(edition(p, "overview").used()).isEqualTo("3");

            for (String before : List.of("2", "3")) {
                assertThat(refused(p, "boss", save(OVERVIEW.version(before), "1")))
                        .contains("same-version");
            }
            p.apply("boss", save(OVERVIEW.version("4"), "1"));
            assertThat(edition(p, "overview").version()).isEqualTo("4");
        }
    }

    @Test
    void oneCommandSentTwiceIsSavedOnce() {
        try (Platform p = start()) {
            Map<String, Object> body = save(OVERVIEW.version("2"), "1");

            assertThat(p.command("supervisor", "twice", body).statusCode()).isEqualTo(200);
            assertThat(p.command("supervisor", "twice", body).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void onlyWhoMaySavesAndOnlyWhatCouldBeReadFromAFile() {
        try (Platform p = start()) {
            WallScene.Tile map = OVERVIEW.layouts().getFirst().tiles().getFirst();
            WallScene twoMaps = OVERVIEW.version("2")
                    .layouts(List.of(new WallScene.Layout(
                            new WallScene.Grid(3, 2),
                            new WallScene.Grid(3, 2),
                            List.of(
                                    map,
                                    new WallScene.Tile(
                                            new WallScene.Span(3, 1, 1, 1), map.panels(), map.dwell(), 50)))));
            WallScene nothing = OVERVIEW.version("2").layouts(List.of());
            WallScene odd = OVERVIEW.version("2")
                    .layouts(List.of(new WallScene.Layout(
                            new WallScene.Grid(1, 1),
                            new WallScene.Grid(1, 1),
                            List.of(new WallScene.Tile(
                                    new WallScene.Span(1, 1, 1, 1),
                                    List.of(new WallScene.Shown(PanelKind.FIGURES, Map.of("of", "open"))),
                                    map.dwell(),
                                    50)))));

            assertThat(refused(p, "dispatcher", save(OVERVIEW.version("2"), "1")))
                    .startsWith("403");
            for (WallScene bad : List.of(twoMaps, nothing, odd)) {
                assertThat(refused(p, "supervisor", save(bad, "1")))
                        .isEqualTo("422 SCN-4220 bad-scene /payload/content");
            }
            assertThat(refused(p, "supervisor", save(OVERVIEW, "1"))).contains("same-version");
            assertThat(refused(p, "supervisor", save("kpi", OVERVIEW.version("3"), null, "2")))
                    .contains("wrong-kind");
            assertThat(refused(p, "supervisor", save("wall", OVERVIEW.version("2"), null, "shipped")))
                    .contains("wrong-kind");
            Map<String, Object> half = Wishes.command(
                    "saveScene", "overview", 0, null, Map.of("base", "1", "content", Map.of("id", "overview")));
            assertThat(refused(p, "supervisor", half)).startsWith("400");
            assertThat(p.json("/api/v1/scenes", "leader").path("items").size()).isZero();
        }
    }

    @Test
    void aFileThatGotAnotherVersionLaterHasTheWordAgain() throws IOException {
        String night = """
                version: "1"
                title: {zh: 夜班, en: Night shift}
                layouts:
                  - monitors: [1, 1]
                    grid: [1, 1]
                    tiles: [{at: [1, 1], panel: figures}]
                ...
                """;
        write(night);
        SceneId id = new SceneId("night");
        try (Platform p = start()) {
            WallScene own = wall(p).find(id).orElseThrow();
            p.apply("supervisor", save(own.version("2"), "1"));
            assertThat(edition(p, "night").over()).isEqualTo("1");
            assertThat(standing(p).version(id)).isEqualTo("2");
        }
        try (Platform p = start()) {
            assertThat(standing(p).version(id)).as("the file is as it was").isEqualTo("2");
        }
        write(night.replace("\"1\"", "\"7\"").replace("figures", "clock"));
        try (Platform p = start()) {
            assertThat(standing(p).version(id)).isEqualTo("7");
            assertThat(refused(p, "supervisor", save(OVERVIEW.version("3"), "2")))
                    .contains("scene-changed");
        }
    }

    @Test
    void rulesAreSavedOnlyWithScenesThereAreAndASceneThatIsDueIsNotTakenBack() {
        try (Platform p = start()) {
            WallScene late = new WallScene(new SceneId("late"), "1", OVERVIEW.title(), OVERVIEW.layouts());
            p.apply("supervisor", save("late", late, null, ""));
            Map<String, Object> rules = Map.of(
                    "version", "shipped-2",
                    "standard", "late",
                    "schedule", List.of(),
                    "shift", Map.of("pixels", 2, "every", "PT10M"),
                    "room", Map.of("lastSeatMetres", 8, "monitorMetres", 1.2, "bezelMillimetres", 0));
            Map<String, Object> nowhere = new LinkedHashMap<>(rules);
            nowhere.put("standard", "nowhere");

            assertThat(refused(p, "supervisor", save("wall", null, nowhere, "shipped")))
                    .contains("bad-scene /payload/rules");
            p.apply("supervisor", save("wall", null, rules, "shipped"));
            assertThat(standing(p).rules().standard()).isEqualTo(new SceneId("late"));
            assertThat(refused(p, "supervisor", save("late", null, null, "1")))
                    .isEqualTo("409 SCN-4091 scene-due /target");
            p.apply("supervisor", save("wall", null, null, "shipped-2"));
            p.apply("supervisor", save("late", null, null, "1"));
            assertThat(standing(p).free(List.of())).isEqualTo(WallBook.NONE);
            assertThat(refused(p, "supervisor", save("late", null, null, ""))).startsWith("404 SCN-4040");
        }
    }

    static Map<String, Object> overview() {
        return save(OVERVIEW.version("2"), "1");
    }

    private static Map<String, Object> save(WallScene scene, String base) {
        return save(scene.id().value(), scene, null, base);
    }

    private static Map<String, Object> save(
            String target, @Nullable WallScene scene, @Nullable Map<String, Object> rules, String base) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("base", base);
        if (scene != null) {
            payload.put("content", scene);
        }
        if (rules != null) {
            payload.put("rules", rules);
        }
        return Wishes.command("saveScene", target, 0, null, payload);
    }

    private static String refused(Platform p, String user, Object body) {
        HttpResponse<String> answer = p.command(user, UUID.randomUUID().toString(), body);
        JsonNode problem = Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + problem.path("code").asString("") + " "
                + problem.at("/errors/0/code").asString("") + " "
                + problem.at("/errors/0/pointer").asString("");
    }

    private static WallEdition edition(Platform p, String id) {
        return editions(p).stream()
                .filter(e -> e.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<WallEdition> editions(Platform p) {
        return p.json("/api/v1/scenes", "leader")
                .path("items")
                .valueStream()
                .map(row -> Json.mapper().treeToValue(row, WallEdition.class))
                .toList();
    }

    private static WallBook wall(Platform p) {
        JsonNode wall = p.json("/api/v1/city", "leader").path("wall");
        return wall.isMissingNode() ? WallBook.NONE : Json.mapper().treeToValue(wall, WallBook.class);
    }

    private static WallBook standing(Platform p) {
        return wall(p).with(editions(p));
    }

    private Platform start() {
        return Platform.start(folder, clock());
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-27T02:00:00Z"), ZoneOffset.UTC);
    }

    private void write(String text) throws IOException {
        Path scenes = Files.createDirectories(folder.resolve("city/scenes"));
        Files.writeString(scenes.resolve("night.yaml"), text);
    }
}
