package org.yiping.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.Await;

class KeptProcessTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> rest = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Kept start(String script) throws IOException {
        return new KeptProcess.Start(List.of("/bin/sh", "-c", script), folder, threads, rest::add).start();
    }

    @Test
    void beatsAreCountedAndTheRestIsHandedOn() throws IOException {
        Kept kept = start("echo beat; echo hello; echo beat >&2; echo picture; printf unfinished");
        Await.until("all was heard", () -> rest.contains("unfinished"));
        assertThat(kept.beats()).isEqualTo(2);
        assertThat(kept.pictured()).isTrue();
        assertThat(kept.words()).containsExactly("hello", "unfinished");
    }

    @Test
    void itIsToldWhoWatchesAndNotBySystemd() throws IOException {
        start("echo \"$YIPING_WATCH\"; echo \"${NOTIFY_SOCKET:-none}\"; echo \"$JAVA_TOOL_OPTIONS\"");
        Await.until("all was heard", () -> rest.size() == 3);
        assertThat(rest.subList(0, 2)).containsExactly(folder.toString(), "none");
        assertThat(rest.get(2))
                .contains("-Dyiping.parent=" + ProcessHandle.current().pid())
                .contains("-XX:ErrorFile=" + folder.resolve("java.log"));
    }

    @Test
    void whatItsThreadsDoIsKeptApartFromItsWords() throws IOException {
        Kept kept = start(
                "trap 'echo Full thread dump OpenJDK; echo \"\\\"main\\\" waiting\"; echo 12:00:00.000 WARN x' QUIT;"
                        + " echo there; while :; do sleep 0.05; done");
        Await.until("it is there", () -> rest.contains("there"));
        kept.askThreads();
        Await.until("it answered", () -> rest.contains("12:00:00.000 WARN x"));
        assertThat(kept.threads()).containsExactly("Full thread dump OpenJDK", "\"main\" waiting");
        assertThat(kept.words()).containsExactly("there", "12:00:00.000 WARN x");
        kept.kill();
        Await.until("it is dead", () -> !kept.alive());
        assertThat(kept.status()).isEqualTo(137);
    }

    @Test
    void aLineWithoutAnEndIsCutAndOldLinesGo() throws IOException {
        Kept kept = start("head -c 1000000 /dev/zero | tr '\\0' x; echo; seq 1000; echo done");
        Await.until("all was heard", () -> rest.contains("done"));
        assertThat(rest).allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(4000));
        assertThat(kept.words()).hasSize(400).endsWith("999", "1000", "done");
    }

    @Test
    void whatIsStoppedDiesAllTheSame() throws IOException {
        Kept kept = start("echo there; kill -STOP $$; sleep 600");
        Await.until("it is there", () -> rest.contains("there"));
        kept.kill();
        Await.until("it is dead", () -> !kept.alive());
        assertThat(kept.threads()).isEmpty();
    }
}
