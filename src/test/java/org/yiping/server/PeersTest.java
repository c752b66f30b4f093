package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.needs.NeedsProgram;
import org.yiping.protocol.Json;
import org.yiping.simulator.camera.CameraStreams;
import tools.jackson.databind.JsonNode;

/// Programs that share no line with ours read what we send.
@Tag("slow")
class PeersTest {
    @TempDir
    Path folder;

    private record Said(int status, String out, String err) {}

    @Test
    @NeedsProgram("ffmpeg")
    @Timeout(120)
    void anotherDemultiplexerReadsOurCameras() throws Exception {
        try (ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
                ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
                CameraStreams streams = CameraStreams.open(0, connections, timer, System::nanoTime)) {
            for (int camera = 0; camera < 3; camera++) {
                String url = streams.streams(camera).getFirst().url();
                JsonNode video = Json.mapper()
                        .readTree(run("ffprobe", "-v", "error", "-show_streams", "-of", "json", url)
                                .out())
                        .at("/streams/0");
                assertThat(video.path("codec_name").asString()).isEqualTo("h264");
                assertThat(video.path("width").asInt()).isEqualTo(640);
                assertThat(video.path("height").asInt()).isEqualTo(360);
                // Four seconds go past the loop's seam of some cameras; the first picture may lack its reference.
                Said decoded = run("ffmpeg", "-v", "error", "-i", url, "-t", "4", "-f", "framecrc", "-");
                assertThat(decoded.status()).as(decoded.err()).isZero();
                assertThat(decoded.err()).as("complaints").isBlank();
                assertThat(decoded.out().lines().filter(l -> !l.startsWith("#")).count())
                        .as("pictures in four seconds")
                        .isBetween(50L, 65L);
            }
        }
    }

    @Test
    @NeedsProgram("curl")
    @Timeout(120)
    void curlReadsAndWrites() throws Exception {
        try (Platform platform = Platform.start(folder)) {
            String url = platform.uri("").toString();
            String body = Json.mapper().writeValueAsString(Wishes.report("by-curl", SmallCity.WEST));
            Said written = run(
                    "curl",
                    "-sS",
                    "-f",
                    "-H",
                    "Authorization: Bearer " + platform.token("collector"),
                    "-H",
                    "Idempotency-Key: by-curl",
                    "-H",
                    "Content-Type: application/json",
                    "-d",
                    body,
                    url + "/api/v1/commands");
            assertThat(written.status()).as(written.err()).isZero();
            Said snapshot = run(
                    "curl",
                    "-sS",
                    "-f",
                    "--compressed",
                    "-H",
                    "Authorization: Bearer " + platform.token("leader"),
                    url + "/api/v1/snapshot");
            assertThat(snapshot.status()).as(snapshot.err()).isZero();
            List<String> lines = snapshot.out().lines().toList();
            assertThat(lines.getLast()).isEqualTo("{\"count\":" + (lines.size() - 2) + "}");
            assertThat(snapshot.out()).contains("\"by-curl\"");
            Said refused =
                    run("curl", "-sS", "-o", "/dev/null", "-w", "%{http_code} %{content_type}", url + "/api/v1/cases");
            assertThat(refused.out()).isEqualTo("401 application/problem+json");
        }
    }

    private Said run(String... command) throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), out, java.nio.file.Files.readString(err));
    }
}
