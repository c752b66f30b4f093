package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.identity.PostCode;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import org.yiping.server.access.Access;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class AccessWalkTest {
    private static final Map<String, String> USERS = Map.of(
            "collector", "collector",
            "acceptor", "acceptor",
            "duty-leader", "leader",
            "dispatcher", "dispatcher",
            "department", "depart1",
            "supervisor", "supervisor",
            "leader", "chief",
            "administrator", "boss",
            "wall", "wall",
            "simulator-device", "device");

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        platform.apply("acceptor", Wishes.call("walk", SmallCity.WEST));
    }

    @Test
    void everyRouteHasItsLineAndEveryLineItsRoute() {
        Set<String> lines = new TreeSet<>(Access.shipped().routes());
        Set<String> routes = new TreeSet<>(platform.routes());
        routes.add("GET /api/v1/stream");
        assertThat(routes).isEqualTo(lines);
    }

    @Test
    void everyPostOfTheTableIsWalked() {
        assertThat(USERS.keySet()).isEqualTo(Access.shipped().posts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collector",
                "acceptor",
                "duty-leader",
                "dispatcher",
                "department",
                "supervisor",
                "leader",
                "administrator",
                "wall",
                "simulator-device"
            })
    void eachRouteOpensToExactlyThePostsOfItsLine(String post) {
        Access access = Access.shipped();
        String user = USERS.get(post);
        for (String route : platform.routes()) {
            if (route.startsWith("DELETE") || route.contains("backup") && access.mayCall(route, new PostCode(post))) {
                continue; // signing out ends the walk, and one backup is enough
            }
            HttpResponse<String> answer = call(route, user);
            boolean may = access.mayCall(route, new PostCode(post));
            boolean refused = answer.statusCode() == 403 && answer.body().contains("\"AUT-4030\"");
            if (may && route.endsWith("/reviews") && !access.mayReceive("review", new PostCode(post))) {
                may = false; // the route is open, the kind is not
            }
            assertThat(refused)
                    .as(post + " " + route + " → " + answer.statusCode())
                    .isEqualTo(!may);
            assertThat(answer.statusCode()).as(route).isLessThan(500);
        }
    }

    private static HttpResponse<String> call(String route, String user) {
        int space = route.indexOf(' ');
        String path = route.substring(space + 1)
                .replace("{name}", "cell")
                .replace("{version}", "c-1")
                .replace("{format}", "json")
                .replace("{code}", "E-0110")
                .replace("{token}", "walk")
                .replace("{place}", "0")
                .replace("{node}", "walk")
                .replace("{unit}", "walk")
                .replace("{use}", "walk")
                .replace("{talk}", "walk")
                .replace("{day}", "2026-03-11")
                .replace("{id}", "walk");
        HttpRequest.Builder request = platform.request(path, user);
        return platform.send(
                switch (route.substring(0, space)) {
                    case "GET" -> request.GET();
                    case "PUT" -> request.PUT(HttpRequest.BodyPublishers.ofString("{}"));
                    default -> request.POST(HttpRequest.BodyPublishers.ofString("{}"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collector",
                "acceptor",
                "duty-leader",
                "dispatcher",
                "department",
                "supervisor",
                "leader",
                "administrator",
                "wall",
                "simulator-device"
            })
    void theCallersPhoneGoesOutToTheListedPostsOnly(String post) {
        boolean listed = List.of("acceptor", "duty-leader", "dispatcher").contains(post);
        String user = USERS.get(post);
        for (String path : List.of("/api/v1/cases", "/api/v1/cases/walk", "/api/v1/snapshot", "/api/v1/journal")) {
            HttpResponse<String> answer = platform.get(path, user);
            if (answer.statusCode() == 200 && answer.body().contains("\"walk\"")) {
                assertThat(answer.body().contains("13812341234"))
                        .as(post + " " + path)
                        .isEqualTo(listed);
                assertThat(answer.body().contains("138****1234"))
                        .as(post + " " + path)
                        .isEqualTo(!listed);
            }
        }
    }

    @Test
    void aPostWithoutALineGetsNothing() {
        Access access = Access.shipped();
        PostCode unknown = new PostCode("mayor");
        assertThat(access.routes())
                .filteredOn(r -> !access.isOpenToAnyone(r))
                .noneMatch(r -> access.mayCall(r, unknown));
        assertThat(access.frames()).noneMatch(f -> access.mayReceive(f, unknown));
    }

    @Test
    void whoSawPersonalDataUnmaskedIsWrittenDown() {
        platform.get("/api/v1/cases/walk", "dispatcher");
        platform.get("/api/v1/cases/walk", "wall");
        List<String> seen = platform.disclosures();
        assertThat(seen).contains("p-dis GET /api/v1/cases/{id} walk").noneMatch(s -> s.startsWith("p-wall"));
    }

    @Test
    void aListKeepsOnlyTheFieldsAskedForAndPagesByCursor() {
        platform.apply("collector", Wishes.report("page-2", SmallCity.WEST));
        JsonNode first = platform.json("/api/v1/cases?limit=1&fields=id", "leader");
        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(first.at("/items/0").propertyNames()).containsExactly("id");
        JsonNode second = platform.json(
                "/api/v1/cases?limit=1&after=" + first.path("next").asString(), "leader");
        assertThat(second.at("/items/0/id").asString())
                .isNotEqualTo(first.at("/items/0/id").asString());
    }

    @Test
    void anUnchangedRowIsNotSentAgain() {
        HttpResponse<String> first = platform.get("/api/v1/cases/walk", "leader");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(platform.send(
                                platform.request("/api/v1/cases/walk", "leader").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(platform.send(platform.request("/api/v1/cases/walk", "wall").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Json.mapper().readTree(first.body()).path("id").asString()).isEqualTo("walk");
    }
}
