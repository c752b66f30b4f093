package org.yiping.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;

class SlowClientTest {
    @TempDir
    Path folder;

    /// A clock that stands wherever the test puts it.
    private static final class Hand extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T02:00:00Z"));

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        void forward(Duration duration) {
            now.updateAndGet(i -> i.plus(duration));
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutAndTheOthersDoNotNotice() throws Exception {
        Hand clock = new Hand();
        try (Platform p = Platform.start(folder, clock);
                Ear reader = Ear.on(p, "leader", 0, "case")) {
            reader.await("hello");
            WebSocket deaf = p.client()
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + p.token("wall"))
                    .buildAsync(URI.create("ws://127.0.0.1:" + p.port() + "/api/v1/stream?after=0"), new Deaf())
                    .join();
            await(() -> p.listeners() == 2);
            long last = flood(p);
            reader.changesUpTo(last);
            await(() -> {
                clock.forward(Duration.ofSeconds(1));
                return p.listeners() == 1;
            });
            reader.changesUpTo(p.apply("collector", Wishes.report("after", SmallCity.WEST)));
            deaf.abort();
        }
    }

    /// Asks for nothing, so the sockets between fill up.
    private static final class Deaf implements WebSocket.Listener {
        @Override
        public void onOpen(WebSocket webSocket) {
            // no request(1): nothing is ever read
        }
    }

    /// More than the sockets between two processes hold.
    private static long flood(Platform p) {
        String text = "长".repeat(4000);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 900; i++) {
                String body = Json.mapper()
                        .writeValueAsString(Wishes.report("flood-" + i, SmallCity.WEST))
                        .replace("路边暴露垃圾", text);
                threads.execute(() -> p.apply("collector", body));
            }
        }
        return p.apply("collector", Wishes.report("last", SmallCity.WEST));
    }

    private interface Claim {
        boolean holds();
    }

    private static void await(Claim claim) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!claim.holds()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(100_000_000);
        }
    }
}
