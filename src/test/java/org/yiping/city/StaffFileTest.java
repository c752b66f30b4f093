package org.yiping.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.staff.StaffRules;

class StaffFileTest {
    private static final String SOUND = """
            versions:
              - version: s-1
                from: 2026-01-01
                sample: false
                posts: [collector]
                units: []
                onDuty: [sign, roster, track]
                track: {gapMinutes: 5, fastestKmh: 150, idleMinutes: 15, idleMetres: 30, offGridMinutes: 5, keptSeconds: 10}
                coverage: {method: streets, stepMetres: 25, reachMetres: 30}
                rollCall: {answerMinutes: 5, largest: 50, reachedMinutes: 10}
                score: {least: 0.5, weights: [{indicator: COVERAGE, weight: 1}]}
            """;

    @Test
    void whatShipsIsSoundAndSaysThatItIsASample() {
        assertThat(StaffFile.shipped()).isNotEmpty().allMatch(StaffRules::sample);
    }

    @Test
    void aCitysOwnIsReadWhole() {
        StaffRules rules = StaffFile.read(SOUND).getFirst();
        assertThat(rules.coverage().reachMetres()).isEqualTo(30);
        assertThat(rules.sample()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "posts: [collector]|posts: []|staff.yaml:2: s-1: posts",
                "[sign, roster, track]|[guess]|staff.yaml:2: s-1: onDuty",
                "gapMinutes: 5|gapMinutes: 0|staff.yaml:2: s-1: track",
                "method: streets|method: feeling|staff.yaml:2: s-1: coverage.method",
                "reachMetres: 30|reachMetres: 9000|staff.yaml:2: s-1: coverage",
                "weight: 1|weight: -1|staff.yaml:2: s-1: score",
                "answerMinutes: 5|answerMinutes: 0|staff.yaml:2: s-1: rollCall",
                "indicator: COVERAGE|indicator: LUCK|staff.yaml:",
                "posts: [collector]|x: 1|staff.yaml:"
            })
    void whatIsWrongIsToldWithItsLine(String sound, String wrong, String told) {
        String text = SOUND.replace(sound, wrong);
        assertThat(text).isNotEqualTo(SOUND);
        assertThatThrownBy(() -> StaffFile.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(told);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> StaffFile.read("")).hasMessageStartingWith("staff.yaml:1");
        assertThatThrownBy(() -> StaffFile.read("versions: []")).hasMessageContaining("no versions");
    }
}
