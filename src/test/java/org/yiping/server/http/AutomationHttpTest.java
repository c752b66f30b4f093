package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// Automatic rules as other programs see them: announced, stopped and vetoed over the public API.
@ExtendWith(OnePlatform.class)
class AutomationHttpTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    @Test
    void anAnnouncementComesOverTheStreamAndAVetoEndsIt() {
        try (Ear ear = Ear.on(platform, "acceptor", 0, "case")) {
            platform.apply("collector", Wishes.alarm("veto", SmallCity.WEST, 0.97));
            JsonNode announced =
                    ear.await(f -> plan(f, "veto").path("rule").asString("").equals("accept-alarms"));
            assertThat(plan(announced, "veto").path("actsAt").asString()).endsWith("Z");
            assertThat(platform.command("acceptor", "v1", Wishes.decide("veto", "accept-alarms", false))
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> late =
                    platform.command("acceptor", "v2", Wishes.decide("veto", "accept-alarms", false));
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("CMD-4093");
        }
        assertThat(platform.json("/api/v1/cases/veto", "leader")
                        .at("/progress/automatic/spent/0")
                        .asString())
                .isEqualTo("accept-alarms");
    }

    private static JsonNode plan(JsonNode frame, String id) {
        JsonNode found = Json.mapper().missingNode();
        for (JsonNode change : frame.path("changes")) {
            if (change.path("id").asString("").equals(id)) {
                found = change.at("/row/progress/automatic/plan");
            }
        }
        return found;
    }

    @Test
    void theStopButtonIsTheLeadersAndEverySeatSeesIt() {
        try (Ear other = Ear.on(platform, "dispatcher", 0, "rule")) {
            assertThat(platform.command("dispatcher", "h1", Wishes.halt("dispatch-alarms", true))
                            .statusCode())
                    .isEqualTo(403);
            long stopped = platform.apply("leader", Wishes.halt("dispatch-alarms", true));
            List<JsonNode> changes = other.changesUpTo(stopped);
            assertThat(changes.getLast().at("/row/halted/by/person").asString()).isEqualTo("p-lead");
            assertThat(changes.getLast().at("/row/halted/reason").asString()).isEqualTo("现场有变");
        }
        JsonNode journal = platform.json("/api/v1/journal?limit=1000", "boss").path("items");
        assertThat(journal.valueStream()
                        .filter(e -> e.path("kind").asString().equals("rule") && e.has("person"))
                        .map(e ->
                                e.path("id").asString() + " " + e.path("reason").asString("")))
                .contains("dispatch-alarms 现场有变");
        HttpResponse<String> unknown = platform.command("leader", "h2", Wishes.halt("nobody", true));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("CMD-4041");
    }
}
