package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Rows;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.Joined;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;

/// What has to do with a case.
class RelatedTest {
    private static final Case CENTRE = about(plain("1", 0), "E-0110", "lamp-7");

    @Test
    void mergedCasesComeFirstAlsoThoseThisSeatDoesNotSee() {
        Report r = CENTRE.report();
        Case joined = new Case(
                CENTRE.id(),
                CENTRE.head(),
                CENTRE.subject(),
                CENTRE.place(),
                new Report(
                        r.source(),
                        r.reportedAt(),
                        null,
                        null,
                        null,
                        true,
                        null,
                        List.of(joined("2"), joined("hidden"))),
                CENTRE.progress());
        assertThat(Related.of(joined, rows(plain("2", 4))))
                .extracting(Related::how, Related::number, x -> x.value() != null)
                .containsExactly(
                        tuple(Related.How.MERGED_HERE, "E0110-2", true),
                        tuple(Related.How.MERGED_HERE, "N-hidden", false));
    }

    @Test
    void theSameComponentCountsAtAnyDistanceAndTheSamePlaceOnlyNear() {
        Case sameLamp = about(plain("3", 900), "E-0201", "lamp-7");
        Case here = about(plain("4", 20), "E-0201", null);
        Case farther = about(plain("5", 60), "E-0201", null);
        Case sameClass = plain("6", 5); // told as a look-alike
        assertThat(Related.of(CENTRE, rows(sameLamp, here, farther, sameClass)))
                .extracting(Related::how, Related::id)
                .containsExactly(
                        tuple(Related.How.SAME_COMPONENT, new CaseId("3")),
                        tuple(Related.How.SAME_PLACE, new CaseId("4")));
    }

    @Test
    void theNewestThreeOfAKindAreEnoughAndOldOnesAreLeftOut() {
        List<Case> many = Stream.of("3", "4", "5", "6")
                .map(id -> about(
                        at(
                                Samples.without(
                                        id,
                                        "handling",
                                        DeskFixture.START.minus(Duration.ofHours(Integer.parseInt(id)))),
                                10),
                        "E-0201",
                        null))
                .collect(Collectors.toList());
        many.add(about(
                at(Samples.without("old", "closed", DeskFixture.START.minus(Duration.ofDays(120))), 10),
                "E-0201",
                null));
        assertThat(Related.of(CENTRE, rows(many.toArray(Case[]::new))))
                .extracting(r -> r.id().value())
                .containsExactly("3", "4", "5");
    }

    private static Case plain(String id, double metresNorth) {
        return at(Samples.without(id, "handling", DeskFixture.START), metresNorth);
    }

    private static Case at(Case c, double metresNorth) {
        Position p = new Position(104.06, 30.63 + metresNorth / 111_195);
        return new Case(c.id(), c.head(), c.subject(), new Place(p, "示范路", null), c.report(), c.progress());
    }

    private static Case about(Case c, String code, @Nullable String component) {
        Subject s = c.subject();
        return new Case(
                c.id(),
                c.head(),
                new Subject(
                        s.kind(),
                        new ClassCode(code),
                        null,
                        s.severity(),
                        component == null ? null : new ComponentId(component),
                        s.description()),
                c.place(),
                c.report(),
                c.progress());
    }

    private static Joined joined(String id) {
        return new Joined(
                new CaseId(id), new CaseNumber("N-" + id), new SourceCode("app"), DeskFixture.START, null, null);
    }

    private static Rows<CaseId, Case> rows(Case... cases) {
        return Rows.of(Stream.of(cases).collect(Collectors.toMap(Case::id, c -> c)));
    }
}
