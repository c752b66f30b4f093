package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

// long because every question and every refusal of one face is asked of one platform

class Open311Test {
    private static final String KEY = "the app's key";
    /// Signed in, because strangers may ask less often than these tests do; Open311ContractTest asks as a stranger.
    private static final String CALLER = "wall";

    private static final int KEYS = 100;
    /// A key reports ten times a second: no two reports of these tests have the same.
    private static final AtomicInteger USED = new AtomicInteger();

    private static final String PLACE = "&lat=30.002&long=104.002";

    @TempDir
    static Path folder;

    static Platform platform;

    @BeforeAll
    static void start() throws IOException {
        List<App> apps = new ArrayList<>(List.of(key("screen", "idle", "p-wall", "wall")));
        for (int i = 0; i < KEYS; i++) {
            apps.add(key("citizens " + i, KEY + i, "p-acc", "acceptor"));
        }
        Path keys = keys(folder, apps.toArray(App[]::new));
        platform = Platform.start(folder, Clock.systemUTC(), keys);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private record App(String name, String sha256, String person, String post) {}

    private static App key(String name, String key, String person, String post) {
        String hash = Hashes.sha256(key.getBytes(StandardCharsets.UTF_8));
        return new App(name, hash, person, post);
    }

    private static Path keys(Path folder, App... keys) throws IOException {
        return Files.writeString(
                folder.resolve("keys.json"), Json.mapper().writeValueAsString(Map.of("keys", List.of(keys))));
    }

    private static HttpResponse<String> get(String path) {
        return platform.get("/open311/v2/" + path, CALLER);
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        return Json.mapper().readTree(answer.body());
    }

    private static HttpResponse<String> post(Platform at, String format, String form) {
        return at.send(at.request("/open311/v2/requests." + format, CALLER)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String report(String form) {
        HttpResponse<String> answer = post(platform, "json", "api_key=" + freshKey() + "&service_code=E-0110" + form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).at("/0/service_request_id").asString();
    }

    private static String freshKey() {
        return encoded(KEY + USED.getAndIncrement() % KEYS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Element xml(String text) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    private static String text(Element root, String name) {
        return root.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Set<String> ids(String query) {
        return json("requests.json?" + query).values().stream()
                .map(r -> r.path("service_request_id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void refused(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode error = Json.mapper().readTree(answer.body()).path(0);
        assertThat(error.path("code").asInt()).isEqualTo(status);
        assertThat(error.path("description").asString()).contains(words);
    }

    @Test
    void theClassesInForceAreTheServicesInBothFormats() {
        JsonNode services = json("services.json");
        JsonNode one = services.values().stream()
                .filter(s -> s.path("service_code").asString().equals("E-0110"))
                .findFirst()
                .orElseThrow();
        assertThat(one.path("type").asString()).isEqualTo("realtime");
        assertThat(one.path("metadata").asBoolean()).isTrue();
        assertThat(one.path("service_name").asString()).isNotBlank();
        assertThat(one.path("group").asString()).isNotBlank();
        HttpResponse<String> answer = get("services.xml");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml; charset=utf-8");
        assertThat(answer.body()).startsWith("<?xml version='1.0' encoding='UTF-8'?>");
        Element root = xml(answer.body());
        assertThat(root.getTagName()).isEqualTo("services");
        assertThat(root.getElementsByTagName("service").getLength()).isEqualTo(services.size());
    }

    @Test
    void aServicesConditionsAreItsAttributesInTheLanguageAskedFor() {
        JsonNode definition = json("services/E-0110.json");
        JsonNode value = definition.at("/attributes/0/values/0");
        assertThat(value.path("key").asString()).isEqualTo("E-0110-01");
        Element root = xml(platform.send(platform.request("/open311/v2/services/E-0110.xml", CALLER)
                        .header("Accept-Language", "en"))
                .body());
        assertThat(root.getTagName()).isEqualTo("service_definition");
        assertThat(text(root, "datatype")).isEqualTo("singlevaluelist");
        assertThat(text(root, "name"))
                .isNotBlank()
                .isNotEqualTo(value.path("name").asString());
        refused(get("services/X-1.json"), 404, "service_code");
    }

    @Test
    void aReportBecomesACaseOfTheAppsPersonAndIsReadWithoutWhatIsPersonal() {
        String id = report(PLACE + "&address_string=" + encoded("中山路 1 号") + "&first_name=" + encoded("小明")
                + "&last_name=" + encoded("张") + "&phone=13812341234&email=zhang%40example.org"
                + "&description=" + encoded("我是张小明\n垃圾 <没人> 收 & 臭") + "&media_url="
                + encoded("https://example.org/1.jpg") + "&attribute[condition]=E-0110-01&device_id=tt22");
        JsonNode kept = platform.json("/api/v1/cases/" + id, "dispatcher");
        assertThat(kept.at("/report/source").asString()).isEqualTo("app");
        assertThat(kept.at("/report/reporter").asString()).isEqualTo("p-acc");
        assertThat(kept.at("/report/caller/name").asString()).isEqualTo("张小明 zhang@example.org");
        assertThat(kept.at("/report/caller/phone").asString()).isEqualTo("13812341234");
        assertThat(kept.at("/subject/description").asString())
                .startsWith("我是张小明\n垃圾 <没人> 收 & 臭\n")
                .endsWith("\nhttps://example.org/1.jpg")
                .doesNotContain("tt22");
        assertThat(platform.json("/api/v1/cases/" + id, "wall")
                        .at("/report/caller")
                        .toString())
                .contains("张**", "138****1234")
                .doesNotContain("example.org");
        for (String format : List.of("json", "xml")) {
            assertThat(get("requests/" + id + "." + format).body())
                    .contains("中山路 1 号", "30.002", "104.002", "open")
                    .doesNotContain("小明", "138", "example.org", "臭");
        }
        JsonNode shown = json("requests/" + id + ".json").path(0);
        assertThat(shown.propertyNames())
                .contains("description", "media_url", "zipcode", "address_id", "expected_datetime");
        assertThat(shown.path("description").isNull()).isTrue();
        assertThat(shown.path("status_notes").asString()).isEqualTo("待受理");
        assertThat(shown.path("service_notice").asString())
                .contains(kept.at("/head/number").asString());
        assertThat(OffsetDateTime.parse(shown.path("requested_datetime").asString())
                        .getOffset())
                .isEqualTo(ZoneOffset.ofHours(8));
    }

    @Test
    void aTokenIsTheIdItself() {
        String id = report(PLACE);
        assertThat(json("tokens/" + id + ".json").toString())
                .isEqualTo("[{\"service_request_id\":\"" + id + "\",\"token\":\"" + id + "\"}]");
        Element root = xml(get("tokens/" + id + ".xml").body());
        assertThat(text(root, "token")).isEqualTo(id);
        refused(get("tokens/nothing.json"), 404, "service_request_id");
        refused(get("requests/nothing.json"), 404, "service_request_id");
    }

    @Test
    void theSameReportTwiceIsTwoReports() {
        String form = PLACE + "&description=twice";
        assertThat(report(form)).isNotEqualTo(report(form));
    }

    @Test
    void whatXmlCannotHoldIsEscapedOrShownAsUnreadable() {
        String odd = "<b> & \"]]>\" 𠮷 \uffff";
        String id = report(PLACE + "&address_string=" + encoded(odd));
        Element root = xml(get("requests/" + id + ".xml").body());
        assertThat(text(root, "address")).isEqualTo(odd.replace('\uffff', '\ufffd'));
        assertThat(json("requests/" + id + ".json").at("/0/address").asString()).isEqualTo(odd);
    }

    @Test
    void openAndClosedFollowTheWorkflowAndFilter() {
        String open = report(PLACE);
        String closed = report(PLACE);
        platform.apply("acceptor", Wishes.act(closed, "reject", 0, Map.of("reason", "不归城管")));
        JsonNode shown = json("requests/" + closed + ".json").path(0);
        assertThat(shown.path("status").asString()).isEqualTo("closed");
        assertThat(shown.path("status_notes").asString()).isEqualTo("不予受理");
        assertThat(shown.toString()).doesNotContain("不归城管");
        assertThat(ids("status=open")).contains(open).doesNotContain(closed);
        assertThat(ids("status=closed")).contains(closed).doesNotContain(open);
        assertThat(ids("status=open,closed")).contains(open, closed);
        assertThat(ids("status=open&status=closed")).contains(open, closed);
        assertThat(ids("service_code=E-0110,X-1")).contains(open, closed);
        assertThat(ids("service_code=C-0102")).doesNotContain(open, closed);
        assertThat(ids("service_request_id=" + open + ",nothing&status=closed&service_code=C-0102"))
                .containsExactly(open);
        refused(get("requests.json?status=half"), 400, "status");
    }

    @Test
    void aDispatchedCaseNamesTheDepartmentAndWhenItIsDue() {
        String id = report(PLACE);
        platform.apply("acceptor", Wishes.act(id, "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
        assertThat(json("requests/" + id + ".json").at("/0/expected_datetime").isNull())
                .isTrue();
        platform.apply("dispatcher", Wishes.act(id, "dispatch", 0, Map.of("department", "d1")));
        JsonNode shown = json("requests/" + id + ".json").path(0);
        assertThat(shown.path("agency_responsible").asString()).isEqualTo("环卫所");
        JsonNode clocks = platform.json("/api/v1/cases/" + id, "leader").at("/progress/clocks");
        assertThat(OffsetDateTime.parse(shown.path("expected_datetime").asString())
                        .toInstant())
                .isEqualTo(Instant.parse(
                                clocks.path(clocks.size() - 1).path("dueAt").asString())
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    @Test
    void datesSelectByWhenItWasReported() {
        String id = report(PLACE);
        Instant now = Instant.now();
        String before = encoded(now.minus(Duration.ofHours(1)).toString());
        String after = encoded(now.plus(Duration.ofHours(1)).toString());
        assertThat(ids("start_date=" + before + "&end_date=" + after)).contains(id);
        assertThat(ids("start_date=" + after)).isEmpty();
        assertThat(ids("end_date=" + before)).doesNotContain(id);
        assertThat(ids("end_date=" + after)).contains(id);
        assertThat(ids("start_date=2026-01-01T00:00:00+08:00&end_date=2026-01-31"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start_date=yesterday",
                "start_date=2026-01-01T00:00:00",
                "end_date=2026-13-01",
                "end_date=%2B999999999-12-31T23:59:59Z",
                "start_date=1969-01-01",
                "start_date=2026-01-01&end_date=2026-06-01",
                "start_date=2026-02-01&end_date=2026-01-01",
                "page_size=1001",
                "page=0"
            })
    void datesAndPagesThatCannotBeAreRefused(String query) {
        HttpResponse<String> answer = get("requests.json?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "400,service_code,api_key=KEY&lat=30.002&long=104.002",
        "404,service_code,api_key=KEY&service_code=X-1&lat=30.002&long=104.002",
        "403,api_key,service_code=E-0110&lat=30.002&long=104.002",
        "403,api_key,api_key=guess&service_code=E-0110&lat=30.002&long=104.002",
        "403,APP-4030,api_key=idle&service_code=E-0110&lat=30.002&long=104.002",
        "400,lat,api_key=KEY&service_code=E-0110",
        "400,long,api_key=KEY&service_code=E-0110&lat=30.002",
        "400,lat,api_key=KEY&service_code=E-0110&lat=91&long=104",
        "400,lat,api_key=KEY&service_code=E-0110&lat=NaN&long=104",
        "400,lat,api_key=KEY&service_code=E-0110&lat=north&long=104",
        "400,position,api_key=KEY&service_code=E-0110&lat=48.8&long=2.3",
        "400,address_id,api_key=KEY&service_code=E-0110&address_id=7",
        "400,media_url,api_key=KEY&service_code=E-0110&lat=30.002&long=104.002&media_url=javascript:alert(1)",
        "400,attribute[condition],api_key=KEY&service_code=E-0110&lat=30.002&long=104.002&attribute[condition]=X",
        "400,attribute[colour],api_key=KEY&service_code=E-0110&lat=30.002&long=104.002&attribute[colour]=red",
        "400,description,api_key=KEY&service_code=E-0110&lat=30.002&long=104.002&description=%00",
        "400,APP-4000,api_key=%zz",
        "404,jurisdiction_id,api_key=KEY&service_code=E-0110&lat=30.002&long=104.002&jurisdiction_id=elsewhere",
    })
    void reportsThatCannotBeAreRefusedInWords(int status, String words, String form) {
        int before = ids("").size();
        refused(post(platform, "json", form.replace("KEY", freshKey())), status, words);
        Element root =
                xml(post(platform, "xml", form.replace("KEY", freshKey())).body());
        assertThat(root.getTagName()).isEqualTo("errors");
        assertThat(text(root, "code")).isEqualTo(Integer.toString(status));
        assertThat(ids("")).hasSize(before);
    }

    @Test
    void tooMuchIsRefused() {
        String form = "api_key=" + freshKey() + "&service_code=E-0110" + PLACE + "&description=";
        refused(post(platform, "json", form + "x".repeat(4001)), 400, "description");
        refused(post(platform, "json", form + "x".repeat(1 << 17)), 400, "BOD-4130");
        refused(platform.post("/open311/v2/requests.json", "", Map.of("service_code", "E-0110")), 400, "Content-Type");
    }

    @Test
    void anotherJurisdictionAndAnotherFormatAreNotFound() {
        assertThat(json("services.json?jurisdiction_id=990100").size()).isPositive();
        refused(get("services.json?jurisdiction_id=elsewhere"), 404, "jurisdiction_id");
        HttpResponse<String> answer = get("services.pdf");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(xml(answer.body()).getTagName()).isEqualTo("errors");
    }

    @Test
    void anAddressAloneIsEnoughAndHasNoPosition() {
        String id = report("&address_string=" + encoded("解放路"));
        assertThat(json("requests/" + id + ".json").at("/0/lat").isNull()).isTrue();
        assertThat(platform.json("/api/v1/cases/" + id, "leader")
                        .at("/place/candidates")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aThousandAreGivenAtMostTheNewestFirst(@TempDir Path other) throws IOException {
        try (Platform p = Platform.start(other, Clock.systemUTC(), keys(other))) {
            for (int from = 0; from < 1200; from += 200) {
                List<Map<String, Object>> commands = new ArrayList<>();
                for (int i = from; i < from + 200; i++) {
                    commands.add(Map.of("key", "k" + i, "command", Wishes.report("c" + i, SmallCity.WEST)));
                }
                p.post("/api/v1/commands/batch", "collector", Map.of("commands", commands));
            }
            JsonNode first = Json.mapper()
                    .readTree(p.get("/open311/v2/requests.json", "").body());
            assertThat(first.size()).isEqualTo(1000);
            assertThat(first.at("/0/service_request_id").asString()).isEqualTo("c1199");
            JsonNode second = Json.mapper()
                    .readTree(p.get("/open311/v2/requests.json?page=2", "").body());
            assertThat(second.size()).isEqualTo(200);
            assertThat(second.at("/199/service_request_id").asString()).isEqualTo("c0");
            Element root = xml(p.get("/open311/v2/requests.xml?page_size=3", "").body());
            assertThat(root.getElementsByTagName("request").getLength()).isEqualTo(3);
            assertThat(post(p, "json", "api_key=x&service_code=E-0110" + PLACE).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aKeyReportsTwentyAtOnceAndNoMore(@TempDir Path other) throws IOException {
        Clock still = Clock.fixed(Instant.parse("2026-11-26T02:00:00Z"), ZoneOffset.UTC);
        Path keys = keys(other, key("citizens", KEY, "p-col", "collector"));
        try (Platform p = Platform.start(other, still, keys)) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                statuses.add(post(p, "json", "api_key=" + encoded(KEY) + "&service_code=E-0110" + PLACE)
                        .statusCode());
            }
            assertThat(statuses.subList(0, 20)).containsOnly(200);
            assertThat(statuses.subList(20, 25)).containsOnly(429);
        }
    }

    @Test
    void whereTheCityHasNotOpenedItNothingIsThere(@TempDir Path other) {
        try (Platform p = Platform.start(other)) {
            refused(p.get("/open311/v2/services.json", ""), 404, "ROU-4040");
            refused(post(p, "json", "api_key=" + encoded(KEY)), 404, "ROU-4040");
        }
    }

    @Test
    void keysOfNobodyOrInClearStopTheStart(@TempDir Path other) throws IOException {
        Path nobody = keys(other, key("citizens", KEY, "p-gone", "acceptor"));
        assertThatThrownBy(() -> Platform.start(other, Clock.systemUTC(), nobody))
                .hasMessageContaining("p-gone");
        Path clear = keys(other, new App("citizens", "plain", "p-acc", "acceptor"));
        assertThatThrownBy(() -> Platform.start(other, Clock.systemUTC(), clear))
                .hasMessageContaining("SHA-256");
    }

    @Test
    void whoHasLostThePostReportsNoMore(@TempDir Path other) throws IOException {
        Path keys = keys(other, key("citizens", KEY, "p-rel", "duty-leader"), key("west", "w", "p-west", "acceptor"));
        try (Platform p = Platform.start(other, Clock.systemUTC(), keys)) {
            String form = "api_key=w&service_code=E-0110" + PLACE;
            assertThat(post(p, "json", form).statusCode()).isEqualTo(200);
            Map<String, Object> wall =
                    Map.of("id", "p-west", "name", "王西", "posts", List.of("wall"), "areas", List.of());
            assertThat(p.send(p.request("/api/v1/people/p-west", "boss")
                                    .PUT(HttpRequest.BodyPublishers.ofString(
                                            Json.mapper().writeValueAsString(wall))))
                            .statusCode())
                    .isEqualTo(200);
            refused(post(p, "json", form), 403, "api_key");
        }
    }
}
