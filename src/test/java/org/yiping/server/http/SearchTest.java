package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;

/// Looking for cases over the public route: what is found by which words, by whom, and what is not.
class SearchTest {
    @TempDir
    static Path folder;

    static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(folder);
        report("cover", SmallCity.WEST, "人行道井盖破损", "学府路 12 号");
        report("litter", SmallCity.EAST, "河堤步道垃圾成堆", "滨江路 3 号");
        Map<String, Object> call = Wishes.call("call", SmallCity.WEST);
        platform.apply("acceptor", call);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @SuppressWarnings("unchecked")
    private static void report(String id, double[] at, String description, String address) {
        Map<String, Object> wish = Wishes.report(id, at);
        Map<String, Object> intake = (Map<String, Object>) ((Map<String, Object>) wish.get("payload")).get("intake");
        Map<String, Object> subject = new LinkedHashMap<>((Map<String, Object>) intake.get("subject"));
        subject.put("description", description);
        intake.put("subject", subject);
        Map<String, Object> place = new LinkedHashMap<>((Map<String, Object>) intake.get("place"));
        place.put("address", address);
        intake.put("place", place);
        platform.apply("collector", wish);
    }

    private static List<String> found(String user, String query) {
        List<String> ids = new ArrayList<>();
        platform.json("/api/v1/search?" + query, user)
                .path("items")
                .forEach(i -> ids.add(i.path("id").asString()));
        return ids;
    }

    private static String text(String words) {
        return "text=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void aPartOfAWordFindsIt() {
        assertThat(found("leader", text("道井盖"))).containsExactly("cover");
        assertThat(found("leader", text("滨江路"))).containsExactly("litter");
        assertThat(found("leader", text("垃圾 堤步"))).containsExactly("litter");
        assertThat(found("leader", text("井盖垃圾"))).isEmpty();
    }

    @Test
    void pinyinAndItsInitialsFindIt() {
        assertThat(found("leader", text("jinggai"))).containsExactly("cover");
        assertThat(found("leader", text("jinggaip"))).containsExactly("cover");
        assertThat(found("leader", text("jgps"))).containsExactly("cover");
        assertThat(found("leader", text("binjiang"))).containsExactly("litter");
        assertThat(found("leader", text("jinggaiqq"))).isEmpty();
    }

    @Test
    void numberClassStateAndTimeFindIt() {
        String number = platform.json("/api/v1/cases/cover", "leader")
                .at("/head/number")
                .asString();
        assertThat(found("leader", "number=" + number)).containsExactly("cover");
        assertThat(found("leader", "class=E-0110&state=to-accept")).containsExactly("call", "litter", "cover");
        assertThat(found("leader", "class=E-0110&limit=1&after=1")).containsExactly("litter");
        assertThat(found("leader", "state=closed")).isEmpty();
        assertThat(found("leader", "until=2000-01-01T00:00:00Z")).isEmpty();
        assertThat(found("leader", "from=2000-01-01T00:00:00Z&" + text("井盖"))).containsExactly("cover");
    }

    @Test
    void nobodyFindsWhatTheyMayNotSee() {
        assertThat(found("west", text("垃圾"))).doesNotContain("litter");
        assertThat(found("depart1", text("井盖"))).isEmpty();
        assertThat(found("acceptor", "caller=13800001234")).isEmpty();
        String phone = platform.json("/api/v1/cases/call", "acceptor")
                .at("/report/caller/phone")
                .asString();
        assertThat(found("acceptor", "caller=" + phone)).containsExactly("call");
        assertThat(platform.get("/api/v1/search?caller=" + phone, "supervisor").statusCode())
                .isEqualTo(403);
        assertThat(platform.get("/api/v1/search?" + text("电"), "leader").statusCode())
                .isEqualTo(400);
    }
}
