package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final Throttle throttle = new Throttle(10, now::get);

    private int letThrough(String caller, int tries) {
        int let = 0;
        for (int i = 0; i < tries; i++) {
            let += throttle.lets(caller) ? 1 : 0;
        }
        return let;
    }

    @Test
    void eachCallerMaySaveUpForTwoSecondsAndNoLonger() {
        assertThat(letThrough("a", 50)).isEqualTo(20);
        assertThat(letThrough("b", 50)).isEqualTo(20);
        now.updateAndGet(i -> i.plusSeconds(1));
        assertThat(letThrough("a", 50)).isEqualTo(10);
        now.updateAndGet(i -> i.plusSeconds(60));
        assertThat(letThrough("a", 50)).isEqualTo(20);
    }
}
