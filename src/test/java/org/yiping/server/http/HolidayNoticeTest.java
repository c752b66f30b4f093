package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.server.Ear;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// The small city has laid down the holidays of 2025 to 2028: a month before 2029 everybody hears of it.
class HolidayNoticeTest {
    @TempDir
    Path folder;

    private static String ready(Platform p) throws IOException {
        String inside = Files.readAllLines(p.data().resolve("server.inside")).getFirst();
        return p.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + inside + "/health/ready")))
                .body();
    }

    private Platform at(String instant) {
        return Platform.start(folder, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    @Test
    void nobodyIsBotheredBeforeTheMonth() throws IOException {
        try (Platform p = at("2028-11-30T02:00:00Z")) {
            assertThat(p.json("/api/v1/city", "leader").at("/rules/withoutTable"))
                    .isEmpty();
            assertThat(ready(p)).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void fromAMonthBeforeHealthConsolesAndClocksSayWhichYearIsMissing() throws IOException {
        try (Platform p = at("2028-12-29T02:00:00Z")) {
            try (Ear ear = Ear.on(p, "leader", 0, "city")) {
                ear.await(f -> f.at("/changes/0/row/withoutTable/0").asInt() == 2029);
            }
            assertThat(p.json("/api/v1/city", "leader")
                            .at("/rules/withoutTable/0")
                            .asInt())
                    .isEqualTo(2029);
            assertThat(ready(p)).isEqualTo("{\"status\":\"UP\",\"withoutHolidayTable\":[2029]}");
            p.apply("acceptor", Wishes.ofClass(Wishes.call("long", SmallCity.WEST), "E-0101"));
            p.apply("acceptor", Wishes.act("long", "pass", 0, Map.of()));
            p.apply("leader", Wishes.act("long", "file", 0, Map.of("criterion", "E-0101-02")));
            p.apply("dispatcher", Wishes.act("long", "dispatch", 0, Map.of("department", "d1")));
            JsonNode clocks = p.json("/api/v1/cases/long/clocks", "leader").path("items");
            JsonNode handling = clocks.get(clocks.size() - 1);
            assertThat(handling.at("/clock/basis/limit/unit").asString()).isEqualTo("WD");
            assertThat(handling.path("withoutTable").get(0).asInt()).isEqualTo(2029);
            assertThat(handling.path("calendarVersion").asString()).isEqualTo("cal-1");
            assertThat(clocks.get(0).path("withoutTable")).isEmpty();
        }
    }
}
