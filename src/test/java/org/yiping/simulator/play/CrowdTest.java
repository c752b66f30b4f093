package org.yiping.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.simulator.city.CityGenerator;
import org.yiping.simulator.past.PaperTown;

class CrowdTest {
    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    @TempDir
    private static Path temp;

    private static PaperTown town;

    @BeforeAll
    static void generate() throws IOException {
        new CityGenerator(5).write(temp.resolve("city"));
        town = PaperTown.read(temp.resolve("city"));
    }

    @Test
    void everybodyInTheFieldIsSomewhereInTheCityAndMoves() {
        Crowd crowd = crowd();
        List<FieldUnit> first = crowd.move(START.plusSeconds(2));
        List<FieldUnit> later = first;
        for (int s = 4; s <= 60; s += 2) {
            later = crowd.move(START.plusSeconds(s));
        }
        assertThat(first).hasSize(279 + 24 + 3);
        assertThat(first).extracting(FieldUnit::kind).contains("collector", "handler", "vehicle", "drone");
        int moved = 0;
        for (int i = 0; i < first.size(); i++) {
            assertThat(later.get(i).position().longitude()).isBetween(104.03, 104.09);
            moved += first.get(i).position().distanceMetres(later.get(i).position()) > 5 ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(first.size() / 2);
    }

    @Test
    void nobodyLeaps() {
        Crowd crowd = crowd();
        List<FieldUnit> before = crowd.move(START.plusSeconds(1));
        List<FieldUnit> after = crowd.move(START.plusSeconds(3_600));
        for (int i = 0; i < before.size(); i++) {
            assertThat(before.get(i).position().distanceMetres(after.get(i).position()))
                    .isLessThan(105);
        }
    }

    @Test
    void whoIsSentSomewhereGetsThere() {
        Crowd crowd = crowd();
        var person = town.people().stream()
                .filter(p -> p.posts().getFirst().value().equals("collector"))
                .findFirst()
                .orElseThrow();
        Position place = new Position(104.060, 30.634);
        crowd.send(person.id(), place);
        double nearest = Double.MAX_VALUE;
        for (int s = 5; s < 7_200; s += 5) {
            for (FieldUnit u : crowd.move(START.plusSeconds(s))) {
                if (u.id().equals(person.id().value())) {
                    nearest = Math.min(nearest, u.position().distanceMetres(place));
                }
            }
        }
        assertThat(nearest).isLessThan(120);
    }

    @Test
    void theSameSeedWalksTheSameWay() {
        assertThat(crowd().move(START.plusSeconds(9))).isEqualTo(crowd().move(START.plusSeconds(9)));
    }

    private static Crowd crowd() {
        return new Crowd(town.people(), town.areas(), town.streets(), 3, START);
    }
}
