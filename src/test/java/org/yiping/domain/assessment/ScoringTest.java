package org.yiping.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.Span;

class ScoringTest {
    private static final List<Grade> GRADES =
            List.of(new Grade("A", 90), new Grade("B", 75), new Grade("C", 60), new Grade("D", 40), new Grade("E", 0));
    private static final List<Scale.Step> STEPS = List.of(new Scale.Step(0, 100), new Scale.Step(3, 60));
    private static final Span SPAN =
            new Span(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"));
    private static final List<String> COUNTERS = List.of("filed", "close_needed", "close_done", "reworked_close");
    private static final int FILED = 1;
    private static final int NEEDED = 2;
    private static final int DONE = 4;
    private static final int REWORKED = 8;

    private static FigureRule rule(String code, String formula) {
        return new FigureRule(
                new KpiCode(code), code, code, formula.contains("/") ? "percent" : "cases", null, null, formula, null);
    }

    private static Yardstick yardstick(int leastKnown) {
        Scheme scheme = new Scheme(
                "department",
                ObjectKind.DEPARTMENT,
                null,
                null,
                "部门",
                "Departments",
                "made up",
                leastKnown,
                5,
                List.of(
                        new Scheme.Indicator(new KpiCode("filed"), 10, new Scale(Scale.STEPS, STEPS)),
                        new Scheme.Indicator(new KpiCode("closing"), 50, new Scale(Scale.SHARE, null)),
                        new Scheme.Indicator(new KpiCode("rework"), 40, new Scale(Scale.COMPLEMENT, null))));
        List<FigureRule> rules = List.of(
                rule("filed", "filed"),
                rule("closing", "close_done / close_needed"),
                rule("rework", "reworked_close / close_needed"));
        return new Yardstick("v1", false, "kpi-1", scheme, rules, GRADES, 1, 5);
    }

    private static Inputs inputs(int... bits) {
        return inputs(Set.of(), bits);
    }

    private static Inputs inputs(Set<String> unknown, int... bits) {
        List<Inputs.Counted> cases = new ArrayList<>();
        for (int i = 0; i < bits.length; i++) {
            cases.add(new Inputs.Counted(new CaseId("c" + i), i, bits[i]));
        }
        return new Inputs(new AssessmentId("a"), "d1", COUNTERS, unknown, cases);
    }

    private static Score score(Inputs inputs, CaseId... without) {
        return Scoring.of(yardstick(50), SPAN, "一所", inputs, Set.of(without));
    }

    /// By hand: four filed → 60; three of four closed → 75; one of four reworked → 75: 6 + 37.5 + 30 = 73.5.
    @Test
    void aScoreIsTheWeightedSumOfItsScales() {
        Score score = score(
                inputs(FILED | NEEDED | DONE, FILED | NEEDED | DONE | REWORKED, FILED | NEEDED | DONE, FILED | NEEDED));
        assertThat(score.value()).isEqualByComparingTo("73.5");
        assertThat(score.grade()).isEqualTo("C");
        assertThat(score.knownWeight()).isEqualTo(100);
        assertThat(score.parts().stream().map(Score.Part::lost).toList())
                .extracting(BigDecimal::toPlainString)
                .containsExactly("4.00", "12.50", "10.00");
        assertThat(score.parts().get(1).figure().numerator()).isEqualTo(3);
        assertThat(score.parts().get(1).figure().denominator()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"90, A", "89.9, B", "75, B", "74.9, C", "60.0, C", "59.9, D", "40, D", "39.9, E", "0, E"})
    void lowerBoundsAreInclusive(BigDecimal score, String grade) {
        assertThat(Grade.of(GRADES, score)).isEqualTo(grade);
    }

    /// 1799 of 2000 is 89.95: shown as 90.0, and graded as shown.
    @Test
    void whatIsShownIsWhatIsGraded() {
        int[] bits = new int[2000];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = NEEDED | (i < 1799 ? DONE : 0) | (i < 201 ? REWORKED : 0);
        }
        Scheme of = yardstick(50).scheme();
        Scheme closing = new Scheme(
                of.code(),
                of.kind(),
                null,
                null,
                "",
                "",
                "",
                50,
                5,
                List.of(new Scheme.Indicator(new KpiCode("closing"), 100, new Scale(Scale.SHARE, null))));
        Yardstick alone = new Yardstick(
                "v1", false, "kpi-1", closing, List.of(rule("closing", "close_done / close_needed")), GRADES, 1, 5);
        Score score = Scoring.of(alone, SPAN, "一所", inputs(bits), Set.of());
        assertThat(score.value()).isEqualByComparingTo("90.0");
        assertThat(score.grade()).isEqualTo("A");
    }

    @Test
    void nothingCountedIsNoScoreAndNeitherZeroNorAHundred() {
        Score score = score(inputs());
        assertThat(score.value()).isNull();
        assertThat(score.grade()).isNull();
        assertThat(score.knownWeight()).as("no case filed is known; no rate is").isEqualTo(10);
        assertThat(score.parts().get(1).score()).isNull();
        assertThat(score.parts().get(1).lost()).isNull();
    }

    @Test
    void anUnknownWeightIsLeftOutWhereEnoughIsKnown() {
        Inputs inputs = inputs(Set.of("reworked_close"), FILED | NEEDED | DONE, FILED | NEEDED);
        Score score = score(inputs);
        assertThat(score.knownWeight()).isEqualTo(60);
        assertThat(score.value()).as("(10 × 100 + 50 × 50) / 60").isEqualByComparingTo("58.3");
        assertThat(Scoring.of(yardstick(61), SPAN, "一所", inputs, Set.of()).value())
                .as("less than what has to be known")
                .isNull();
    }

    @Test
    void aCaseLeftOutAfterAnAppealCountsNowhere() {
        Inputs inputs = inputs(FILED | NEEDED | DONE, FILED | NEEDED | REWORKED);
        Score score = score(inputs, new CaseId("c1"), new CaseId("elsewhere"));
        assertThat(score.value()).isEqualByComparingTo("100");
        assertThat(score.left()).isEqualTo(1);
        assertThat(score.cases()).isEqualTo(2);
    }

    @Test
    void lostPointsLeadToTheirCases() {
        Inputs inputs = inputs(FILED | NEEDED | DONE, FILED | NEEDED, FILED | NEEDED | DONE | REWORKED, FILED);
        assertThat(behind(inputs, 0)).containsExactly("c0", "c1", "c2", "c3");
        assertThat(behind(inputs, 1)).as("to be closed, and not").containsExactly("c1");
        assertThat(behind(inputs, 2)).as("reworked").containsExactly("c2");
        assertThat(Scoring.behind(yardstick(50), inputs, 2, Set.of(new CaseId("c2"))))
                .as("left out")
                .isEmpty();
    }

    private static List<String> behind(Inputs inputs, int indicator) {
        return Scoring.behind(yardstick(50), inputs, indicator, Set.of()).stream()
                .map(CaseId::value)
                .toList();
    }
}
