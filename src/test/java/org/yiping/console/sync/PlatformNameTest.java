package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.CaseId;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.Samples;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.SignIn;

/// A platform is who it says it is, not how its address was typed.
class PlatformNameTest {
    private final InstantSource clock = InstantSource.system();
    private FakePlatform platform;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        platform = new FakePlatform(clock);
        platform.name("journal-1");
        platform.put(Kinds.CASE, "c1", Samples.aCase("c1", "to-dispatch"));
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
    }

    private Desk desk(String host) {
        return new Desk(
                folder,
                URI.create("http://" + host + ":" + platform.port()),
                clock,
                Duration.ofSeconds(5),
                new SignIn.Request("u", "right", "dispatcher", "s1"));
    }

    private void queueOffline(String host) {
        platform.faults.down(true);
        try (Desk desk = desk(host).start()) {
            desk.outbox.submit(Samples.act("k1", "c1")).join();
        }
        platform.faults.down(false);
    }

    @Test
    void aCommandGoesOutAtWhateverAddressThePlatformIsFound() {
        try (Desk desk = desk("127.0.0.1").start()) {
            desk.awaitRevision(1);
        }
        queueOffline("127.0.0.1");
        try (Desk desk = desk("localhost").start()) {
            Await.until("the command", () -> platform.timesApplied.containsKey("k1"));
            desk.awaitSettled();
        }
        assertThat(platform.timesApplied).containsEntry("k1", 1);
    }

    @Test
    void aCommandQueuedBeforeTheFirstMeetingBelongsToWhoIsMet() {
        queueOffline("localhost");
        try (Desk desk = desk("127.0.0.1").start()) {
            desk.awaitRevision(1);
        }
        assertThat(platform.timesApplied).as("it waits for localhost").isEmpty();
        try (Desk desk = desk("localhost").start()) {
            Await.until("the command", () -> platform.timesApplied.containsKey("k1"));
            desk.awaitSettled();
        }
    }

    @Test
    void anotherPlatformAtTheAddressIsReadAnewAndGetsNoCommandThatIsNotItsOwn() {
        try (Desk desk = desk("127.0.0.1").start()) {
            desk.awaitRevision(1);
        }
        queueOffline("127.0.0.1");
        platform.name("journal-2");
        platform.gone(Kinds.CASE, "c1");
        platform.put(Kinds.CASE, "c2", Samples.aCase("c2", "to-dispatch"));
        int snapshots = platform.asked.get("GET /api/v1/snapshot");
        try (Desk desk = desk("127.0.0.1").start()) {
            Await.until(
                    "the other's cases",
                    () -> desk.stores.cases().find(new CaseId("c2")).isPresent());
            Await.until("live", desk::live);
            assertThat(platform.asked.get("GET /api/v1/snapshot")).isEqualTo(snapshots + 1);
            assertThat(desk.outbox.deliveries().rows().size()).isZero();
            assertThat(desk.outbox.waiting().known().orElseThrow().ofOthers()).isEqualTo(1);
        }
        assertThat(platform.timesApplied).isEmpty();
        platform.name("journal-1");
        platform.put(Kinds.CASE, "c1", Samples.aCase("c1", "to-dispatch"));
        try (Desk desk = desk("127.0.0.1").start()) {
            Await.until("the command", () -> platform.timesApplied.containsKey("k1"));
            desk.awaitSettled();
        }
    }
}
