package org.yiping.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.domain.kpi.FigureRules;

class AssessmentFileTest {
    private static final String SOUND = """
            {"versions": [
              {"version": "ours-1", "from": "2026-01-01", "sample": false, "decimals": 1, "appealDays": 5,
               "grades": [{"letter": "A", "from": 60}, {"letter": "E", "from": 0}],
               "schemes": [
                {"code": "one", "kind": "DEPARTMENT", "name": "甲", "nameEnglish": "A", "source": "ours",
                 "leastKnown": 50, "few": 5,
                 "indicators": [
                   {"figure": "filed", "weight": 40, "scale": {"kind": "steps", "steps": [{"from": 0, "score": 100}]}},
                   {"figure": "closing-rate", "weight": 60, "scale": {"kind": "share"}}]}]}]}
            """;

    @Test
    void the_shipped_schemes_are_samples_of_figures_there_are() {
        AssessmentRules shipped = AssessmentFile.shipped().getFirst();
        assertThat(shipped.sample()).isTrue();
        FigureRules figures = KpiFile.shipped().getFirst();
        shipped.schemes().forEach(s -> {
            assertThat(s.source()).as(s.code()).isNotBlank();
            s.indicators()
                    .forEach(i -> assertThat(figures.find(i.figure()))
                            .as(i.figure().value())
                            .isPresent());
        });
    }

    @Test
    void a_citys_own_are_read() {
        assertThat(AssessmentFile.read(SOUND).getFirst().find("one")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"weight\": 60 | \"weight\": 50 | assessment.json:5: one: the weights do not make 100",
                "\"kind\": \"share\" | \"kind\": \"root\" | assessment.json:5: one: closing-rate: a scale is",
                "\"from\": 0, \"score\" | \"from\": 5, \"score\" | assessment.json:5: one: filed: steps begin at 0",
                "\"score\": 100 | \"score\": 101 | assessment.json:5: one: filed: a step scores 0 to 100",
                "\"closing-rate\" | \"filed\" | assessment.json:5: one: filed twice",
                "\"kind\": \"DEPARTMENT\" | \"kind\": \"AREA\" | assessment.json:5: one: a level for areas",
                "\"from\": 60 | \"from\": 0 | assessment.json:2: ours-1: grades begin with the best",
                "\"leastKnown\": 50, | \"leastKnown\": 0, | assessment.json:5: one: leastKnown",
                "\"DEPARTMENT\" | \"MOON\" | assessment.json:5:",
                "{\"letter\": \"A\" | {,\"letter\": \"A\" | assessment.json:3:",
                "\"code\": \"one\", | '' | assessment.json:"
            })
    void a_fault_is_told_with_its_line(String sound, String wrong, String told) {
        assertThatThrownBy(() -> AssessmentFile.read(SOUND.replace(sound, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(told);
    }
}
