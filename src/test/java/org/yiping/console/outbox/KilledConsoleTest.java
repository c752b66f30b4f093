package org.yiping.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.cache.Note;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.Samples;
import org.yiping.protocol.Kinds;

/// Real processes, really killed: what was shown as queued goes out once after the restart.
class KilledConsoleTest {
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @Test
    void aKilledConsolesCommandsGoOutOnce() throws IOException, InterruptedException {
        try (FakePlatform platform = new FakePlatform(InstantSource.system())) {
            for (int i = 0; i < 5; i++) {
                platform.put(Kinds.CASE, "c" + i, Samples.aCase("c" + i, "to-dispatch"));
            }
            platform.faults.rate(17, 0.1);
            List<String> durable = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                // Some kills come while the platform answers, some while nothing can be sent at all.
                platform.faults.down(kill % 2 == 1);
                durable.addAll(queueAndKill(platform.port(), "k" + kill, 10 + 15 * kill));
            }
            platform.faults.down(false);
            try (Desk desk = new Desk(folder, platform.port(), InstantSource.system()).start()) {
                assertThat(desk.notes).noneMatch(n -> n instanceof Note.Rebuilt || n instanceof Note.OutboxRescued);
                Await.until("all applied", () -> platform.timesApplied.keySet().containsAll(durable));
                desk.awaitSettled();
            }
            assertThat(durable).hasSizeGreaterThan(100);
            assertThat(platform.timesApplied.values()).containsOnly(1);
        }
    }

    private List<String> queueAndKill(int port, String prefix, int after) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process child = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        QueueAndDieMain.class.getName(),
                        folder.toString(),
                        Integer.toString(port),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> ids = new ArrayList<>();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null && ids.size() < after; line = lines.readLine()) {
                if (line.startsWith(prefix)) {
                    ids.add(line);
                }
            }
            child.toHandle().destroyForcibly(); // unlike the process's own, it leaves what was printed to be read
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches(prefix + "-\\d+")) {
                    ids.add(line);
                }
            }
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        return ids;
    }
}
