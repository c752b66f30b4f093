package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// The wall driven from desks over the public API: sent, collided, refused in both languages, kept and read back.
class WallDeskTest {
    private static final String CAMERA = "51010000001320000001";

    @TempDir
    Path folder;

    private Platform platform;

    @BeforeEach
    void start() {
        platform = Platform.start(folder);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    static Map<String, Object> camera(int column, int row, String id) {
        return Map.of(
                "region",
                Map.of(
                        "grid",
                        Map.of("columns", 3, "rows", 2),
                        "at",
                        Map.of("column", column, "row", row, "columns", 1, "rows", 1)),
                "panel",
                Map.of("panel", "CAMERAS", "options", Map.of("cameras", id, "side", "1")));
    }

    static Map<String, Object> send(Map<String, Object> what, int seconds, boolean locked, String... replaces) {
        Map<String, Object> order = new HashMap<>(what);
        order.put("reason", "会商");
        order.put("seconds", seconds);
        order.put("locked", locked);
        return Wishes.command("sendToWall", "wall", 0, null, Map.of("order", order, "replaces", List.of(replaces)));
    }

    private static Map<String, Object> takeOff(String reason, String... ids) {
        return Wishes.command("takeOffWall", "wall", 0, null, Map.of("placements", List.of(ids), "reason", reason));
    }

    private String answer(String user, String key, Object body) {
        HttpResponse<String> answer = platform.command(user, key, body);
        JsonNode node = Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + node.path("code").asString("") + " "
                + node.at("/errors/0/code").asString("");
    }

    private String answer(String user, Object body) {
        return answer(user, UUID.randomUUID().toString(), body);
    }

    private List<String> standing(String user) {
        return platform.json("/api/v1/walls/wall", user)
                .path("placements")
                .valueStream()
                .map(p -> p.path("id").asString("") + " " + p.at("/by/person").asString(""))
                .toList();
    }

    @Test
    void whatASeatSendsStandsThereForEverybodyWithWhoWhyAndUntilWhen() {
        assertThat(platform.json("/api/v1/walls/wall", "wall").path("placements"))
                .isEmpty();
        assertThat(answer("dispatcher", "k1", send(camera(3, 1, CAMERA), 600, false)))
                .startsWith("200");
        assertThat(answer("dispatcher", "k1", send(camera(3, 1, CAMERA), 600, false)))
                .as("the same again changes nothing")
                .startsWith("200");
        JsonNode placed = platform.json("/api/v1/walls", "wall").at("/items/0/placements/0");
        assertThat(placed.path("id").asString("")).isEqualTo("k1");
        assertThat(placed.at("/by/person").asString("")).isEqualTo("p-dis");
        assertThat(placed.at("/order/reason").asString("")).isEqualTo("会商");
        assertThat(placed.at("/order/panel/options/cameras").asString("")).isEqualTo(CAMERA);
        assertThat(placed.has("until")).isTrue();
    }

    @Test
    void theSecondToSendIsToldWhatStandsThereAndMayReplaceIt() {
        platform.command("dispatcher", "k1", send(camera(3, 1, CAMERA), 600, false));
        HttpResponse<String> second = platform.command("acceptor", "k2", send(camera(3, 1, CAMERA), 600, false));
        JsonNode problem = Json.mapper().readTree(second.body());
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(problem.path("code").asString("")).isEqualTo("WAL-4090");
        assertThat(problem.path("title").asString("")).isEqualTo("此处已有投送");
        assertThat(problem.at("/current/placements/0/by/person").asString("")).isEqualTo("p-dis");
        assertThat(problem.at("/current/placements/0/until").isMissingNode()).isFalse();
        assertThat(answer("acceptor", send(camera(2, 1, CAMERA), 600, false)))
                .as("beside it there is room")
                .startsWith("200");
        assertThat(answer("acceptor", "k3", send(camera(3, 1, CAMERA), 600, false, "k1")))
                .startsWith("200");
        assertThat(standing("leader")).contains("k3 p-acc").doesNotContain("k1 p-dis");
        assertThat(platform.json("/api/v1/walls/wall", "leader").path("log").valueStream())
                .extracting(
                        c -> c.path("id").asString("") + " " + c.path("what").asString(""))
                .containsSubsequence("k3 sent", "k1 replaced", "k1 sent");
    }

    @Test
    void ofTwoWhoSendAtOnceOneHasThePlaceAndTheOtherIsTold() {
        for (int round = 0; round < 5; round++) {
            String here = "r" + round;
            List<CompletableFuture<String>> both = new ArrayList<>();
            for (String user : List.of("dispatcher", "acceptor")) {
                both.add(CompletableFuture.supplyAsync(
                        () -> answer(user, here + user, send(camera(1, 2, CAMERA), 600, false))));
            }
            assertThat(both.stream().map(CompletableFuture::join).map(a -> a.substring(0, 3)))
                    .containsExactlyInAnyOrder("200", "409");
            List<String> left = standing("leader");
            assertThat(left).hasSize(1);
            assertThat(answer("leader", takeOff("下一轮", left.getFirst().split(" ")[0])))
                    .startsWith("200");
        }
    }

    @Test
    void aLockHoldsForAllButItsOwnerAndWhoDecides() {
        platform.command("dispatcher", "k1", send(camera(3, 1, CAMERA), 600, true));
        assertThat(answer("acceptor", send(camera(3, 1, CAMERA), 600, false, "k1")))
                .isEqualTo("403 WAL-4031 locked");
        assertThat(answer("acceptor", takeOff("换一个", "k1"))).isEqualTo("403 WAL-4031 locked");
        assertThat(answer("leader", "k2", send(camera(3, 1, CAMERA), 600, true, "k1")))
                .startsWith("200");
        assertThat(answer("leader", takeOff("", "k2"))).as("one's own").startsWith("200");
        assertThat(standing("leader")).isEmpty();
    }

    @Test
    void whatIsSomebodyElsesIsTakenOffWithAReason() {
        platform.command("dispatcher", "k1", send(camera(3, 1, CAMERA), 600, false));
        assertThat(answer("acceptor", takeOff("", "k1"))).isEqualTo("422 CMD-4224 missing");
        assertThat(answer("acceptor", takeOff("要用这里", "k1"))).startsWith("200");
        assertThat(answer("acceptor", takeOff("要用这里", "k1"))).as("gone already").startsWith("200");
    }

    @Test
    void whatTheWallCannotShowIsRefused() {
        Map<String, Object> scene = Map.of("scene", "kpi");
        assertThat(answer("leader", send(scene, 600, false))).startsWith("200");
        assertThat(answer("leader", send(Map.of("scene", "gone"), 600, false))).isEqualTo("422 CMD-4220 unknown");
        assertThat(answer("leader", send(Map.of(), 600, false))).isEqualTo("422 WAL-4220 no-order");
        assertThat(answer("leader", send(camera(4, 1, CAMERA), 600, false))).isEqualTo("422 WAL-4220 no-order");
        assertThat(answer("leader", send(camera(3, 1, "none"), 600, false))).isEqualTo("422 CMD-4220 unknown-camera");
        assertThat(answer("leader", send(camera(3, 1, CAMERA), 9, false))).isEqualTo("422 CMD-4226 range");
        assertThat(answer("leader", send(camera(3, 1, CAMERA), 50_000, false))).isEqualTo("422 CMD-4226 range");
        assertThat(answer("collector", send(scene, 600, false))).startsWith("403");
        assertThat(answer("wall", send(scene, 600, false))).startsWith("403");
        Map<String, Object> attic = new HashMap<>(send(camera(3, 1, CAMERA), 600, false));
        attic.put("target", "attic");
        assertThat(answer("leader", attic)).isEqualTo("404 WAL-4040 no-wall");
        assertThat(platform.get("/api/v1/walls/attic", "leader").statusCode()).isEqualTo(404);
        assertThat(platform.get("/api/v1/walls/wall", "collector").statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyShowsTheHallWhatTheyMayNotSee() {
        platform.apply("acceptor", Wishes.call("east", SmallCity.EAST));
        Map<String, Object> order = new HashMap<>(camera(3, 1, CAMERA));
        order.put("panel", Map.of("panel", "CASE", "options", Map.of("case", "east", "part", "whole")));
        assertThat(answer("west", send(order, 600, false))).isEqualTo("404 CMD-4040 no-case");
        assertThat(answer("acceptor", send(order, 600, false))).startsWith("200");
    }

    @Test
    void itIsThereAfterARestart() {
        platform.command("dispatcher", "k1", send(camera(3, 1, CAMERA), 600, false));
        platform.close();
        platform = Platform.start(folder);
        assertThat(standing("wall")).containsExactly("k1 p-dis");
        assertThat(answer("acceptor", send(camera(3, 1, CAMERA), 600, false))).isEqualTo("409 WAL-4090 taken");
    }
}
