package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class ReportHttpTest {
    private static final String DAILY = "{\"template\":\"daily\"}";
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        for (int i = 0; i < 5; i++) {
            platform.apply("acceptor", Wishes.call("rep" + i, SmallCity.WEST));
        }
    }

    static HttpResponse<String> put(Platform on, String id, String user, String body) {
        return on.send(on.request("/api/v1/reports/" + id, user).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Orders it and waits until its row says that it has ended.
    static JsonNode made(Platform on, String id, String user, String body) {
        try (Ear ear = Ear.on(on, user, 0, "report")) {
            HttpResponse<String> answer = put(on, id, user, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            ear.await(_ -> !state(on, id, user).equals("ordered"));
        }
        return on.json("/api/v1/reports/" + id, user).path("run");
    }

    private static String state(Platform on, String id, String user) {
        return on.json("/api/v1/reports/" + id, user).at("/run/state").asString();
    }

    @Test
    void a_report_is_made_beside_and_fetched_whole() throws Exception {
        JsonNode run = made(platform, "h1", "supervisor", DAILY);
        assertThat(run.path("state").asString()).isEqualTo("done");
        for (JsonNode file : run.path("files")) {
            HttpResponse<byte[]> content = platform.send(
                    platform.request(
                            "/api/v1/reports/h1/files/" + file.path("format").asString(), "supervisor"),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(content.statusCode()).isEqualTo(200);
            String sha = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.body()));
            assertThat(sha).isEqualTo(file.path("sha256").asString());
        }
        assertThat(platform.json("/api/v1/reports", "chief").toString())
                .as("a report is for all who see as much")
                .contains("\"h1\"");
        HttpResponse<String> late = platform.post("/api/v1/reports/h1/cancel", "supervisor", "{}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("RPT-4090");
    }

    @Test
    void a_list_of_cases_is_its_askers_alone() {
        JsonNode run =
                made(platform, "h2", "leader", "{\"counter\":\"reported\",\"period\":\"day\",\"format\":\"csv\"}");
        assertThat(run.path("rows").asInt()).isEqualTo(5);
        assertThat(platform.get("/api/v1/reports/h2/files/csv", "leader").body())
                .contains("13812341234");
        assertThat(platform.get("/api/v1/reports/h2/files/csv", "chief").statusCode())
                .isEqualTo(404);
        assertThat(platform.json("/api/v1/reports", "chief").toString()).doesNotContain("\"h2\"");
        assertThat(platform.disclosures()).anyMatch(d -> d.startsWith("p-lead") && d.endsWith(" h2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /template",
                "{\"template\":\"nothing\"} | /template",
                "{\"template\":\"notice\"} | /scope/department",
                "{\"counter\":\"nothing\"} | /counter",
                "{\"counter\":\"filed\",\"format\":\"doc\"} | /format",
                "{\"template\":\"daily\",\"language\":\"fr\"} | /language",
                "{\"template\":\"daily\",\"day\":\"0001-01-01\"} | /day",
                "{\"template\":\"daily\",\"period\":\"fortnight\"} | /period",
            })
    void a_wish_that_cannot_be_says_where(String wish, String pointer) {
        HttpResponse<String> answer = put(platform, "bad", "supervisor", wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + pointer + "\"");
        assertThat(platform.get("/api/v1/reports/bad", "supervisor").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_calendars_names_are_nobodys() {
        assertThat(put(platform, "due.daily.2030-01-01", "supervisor", DAILY).statusCode())
                .isEqualTo(400);
    }

    @Test
    void templates_say_when_they_are_made_next() {
        JsonNode items = platform.json("/api/v1/report-templates", "supervisor").path("items");
        assertThat(items.size()).isEqualTo(6);
        for (JsonNode item : items) {
            assertThat(item.has("next")).isEqualTo(item.at("/template").has("schedule"));
        }
    }

    @Test
    void two_who_order_under_one_name_get_one() {
        put(platform, "h3", "supervisor", DAILY);
        JsonNode again = Json.mapper()
                .readTree(put(platform, "h3", "supervisor", "{\"template\":\"weekly\"}")
                        .body());
        assertThat(again.at("/run/template").asString()).isEqualTo("daily");
        assertThat(again.path("mine").asBoolean()).isTrue();
    }
}
