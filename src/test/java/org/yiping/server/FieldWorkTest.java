package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.yiping.server.http.HttpApi;

class FieldWorkTest {
    /// What one writing has taken is on disk before the last one, after which the storage goes, has ended.
    @Test
    void theLastWritingWaitsForTheOneUnderWay() throws Exception {
        AtomicReference<List<String>> waiting = new AtomicReference<>(List.of("fix"));
        List<String> written = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FieldWork work = new FieldWork(
                new HttpApi.Field(null, null, null),
                List.of(() -> {
                    List<String> now = waiting.getAndSet(List.of());
                    if (!now.isEmpty()) {
                        begun.countDown();
                        await(goOn);
                        written.addAll(now);
                    }
                }),
                ForkJoinPool.commonPool());
        Thread first = Thread.ofVirtual().start(work::flush);
        begun.await();
        Thread last = Thread.ofPlatform().start(work::flush);
        while (last.isAlive() && last.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        boolean waits = last.isAlive();
        goOn.countDown();
        last.join();
        first.join();
        assertThat(waits).as("it does not end before the one under way").isTrue();
        assertThat(written).containsExactly("fix");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
