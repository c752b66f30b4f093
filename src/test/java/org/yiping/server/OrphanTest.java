package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A parent that was killed has no chance to end its children.
class OrphanTest {
    @TempDir
    Path folder;

    @Test
    void aServerEndsWhenWhoStartedItIsKilled() throws Exception {
        Process parent = new ProcessBuilder("sleep", "600").start();
        List<String> flags =
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dyiping.parent=" + parent.pid());
        try (Child server = Child.start(folder, List.of(), flags, List.of())) {
            ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
            assertThat(process.isAlive()).isTrue();
            parent.destroyForcibly();
            assertThat(process.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }
}
