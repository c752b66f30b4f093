package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.server.Ear;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import tools.jackson.databind.JsonNode;

/// A camera that only two posts may see, in an area that everybody here sees.
class CameraViewersTest {
    private static final String CLOSED = "51010000001320000001";
    private static final String OPEN = "51010000001320000002";
    private static final String SECRET = "secret@10.0.0.9";

    @TempDir
    Path folder;

    private Platform platform;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(SmallCity.in(folder).resolve("cameras.csv"), """
                id,name,longitude,latitude,heading,view,kind,online,simulated,main,sub,width,height,fps,viewers
                %s,路口一,104.003,30.003,90,60,ball,true,true,rtsp://u:%s/1,rtsp://u:%s/2,1280,720,25,duty-leader;acceptor
                %s,路口二,104.013,30.003,90,60,ball,true,true,rtsp://u:open@10.0.0.8/1,,1280,720,25,
                """.formatted(CLOSED, SECRET, SECRET, OPEN));
        platform = Platform.again(folder, Clock.systemUTC());
    }

    @AfterEach
    void end() {
        platform.close();
    }

    @Test
    void itsAddressesAreToldToItsViewersAlone() {
        for (String path : List.of(
                "/api/v1/cameras",
                "/api/v1/cameras?fields=id,streams",
                "/api/v1/cameras/" + CLOSED + "/streams",
                "/api/v1/snapshot?topics=camera",
                "/api/v1/snapshot")) {
            assertThat(platform.get(path, "leader").body()).as(path).contains(SECRET);
            assertThat(platform.get(path, "acceptor").body()).as(path).contains(SECRET);
            for (String other : List.of("dispatcher", "chief", "boss", "wall", "depart1")) {
                HttpResponse<String> answer = platform.get(path, other);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body())
                        .as(path + " to " + other)
                        .contains("1280")
                        .doesNotContain(SECRET);
            }
        }
        assertThat(platform.get("/api/v1/journal?limit=1000", "boss").body()).doesNotContain(SECRET);
        JsonNode both = platform.json("/api/v1/cameras", "dispatcher").path("items");
        assertThat(both.at("/0/streams/0/url").asString("none"))
                .as("said, and empty")
                .isEmpty();
        assertThat(both.at("/1/streams/0/url").asString()).as("anybody's").contains("10.0.0.8");
    }

    @Test
    void norAreTheyInWhatIsPushed() {
        try (Ear leader = Ear.on(platform, "leader", 0, "camera");
                Ear dispatcher = Ear.on(platform, "dispatcher", 0, "camera");
                Ear acceptor = Ear.on(platform, "acceptor", 0, "camera")) {
            List.of(leader, dispatcher, acceptor).forEach(e -> e.await("hello"));
            Map<String, Object> seen = Map.of(
                    "camera", CLOSED, "state", "frozen", "at", Instant.now().toString());
            assertThat(platform.post("/api/v1/cameras/observations", "leader", Map.of("observations", List.of(seen)))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(frozen(leader)).contains(SECRET);
            assertThat(frozen(dispatcher)).contains("\"url\":\"\"").doesNotContain(SECRET);
            assertThat(frozen(acceptor)).contains(SECRET);
        }
    }

    private static String frozen(Ear ear) {
        return ear.await(f -> f.toString().contains("\"frozen\"")).toString();
    }

    @Test
    void picturesOfItAreShownToItsViewersAlone() {
        Map<String, Object> word = new LinkedHashMap<>();
        word.put("id", "k1");
        word.put("camera", CLOSED);
        word.put("alarm", "890");
        word.put("confidence", 0.9);
        word.put("at", Instant.now().toString());
        word.put("picture", Photos.upload(platform, "device", Photos.jpeg(3)));
        assertThat(platform.post("/api/v1/captures", "device", word).statusCode())
                .isEqualTo(200);
        shownToViewers("/api/v1/captures/k1/picture");

        Instant slot = Instant.now().truncatedTo(ChronoUnit.HOURS);
        platform.apply("supervisor", PatrolTest.plan("p1", List.of(CLOSED), 12));
        String file = Photos.upload(platform, "acceptor", Photos.jpeg(4));
        Map<String, Object> found = Map.of(
                "classCode", "E-0110", "note", "堆物", "caseId", "c1", "picture", PatrolTest.picture(file, CLOSED));
        platform.apply("acceptor", PatrolTest.look("p1", slot, CLOSED, "case", found));
        shownToViewers("/api/v1/patrols/rounds/"
                + PatrolRoundId.of(new PatrolPlanId("p1"), slot).value() + "/picture?file=" + file);
    }

    private void shownToViewers(String path) {
        assertThat(platform.get(path, "leader").statusCode()).isEqualTo(200);
        assertThat(platform.get(path, "acceptor").statusCode()).isEqualTo(200);
        for (String other : List.of("dispatcher", "supervisor", "boss")) {
            HttpResponse<String> refused = platform.get(path, other);
            assertThat(refused.statusCode()).as(path + " to " + other).isEqualTo(403);
            assertThat(refused.body()).contains("VID-4030");
        }
    }
}
