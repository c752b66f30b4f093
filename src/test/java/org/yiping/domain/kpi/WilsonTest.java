package org.yiping.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    /// Newcombe, Statistics in Medicine 17 (1998), page 857 ff., table I, method 3.
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void is_what_the_literature_has(long hits, long size, double lower, double upper) {
        Wilson interval = Wilson.of(hits, size).orElseThrow();
        assertThat(interval.lower()).isCloseTo(lower, offset(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, offset(0.00005));
    }

    @Test
    void stays_between_nought_and_one_and_holds_the_share() {
        for (int size = 1; size < 200; size++) {
            for (int hits = 0; hits <= size; hits++) {
                Wilson w = Wilson.of(hits, size).orElseThrow();
                assertThat(w.lower()).isBetween(0.0, (double) hits / size);
                assertThat(w.upper()).isBetween((double) hits / size, 1.0);
            }
        }
    }

    @Test
    void of_nothing_nothing_is_known() {
        assertThat(Wilson.of(0, 0)).isEmpty();
        assertThat(Wilson.of(3, 2)).isEmpty();
    }
}
