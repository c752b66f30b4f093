package org.yiping.domain.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;

class RecurringPlaceTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final AdviceRules.Recurrence RULE = new AdviceRules.Recurrence(50, 30, 3, 200);

    private int made;

    private Sighting at(String code, double metresEast) {
        return new Sighting(
                new CaseId("c" + made),
                new ClassCode(code),
                new Position(104.0 + metresEast / 96_400, 30.0),
                START.plus(Duration.ofHours(made++)));
    }

    @Test
    void threeOfAClassWithinReachAreAPlace() {
        List<RecurringPlace> places = RecurringPlace.among(
                List.of(
                        at("E-0110", 0),
                        at("E-0110", 40),
                        at("E-0110", -40),
                        at("E-0112", 0),
                        at("E-0112", 10),
                        at("E-0110", 5_000)),
                RULE);
        assertThat(places).hasSize(1);
        RecurringPlace place = places.getFirst();
        assertThat(place.classCode().value()).isEqualTo("E-0110");
        assertThat(place.count()).isEqualTo(3);
        assertThat(place.first()).isEqualTo(START);
        assertThat(place.last()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(place.cases()).extracting(CaseId::value).containsExactly("c2", "c1", "c0");
        assertThat(place.position().longitude()).isEqualTo(104.0);
    }

    @Test
    void noCaseCountsForTwoPlaces() {
        List<Sighting> street = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            street.add(at("E-0110", i * 20));
        }
        List<RecurringPlace> places = RecurringPlace.among(street, RULE);
        assertThat(places.stream().flatMap(p -> p.cases().stream())).doesNotHaveDuplicates();
        assertThat(places).hasSizeGreaterThan(5).allMatch(p -> p.count() >= 3 && p.count() <= 5);
    }

    /// The naive way: every pair is measured.
    @Test
    void theFirstPlaceIsTheDensestOfAll() {
        Random random = new Random(7);
        List<Sighting> all = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            all.add(new Sighting(
                    new CaseId("n" + i),
                    new ClassCode(random.nextBoolean() ? "E-0110" : "E-0112"),
                    new Position(104 + random.nextDouble() / 100, 30 + random.nextDouble() / 100),
                    START));
        }
        long densest = all.stream()
                .mapToLong(c -> all.stream()
                        .filter(s -> s.classCode().equals(c.classCode()))
                        .filter(s -> s.position().distanceMetres(c.position()) <= RULE.metres())
                        .count())
                .max()
                .orElseThrow();
        assertThat(RecurringPlace.among(all, RULE).getFirst().count()).isEqualTo((int) densest);
    }
}
