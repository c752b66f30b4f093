package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class ServerTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    @Test
    void aCaseGoesFromReportToClosing() {
        Platform p = platform;
        p.apply("collector", Wishes.report("whole", SmallCity.WEST));
        p.apply("acceptor", Wishes.act("whole", "pass", 0, Map.of()));
        p.apply("leader", Wishes.act("whole", "file", 0, Map.of("criterion", "E-0110-01")));
        p.apply("dispatcher", Wishes.act("whole", "dispatch", 0, Map.of("department", "d1")));
        p.apply("depart1", Wishes.act("whole", "assign", 0, Map.of("handler", "p-d1")));
        String photo = Photos.upload(p, "depart1", Photos.jpeg(7));
        p.apply("depart1", Wishes.act("whole", "finish", 0, Map.of("photos", java.util.List.of(photo))));
        p.apply("acceptor", Wishes.act("whole", "send-check", 0, Map.of("handler", "p-col")));
        p.apply("collector", Wishes.act("whole", "check-pass", 0, Map.of()));
        long last = p.apply("leader", Wishes.act("whole", "close", 0, Map.of("closing", "已清理")));
        JsonNode row = p.json("/api/v1/cases/whole", "leader");
        assertThat(row.at("/progress/state").asString()).isEqualTo("closed");
        assertThat(row.at("/place/area").asString()).isEqualTo("99010100100101");
        assertThat(row.at("/head/number").asString()).startsWith("E0110");
        JsonNode records = p.json("/api/v1/cases/whole/records", "leader");
        assertThat(records.path("items").size()).isEqualTo(9);
        assertThat(records.at("/items/0/step/action").asString()).isEqualTo("report");
        assertThat(records.path("revision").asLong()).isGreaterThanOrEqualTo(last);
        assertThat(platform.server().ledger().firstBroken()).isZero();
    }

    @Test
    void theSameKeyIsAppliedOnceAndAnsweredAlike() {
        Object body = Wishes.report("once", SmallCity.WEST);
        HttpResponse<String> first = platform.command("collector", "key-once", body);
        HttpResponse<String> again = platform.command("collector", "key-once", body);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        HttpResponse<String> other = platform.command("collector", "key-once", Wishes.report("other", SmallCity.WEST));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Json.mapper().readTree(other.body()).path("code").asString()).isEqualTo("CMD-4221");
        assertThat(platform.json("/api/v1/cases/once/records", "acceptor")
                        .path("items")
                        .size())
                .isEqualTo(1);
    }
}
