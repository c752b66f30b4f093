package org.yiping.console.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @Test
    void oneStepAndNothingButNoughtsAreNoLine() {
        Trend trend = new Trend();
        trend.add(7, NOW);
        assertThat(trend.values()).isEmpty();
        trend.add(7, NOW.plusSeconds(10));
        assertThat(trend.values()).containsExactly(7, 7);

        Trend nothing = new Trend();
        nothing.add(0, NOW);
        nothing.add(0, NOW.plusSeconds(10));
        assertThat(nothing.values()).isEmpty();
        nothing.add(1, NOW.plusSeconds(20));
        assertThat(nothing.values()).containsExactly(0, 0, 1);
    }
}
