package org.yiping.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.inspection.InspectionCard.Mark;
import org.yiping.domain.kpi.Wilson;

class InspectionScoreTest {
    static final InspectionSet SET = new InspectionSet(
            "v1",
            LocalDate.EPOCH,
            true,
            "",
            3,
            new InspectionSet.Filing(new ActionCode("inspect"), new SourceCode("inspection")),
            List.of(
                    new InspectionSet.Dimension("clean", "干净", "Clean", 30, false),
                    new InspectionSet.Dimension("safe", "安全", "Safe", 50, false),
                    new InspectionSet.Dimension("satisfied", "群众满意", "Satisfied", 20, true)),
            List.of(
                    new InspectionSet.PointKind("road", "路", "Road", "roads", List.of()),
                    new InspectionSet.PointKind("bin", "桶", "Bin", "component", List.of("C-0305"))),
            List.of(
                    item("litter", "clean", List.of("road", "bin"), 5, 3),
                    item("stain", "clean", List.of("road"), 10, 1),
                    item("even", "safe", List.of("road"), 5, 1)),
            List.of(question("q1", 3), question("q2", 1)));

    private static InspectionSet.Item item(String code, String dimension, List<String> kinds, int most, double weight) {
        return new InspectionSet.Item(code, code, code, dimension, kinds, most, weight, null);
    }

    private static InspectionSet.Question question(String code, double weight) {
        return new InspectionSet.Question(
                code,
                code,
                code,
                "satisfied",
                weight,
                List.of(
                        new InspectionSet.Choice("yes", "满意", "Yes", 1.0),
                        new InspectionSet.Choice("no", "不满意", "No", 0.0),
                        new InspectionSet.Choice("unknown", "不清楚", "Unknown", null)));
    }

    private static final List<InspectionPlan.Stratum> STRATA = List.of(
            new InspectionPlan.Stratum("road", new AreaCode("a"), 90, 2),
            new InspectionPlan.Stratum("road", new AreaCode("b"), 10, 2),
            new InspectionPlan.Stratum("bin", new AreaCode("a"), 100, 1));
    private static final List<InspectionPlan.Stratum> WITH_UNDRAWN = Stream.concat(
                    STRATA.stream(), Stream.of(new InspectionPlan.Stratum("road", new AreaCode("c"), 300, 0)))
            .toList();

    private static final List<SamplePoint> POINTS =
            List.of(point("bin", "a"), point("road", "a"), point("road", "a"), point("road", "b"), point("road", "b"));

    private static SamplePoint point(String kind, String area) {
        return new SamplePoint(kind, new AreaCode(area), "r", "点", new Position(104, 30));
    }

    private static InspectionPlan plan() {
        return plan(STRATA);
    }

    private static InspectionPlan plan(List<InspectionPlan.Stratum> strata) {
        var task = new InspectionPlan.Task("考察", LocalDate.EPOCH, LocalDate.EPOCH, new AreaCode("city"), List.of());
        return new InspectionPlan(new InspectionId("i1"), task, SET, "", strata, SamplingTest.WHO, Instant.EPOCH);
    }

    private static InspectionCard card(int place, boolean done, Map<String, Integer> marks) {
        List<Mark> all = new ArrayList<>();
        marks.forEach((item, points) -> all.add(new Mark(item, points < 0 ? null : points)));
        var sheet = new InspectionCard.Sheet(done, all, "", List.of(), List.of(), false);
        return new InspectionCard(new InspectionId("i1"), place, 1, sheet, SamplingTest.WHO, Instant.EPOCH);
    }

    private static InspectionReply reply(@Nullable String... choices) {
        List<InspectionReply.Given> given = new ArrayList<>();
        for (int i = 0; i < choices.length; i++) {
            String choice = choices[i];
            if (choice != null) {
                given.add(new InspectionReply.Given("q" + (i + 1), choice));
            }
        }
        return new InspectionReply(
                new InspectionId("i1"),
                "i1/1",
                new InspectionReply.Form(given, false),
                SamplingTest.WHO,
                Instant.EPOCH);
    }

    private static InspectionScore score(List<InspectionCard> cards, List<InspectionReply> replies) {
        return InspectionScore.of(plan(), POINTS, cards, replies);
    }

    @Test
    void whatNobodyMarkedIsUnknownAndNeverZero() {
        InspectionScore none = score(List.of(), List.of());
        assertThat(none.total()).isNull();
        assertThat(none.known()).isZero();
        assertThat(none.parts()).allMatch(p -> p.score() == null && p.lower() == null && p.unknown() == 1 && p.small());
        InspectionScore half = score(List.of(card(1, false, Map.of("litter", 5, "stain", 10, "even", 5))), List.of());
        assertThat(half.done()).isZero();
        assertThat(half.parts().getFirst().score()).as("not done says nothing").isNull();
    }

    @Test
    void aStratumCountsByItsSizeAndWhatIsMissingByItsShare() {
        InspectionScore score = score(
                List.of(
                        card(1, true, Map.of("litter", 5, "stain", 10, "even", 5)), // a: 1
                        card(2, true, Map.of("litter", 5, "stain", 6, "even", 0)), // a: (3 + 0.6) / 4
                        card(3, true, Map.of("litter", 0, "stain", -1, "even", 5))), // b: 0, stain does not apply
                List.of());
        InspectionScore.Part clean = score.parts().getFirst();
        // the bins' stratum has no mark: 100 of 200 unknown, and half of b's 10
        assertThat(clean.unknown()).isCloseTo(105.0 / 200, within(1e-12));
        assertThat(clean.score()).isCloseTo(100 * (90 * 0.95 + 10 * 0.0) / 100, within(1e-9));
        double effective = 100.0 * 100 / (2 * 45 * 45 + 10 * 10);
        Wilson interval = Wilson.around(0.855, effective);
        assertThat(clean.lower()).isCloseTo(100 * interval.lower(), within(1e-9));
        assertThat(clean.upper()).isCloseTo(100 * interval.upper(), within(1e-9));
        assertThat(clean.of()).isEqualTo(3);
        assertThat(clean.small()).isFalse();
        InspectionScore.Part safe = score.parts().get(1);
        assertThat(safe.unknown()).as("bins have nothing to do with it").isCloseTo(5.0 / 100, within(1e-12));
        assertThat(safe.score()).isCloseTo(100 * (90 * 0.5 + 10) / 100, within(1e-9));
    }

    /// Two points for a city of many districts are drawn in two of them.
    @Test
    void aStratumFromWhichNothingWasDrawnIsUnknown() {
        List<InspectionCard> cards = List.of(card(1, true, Map.of("litter", 5, "stain", 10, "even", 5)));
        InspectionScore score = InspectionScore.of(plan(WITH_UNDRAWN), POINTS, cards, List.of());
        InspectionScore.Part safe = score.parts().get(1);
        assertThat(safe.unknown()).isCloseTo((45 + 10 + 300) / 400.0, within(1e-12));
        assertThat(safe.score()).isCloseTo(100, within(1e-9));
    }

    @Test
    void answersCountByTheirWeightsAndWhoCannotSayIsNotCounted() {
        InspectionScore score =
                score(List.of(), List.of(reply("yes", "no"), reply("no", null), reply("unknown", "unknown")));
        InspectionScore.Part satisfied = score.parts().getLast();
        assertThat(satisfied.score()).isCloseTo(100 * (0.75 + 0) / 2, within(1e-9));
        assertThat(satisfied.of()).isEqualTo(2);
        assertThat(satisfied.small()).isTrue();
        assertThat(satisfied.unknown()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(score.total()).isCloseTo(37.5, within(1e-9));
        assertThat(score.known()).as("of the weights").isCloseTo(0.2, within(1e-12));
    }

    @Test
    void theTotalIsTheMeanByWeightsOfWhatIsKnown() {
        InspectionScore score = score(
                List.of(card(1, true, Map.of("litter", 5, "stain", 10, "even", 0))), List.of(reply("yes", "yes")));
        assertThat(score.total()).isCloseTo((30 * 100 + 50 * 0 + 20 * 100) / 100.0, within(1e-9));
        assertThat(score.known()).isEqualTo(1);
    }

    @Test
    void aSetWithAFaultSaysWhichAndWhy() {
        assertThat(SET.fault()).isEmpty();
        assertThat(with(item("x", "satisfied", List.of(), 5, 1)).fault().orElse(""))
                .startsWith("x: no such dimension");
        assertThat(with(item("x", "clean", List.of("tram"), 5, 1)).fault().orElse(""))
                .startsWith("x: no such kind");
        assertThat(with(item("x", "clean", List.of(), 0, 1)).fault().orElse("")).startsWith("x: most");
        assertThat(with(item("litter", "clean", List.of(), 5, 1)).fault()).contains("litter: twice");
    }

    private static InspectionSet with(InspectionSet.Item item) {
        List<InspectionSet.Item> items = new ArrayList<>(SET.items());
        items.add(item);
        return new InspectionSet(
                "v2", SET.from(), true, "", 3, SET.filing(), SET.dimensions(), SET.kinds(), items, SET.questions());
    }
}
