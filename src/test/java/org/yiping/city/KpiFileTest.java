package org.yiping.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.KpiCode;

class KpiFileTest {
    private static final String SOUND = """
            # a city's own
            versions:
              - version: ours-1
                from: 2026-01-01
                publicSources: [hotline]
                successors: []
                figures:
                  - {code: filed, name: 立案数, nameEnglish: Filed, unit: cases, formula: filed}
                  - code: rate
                    name: 率
                    nameEnglish: Rate
                    unit: percent
                    target: 95
                    formula: close_done / close_needed
                    beside: [filed]
            """;

    @Test
    void the_shipped_figures_are_sound_and_cover_the_rates() {
        List<FigureRules> shipped = KpiFile.shipped();
        assertThat(shipped).hasSize(1);
        assertThat(shipped.getFirst().figures()).hasSizeGreaterThan(40);
        assertThat(shipped.getFirst()
                        .find(new KpiCode("closing-rate"))
                        .orElseThrow()
                        .companions())
                .hasSize(6);
    }

    @Test
    void a_citys_own_are_read() {
        FigureRules rules = KpiFile.read("kpi.yaml", SOUND).getFirst();
        assertThat(rules.version()).isEqualTo("ours-1");
        assertThat(rules.figures().get(1).target()).isEqualTo(95.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "close_done / close_needed | close_done / | kpi.yaml:9: rate: ends too early, at character 13",
                "close_done / close_needed | System.exit(0) | kpi.yaml:9: rate: expected a number",
                "beside: [filed] | beside: [other] | kpi.yaml:9: rate: stands beside other",
                "code: filed | code: rate | kpi.yaml:8: rate: there twice",
                "unit: percent | unit: [ | kpi.yaml:1",
                "publicSources: [hotline] | publicSources: {} | kpi.yaml:",
                "target: 95 | target: high | kpi.yaml:9",
                "from: 2026-01-01 | from: soon | kpi.yaml:",
                "versions: | virsions: | kpi.yaml:1: no versions"
            })
    void what_is_wrong_is_told_with_file_line_and_reason(String before, String after, String words) {
        assertThat(SOUND).contains(before);
        assertThatThrownBy(() -> KpiFile.read("kpi.yaml", SOUND.replace(before, after)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(words);
    }

    @Test
    @Timeout(60)
    void a_spoilt_file_is_read_or_refused() {
        Random random = new Random(8);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder(SOUND);
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) (32 + random.nextInt(95)));
                    default -> text.setLength(at + 1);
                }
            }
            try {
                assertThat(KpiFile.read("kpi.yaml", text.toString())).isNotEmpty();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith("kpi.yaml:");
            }
        }
    }
}
