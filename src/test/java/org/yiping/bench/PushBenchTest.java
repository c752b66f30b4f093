package org.yiping.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiping.protocol.Json;

class PushBenchTest {
    @Test
    void everyCaseIsPassedOnThenFiledThenDispatched() {
        Map<Integer, Integer> stepsTaken = new HashMap<>();
        List<Typists.Stroke> strokes = PushBench.mainLine();
        for (Typists.Stroke stroke : strokes) {
            int before = stepsTaken.merge(stroke.number(), 1, Integer::sum);
            assertThat(stroke.step().ordinal()).isEqualTo(before);
        }
        assertThat(strokes).hasSize(60_000);
        assertThat(stepsTaken).hasSize(20_000);
    }

    @Test
    void aStallCountsOnlyBeyondTheMachinesOwnLatenessInItsWindows() {
        try (Hiccups hiccups = new Hiccups()) {
            hiccups.reset();
            hiccups.note(10_450, 80); // asleep from 10.37 to 10.45 s
            ConsoleReport report = report("[[10000,90],[10280,130],[20000,60]]");
            assertThat(report.worstStall(hiccups)).isEqualTo(90);
            assertThat(report("[[10280,130],[20000,60]]").worstStall(hiccups)).isEqualTo(60);
            assertThat(report("[[10400,70]]").worstStall(hiccups)).isZero();
        }
    }

    @Test
    void withoutAnyStallOfTwoFramesTheLongestWaitIsTold() {
        try (Hiccups hiccups = new Hiccups()) {
            assertThat(report("[]").worstStall(hiccups)).isEqualTo(19);
        }
    }

    @Test
    void whatTheConsoleDoesNotKnowIsNotZero() {
        assertThat(report("[]").p99Millis()).isNull();
    }

    private static ConsoleReport report(String stalls) {
        return ConsoleReport.of(Json.mapper()
                .readTree("{\"revision\":4,\"changes\":0,\"p50_ms\":null,\"p99_ms\":null,\"max_ms\":null,"
                        + "\"stall_max_ms\":19,\"stalls\":" + stalls + "}"));
    }
}
