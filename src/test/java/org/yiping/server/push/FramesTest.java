package org.yiping.server.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.protocol.Json;

class FramesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:42:18Z");

    @Test
    void wordsOfAnyScriptArriveAsTheyWereAndTravelAsAscii() {
        String words = "桐砚路172号\u007f\u00e9𠮷😀\"\\\n\u200f";
        String row = Json.mapper().writeValueAsString(java.util.Map.of("address", words));
        String frame = Frames.delta(3, 5, NOW, List.of(Sight.Seen.of("case", "c·1", row, "k")));
        assertThat(frame.chars()).as(frame).allMatch(c -> c < 0x7f);
        var change = Json.mapper().readTree(frame).path("changes").path(0);
        assertThat(change.path("row").path("address").asString()).isEqualTo(words);
        assertThat(change.path("id").asString()).isEqualTo("c·1");
    }

    @Test
    void aRowThatLeftHasNoContent() {
        String frame = Frames.delta(3, 5, NOW, List.of(Sight.Seen.of("case", "c1", null, null)));
        assertThat(Json.mapper()
                        .readTree(frame)
                        .path("changes")
                        .path(0)
                        .path("op")
                        .asString())
                .isEqualTo("gone");
    }
}
