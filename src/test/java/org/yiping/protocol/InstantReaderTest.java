package org.yiping.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class InstantReaderTest {
    @Test
    void it_reads_what_the_wire_writes() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Instant at = Instant.ofEpochSecond(
                    random.nextLong(-62_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000));
            for (ChronoUnit unit : new ChronoUnit[] {ChronoUnit.NANOS, ChronoUnit.MILLIS, ChronoUnit.SECONDS}) {
                Instant cut = at.truncatedTo(unit);
                assertThat(InstantReader.read(cut.toString())).isEqualTo(cut);
            }
        }
    }

    @Test
    void theSameMomentIsOneObject() {
        Instant first = InstantReader.read("2026-01-31T08:05:09.25Z");
        assertThat(InstantReader.read("2026-01-31T08:05:09.250Z")).isSameAs(first);
        assertThat(Moments.of(1_769_846_709L, 250_000_000)).isSameAs(first);
        assertThat(InstantReader.read("2026-01-31T08:05:10.25Z")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T08:00:00Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T08:60:00Z",
                "2026-01-31T08:00:61Z",
                "2026-01-31 08:00:00Z",
                "2026-01-31T08:00:00.Z",
                "2026-01-31T08:00:00.1234567890Z",
                "2026-01-31T08:00:00.12x4Z",
                "2026-1-31T08:00:000Z",
                "+026-01-31T08:00:00Z",
                "2026-01-31T08:00:00+08:00",
                ""
            })
    void it_leaves_every_other_text_to_the_common_way(String text) {
        assertThat(InstantReader.read(text)).isNull();
    }

    @Test
    void an_offset_is_still_read_and_nonsense_still_refused() {
        assertThat(Json.mapper().readValue("\"2026-01-31T08:00:00+08:00\"", Instant.class))
                .isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThatThrownBy(() -> Json.mapper().readValue("\"2026-02-30T08:00:00Z\"", Instant.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.mapper().readValue("\"soon\"", Instant.class))
                .isInstanceOf(JacksonException.class);
    }
}
