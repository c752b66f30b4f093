package org.yiping.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.Recheck;

class SamplingTest {
    static final Actor WHO = new Actor(new PersonId("p-sup"), new PostCode("supervisor"), new SeatId("s1"));

    /// So many points of a kind in each of these areas.
    static List<SamplePoint> frame(Map<String, Integer> sizes) {
        List<SamplePoint> points = new ArrayList<>();
        sizes.forEach((area, size) -> {
            for (int i = 0; i < size; i++) {
                points.add(new SamplePoint(
                        "road", new AreaCode(area), area + "-" + i, "路 " + i, new Position(104 + i / 1000.0, 30)));
            }
        });
        points.sort(SamplePoint.ORDER);
        return points;
    }

    private static Map<String, Integer> shares(Map<String, Integer> sizes, int points) {
        return Sampling.strata(frame(sizes), List.of(new InspectionPlan.Quota("road", points))).stream()
                .collect(Collectors.toMap(s -> s.area().value(), InspectionPlan.Stratum::drawn));
    }

    @Test
    void aKindIsSharedOutBySizeAndNoAreaIsLeftOut() {
        assertThat(shares(Map.of("a", 60, "b", 30, "c", 10), 10)).isEqualTo(Map.of("a", 6, "b", 3, "c", 1));
        assertThat(shares(Map.of("a", 97, "b", 2, "c", 1), 5)).isEqualTo(Map.of("a", 3, "b", 1, "c", 1));
        assertThat(shares(Map.of("a", 5, "b", 5, "c", 5), 10))
                .as("the lower code first")
                .isEqualTo(Map.of("a", 4, "b", 3, "c", 3));
        assertThat(shares(Map.of("a", 3, "b", 1), 100))
                .as("no more than there are")
                .isEqualTo(Map.of("a", 3, "b", 1));
        assertThat(shares(Map.of("a", 9, "b", 9, "c", 8), 2))
                .as("too few for all")
                .isEqualTo(Map.of("a", 1, "b", 1, "c", 0));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "7", "50", "333", "500"})
    void whatIsSharedOutAddsUp(int points) {
        Map<String, Integer> drawn = shares(Map.of("a", 400, "b", 3, "c", 97, "d", 1, "e", 41), points);
        assertThat(drawn.values().stream().mapToInt(i -> i).sum()).isEqualTo(points);
    }

    @Test
    void theSeedAloneDecidesAndEveryPointHasItsChance() {
        List<SamplePoint> frame = frame(Map.of("a", 40, "b", 20));
        var strata = Sampling.strata(frame, List.of(new InspectionPlan.Quota("road", 6)));
        assertThat(Sampling.draw(frame, strata, "s1")).isEqualTo(Sampling.draw(frame, strata, "s1"));
        Map<String, Integer> hits = new HashMap<>();
        for (int i = 0; i < 4000; i++) {
            Sampling.draw(frame, strata, Recheck.sha256("seed " + i))
                    .forEach(p -> hits.merge(p.ref(), 1, Integer::sum));
        }
        // each has the chance 1 in 10: 400 of 4000, and six standard deviations are 114
        assertThat(hits).hasSize(60);
        assertThat(hits.values()).allMatch(n -> Math.abs(n - 400) < 114);
    }

    private static InspectionPlan plan(List<SamplePoint> frame) {
        var quotas = List.of(new InspectionPlan.Quota("road", 5));
        var task = new InspectionPlan.Task(
                "样", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), new AreaCode("city"), quotas);
        return new InspectionPlan(
                new InspectionId("i1"),
                task,
                InspectionScoreTest.SET,
                Recheck.sha256(String.join("\n", lines(frame))),
                Sampling.strata(frame, quotas),
                WHO,
                Instant.EPOCH);
    }

    private static List<String> lines(List<SamplePoint> frame) {
        return frame.stream().map(SamplePoint::line).toList();
    }

    private static InspectionDraw drawn(InspectionPlan plan, List<SamplePoint> frame, String hash) {
        String seed = Sampling.seed(hash, plan.id());
        return new InspectionDraw(
                plan.id(),
                Sampling.ALGORITHM,
                7,
                hash,
                seed,
                Sampling.draw(frame, plan.strata(), seed),
                WHO,
                Instant.EPOCH);
    }

    @Test
    void aProofHoldsForTheDrawAndForNoOther() {
        List<SamplePoint> frame = frame(Map.of("a", 40, "b", 20));
        InspectionPlan plan = plan(frame);
        InspectionDraw draw = drawn(plan, frame, "hash");
        assertThat(InspectionProof.of(plan, draw, lines(frame), "hash", 0).holds())
                .isTrue();

        List<SamplePoint> pleasing = new ArrayList<>(draw.points());
        SamplePoint other = frame.stream()
                .filter(p -> !draw.points().contains(p))
                .findFirst()
                .orElseThrow();
        pleasing.set(2, other);
        InspectionDraw bent = new InspectionDraw(
                plan.id(), draw.algorithm(), 7, draw.commitment(), draw.seed(), pleasing, WHO, Instant.EPOCH);
        InspectionProof caught = InspectionProof.of(plan, bent, lines(frame), "hash", 0);
        assertThat(caught.holds()).isFalse();
        assertThat(caught.differs()).isEqualTo(2);

        InspectionProof otherSeed = InspectionProof.of(plan, drawn(plan, frame, "another"), lines(frame), "hash", 0);
        assertThat(otherSeed.commitment() || otherSeed.seed() || otherSeed.holds())
                .isFalse();

        List<String> fewer = new ArrayList<>(lines(frame));
        fewer.remove(3);
        assertThat(InspectionProof.of(plan, draw, fewer, "hash", 0).frame()).isFalse();
        InspectionDraw missing = new InspectionDraw(
                plan.id(),
                draw.algorithm(),
                7,
                "hash",
                draw.seed(),
                draw.points().subList(0, 4),
                WHO,
                Instant.EPOCH);
        assertThat(InspectionProof.of(plan, missing, lines(frame), "hash", 0).differs())
                .isEqualTo(4);
    }

    @Test
    void aPointIsWhatItsLineSays() {
        SamplePoint point = new SamplePoint("bin", new AreaCode("a"), "c1", "两个\t字\n名", new Position(104.1, 30.25));
        assertThat(SamplePoint.of(point.line())).isEqualTo(point);
        assertThat(point.name()).isEqualTo("两个 字 名");
    }
}
