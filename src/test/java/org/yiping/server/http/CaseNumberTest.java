package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;

/// No case number comes twice and none is left out: with many reporters at once, after a restart, over a day's end.
class CaseNumberTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @TempDir
    Path folder;

    private static void reports(Platform p, String prefix, int count) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.range(0, count)
                            .mapToObj(i -> CompletableFuture.runAsync(
                                    () -> p.apply("collector", Wishes.report(prefix + i, SmallCity.WEST)), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static List<String> numbers(Platform p) {
        return p.json("/api/v1/cases?limit=500", "leader")
                .path("items")
                .valueStream()
                .map(c -> c.at("/head/number").asString())
                .toList();
    }

    private static Set<String> expected(String day, int count) {
        return new TreeSet<>(IntStream.rangeClosed(1, count)
                .mapToObj(i -> "E0110" + day + "%04d".formatted(i))
                .toList());
    }

    @Test
    void numbersRunOnWithoutGapsOrTwins() {
        try (Platform p = Platform.start(folder, Clock.fixed(NOON, ZoneOffset.UTC))) {
            p.token("collector");
            reports(p, "a", 60);
            assertThat(numbers(p)).hasSize(60).containsExactlyInAnyOrderElementsOf(expected("20261120", 60));
        }
        try (Platform p = Platform.start(folder, Clock.fixed(NOON, ZoneOffset.UTC))) {
            p.token("collector");
            reports(p, "b", 20);
            assertThat(numbers(p)).hasSize(80).containsExactlyInAnyOrderElementsOf(expected("20261120", 80));
        }
        Instant midnight = Instant.parse("2026-11-20T16:00:00Z");
        try (Platform p = Platform.start(folder, Clock.fixed(midnight, ZoneOffset.UTC))) {
            reports(p, "c", 1);
            assertThat(numbers(p)).contains("E0110202611210001");
        }
    }
}
