package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.fake.Await;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// A shift's card: made from the journal by the platform, signed by who goes and by who comes.
@ExtendWith(OnePlatform.class)
class HandoverTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        for (String id : new String[] {"a", "b", "c"}) {
            platform.apply("collector", Wishes.report(id, SmallCity.WEST));
        }
        platform.apply("acceptor", Wishes.act("a", "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act("a", "file", 0, Map.of("criterion", "E-0110-01")));
        platform.apply(
                "leader", Wishes.act("b", "supervise", 0, Map.of("kind", "important", "reason", "盯紧", "reply", false)));
        platform.apply("leader", Wishes.halt("accept-alarms", true));
        platform.apply("chief", Wishes.act("c", "force-close", 0, Map.of("reason", "重复")));
    }

    private static JsonNode card(String id) {
        JsonNode all = platform.json("/api/v1/handovers", "leader").path("items");
        return all.valueStream()
                .filter(h -> h.path("id").asString().equals(id))
                .findFirst()
                .orElseGet(() -> Json.mapper().missingNode());
    }

    private static String refused(String user, Object body) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), body);
        return answer.statusCode() + " "
                + Json.mapper().readTree(answer.body()).at("/errors/0/code").asString("");
    }

    @Test
    void theCardSaysWhatStandsOpenAndWhatHappenedAndBothSign() {
        Instant since = Instant.now().minus(Duration.ofHours(8));
        platform.apply("leader", Wishes.handOver("h1", since));
        assertThat(refused("leader", Wishes.handOver("h1", since))).isEqualTo("409 exists");
        Await.until("the card is made", () -> card("h1").has("card"));
        JsonNode card = card("h1").path("card");
        assertThat(card.at("/counts/open").asInt()).isEqualTo(2);
        assertThat(card.at("/counts/overdue").asInt()).isZero();
        assertThat(card.at("/counts/supervised").asInt()).isEqualTo(1);
        assertThat(card.at("/counts/suspended").asInt()).isZero();
        assertThat(card.at("/counts/reported").asInt()).isEqualTo(3);
        assertThat(card.at("/counts/filed").asInt()).isEqualTo(1);
        assertThat(card.at("/counts/closed").asInt()).isEqualTo(1);
        assertThat(card.path("supervised").valueStream().map(JsonNode::asString))
                .containsExactly("b");
        assertThat(card.path("notable")
                        .valueStream()
                        .map(e -> e.path("action").asString() + " "
                                + e.path("caseId").asString(e.path("subject").asString(""))))
                .containsExactly("supervise b", "rule-halt accept-alarms", "force-close c");
        assertThat(refused("leader", Wishes.takeOver("h1")))
                .as("nobody takes over from himself")
                .isEqualTo("409 same-person");
        assertThat(refused("dispatcher", Wishes.takeOver("h1"))).startsWith("403");
        assertThat(refused("leader", Wishes.takeOver("h9"))).isEqualTo("404 no-handover");
        assertThat(card("h1").at("/outgoing/by/person").asString()).isEqualTo("p-lead");
        assertThat(card("h1").at("/outgoing/note").asString()).isEqualTo("钥匙在柜里");
        platform.apply("relief", Wishes.takeOver("h1"));
        assertThat(card("h1").at("/incoming/by/person").asString()).isEqualTo("p-rel");
        assertThat(card("h1").path("card"))
                .as("the card stays as it was signed")
                .isEqualTo(card);
        assertThat(refused("relief", Wishes.takeOver("h1"))).isEqualTo("409 signed");
    }

    @Test
    void aShiftHasBegunAndNotTooLongAgo() {
        Instant now = Instant.now();
        assertThat(refused("leader", Wishes.handOver("h2", now.plusSeconds(3600))))
                .isEqualTo("422 range");
        assertThat(refused("leader", Wishes.handOver("h3", now.minus(Duration.ofDays(8)))))
                .isEqualTo("422 range");
    }
}
