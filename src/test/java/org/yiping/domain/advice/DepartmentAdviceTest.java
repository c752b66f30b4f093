package org.yiping.domain.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.city.CityFolder;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Bounce;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.Detours;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentFinder;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;

class DepartmentAdviceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Position HERE = new Position(104.002, 30.002);
    private static final ClassCode COVER = new ClassCode("C-0102");
    private static final Component KNOWN = new Component(
            new ComponentId("c-1"),
            COVER,
            "井盖",
            new Position(104.00205, 30.002),
            null,
            id("keeps"),
            id("owns"),
            id("rules"));

    private final List<Department> departments = new ArrayList<>();
    private final List<DutyGrid.Duty> duties = new ArrayList<>();
    private final List<Past.Ruling> component = new ArrayList<>();
    private final List<Past.Ruling> place = new ArrayList<>();
    private final Map<String, Integer> open = new HashMap<>();

    private static DepartmentId id(String value) {
        return new DepartmentId(value);
    }

    private void department(String id, String classes, String areas) {
        departments.add(new Department(
                id(id),
                id,
                classes.isEmpty() ? List.of() : List.of(new ClassCode(classes)),
                areas.isEmpty() ? List.of() : List.of(new AreaCode(areas))));
    }

    private Recommendation advise(Case c) {
        return advice().recommend(c, past(), NOW);
    }

    private DepartmentAdvice advice() {
        Collection<Department> all = departments;
        return new DepartmentAdvice(
                CityFolder.shippedAdvice(),
                new DutyGrid(duties),
                () -> all,
                new ComponentFinder() {
                    @Override
                    public Optional<Component> component(ComponentId id) {
                        return id.equals(KNOWN.id()) ? Optional.of(KNOWN) : Optional.empty();
                    }

                    @Override
                    public Optional<Component> nearest(ClassCode classCode, Position at, int metres) {
                        return classCode.equals(COVER) && at.distanceMetres(KNOWN.position()) <= metres
                                ? Optional.of(KNOWN)
                                : Optional.empty();
                    }
                },
                d -> open.getOrDefault(d.value(), 0));
    }

    private Past past() {
        return new Past() {
            @Override
            public List<Ruling> ofComponent(ComponentId id, Instant since) {
                return component;
            }

            @Override
            public List<Ruling> near(ClassCode classCode, Position at, int metres, Instant since) {
                return place;
            }
        };
    }

    private static Case of(String classCode, @Nullable String componentId, Bounce... bounces) {
        return new Case(
                new CaseId("x"),
                new Case.CaseHead(new CaseNumber("n"), "w", List.of()),
                new Subject(
                        new KindCode("component"),
                        new ClassCode(classCode),
                        null,
                        Severity.ORDINARY,
                        componentId == null ? null : new ComponentId(componentId),
                        ""),
                new Place(HERE, "", new AreaCode("99010100100101")),
                new Report(new SourceCode("collector"), NOW, null, null, null, true),
                new Progress(
                        new StateCode("to-dispatch"),
                        null,
                        null,
                        List.of(),
                        Milestones.NONE,
                        List.of(),
                        new Detours(Map.of(), null, null, List.of(bounces), null),
                        NOW,
                        null,
                        null,
                        null,
                        null));
    }

    private static List<String> names(Recommendation r) {
        return r.items().stream().map(p -> p.department().value()).toList();
    }

    private static List<String> codes(Recommendation.Proposal p) {
        return p.evidence().stream().map(Evidence::code).toList();
    }

    @Test
    void whoMaintainsTheComponentComesBeforeWhoOwnsAndWhoOverseesIt() {
        department("rules", "C-9999", "");
        department("owns", "C-9999", "");
        department("keeps", "C-9999", "");
        Recommendation named = advise(of("C-0102", "c-1"));
        assertThat(names(named)).containsExactly("keeps", "owns", "rules");
        assertThat(codes(named.items().getFirst())).containsExactly("maintains", "load");
        assertThat(named.items().getFirst().evidence().getFirst().args()).containsExactly("c-1", "5");
        assertThat(named.version()).isEqualTo("advice-1");
    }

    @Test
    void aComponentOfTheClassNearByStandsForOneThatWasNotNamed() {
        department("keeps", "C-9999", "");
        assertThat(names(advise(of("C-0102", null)))).containsExactly("keeps");
        assertThat(advise(of("C-0103", null)).items()).isEmpty();
    }

    @Test
    void anUnknownComponentIsSaidAndTheRestStillCounts() {
        department("street", "C-0102", "990101");
        Recommendation r = advise(of("C-0102", "nobody-knows"));
        assertThat(names(r)).containsExactly("street");
        assertThat(r.notes()).containsExactly(Evidence.note("unknown-component", "nobody-knows"));
    }

    @Test
    void whereNobodyAnswersNobodyIsGuessed() {
        department("elsewhere", "C-0102", "990102");
        department("otherwise", "C-0103", "");
        open.put("otherwise", 0);
        Recommendation r = advise(of("C-0199", null));
        assertThat(r.items()).isEmpty();
        assertThat(r.notes()).containsExactly(Evidence.note("no-owner"));
    }

    @Test
    void theDutyGridSpeaksForTheSmallestAreaAndTheClassFirst() {
        department("a", "C-9999", "");
        department("b", "C-9999", "");
        department("c", "C-9999", "");
        duties.add(new DutyGrid.Duty(new AreaCode("990101"), new ClassCode("C-0102"), id("a")));
        duties.add(new DutyGrid.Duty(new AreaCode("990101001"), null, id("b")));
        assertThat(names(advise(of("C-0109", null)))).containsExactly("b");
        duties.add(new DutyGrid.Duty(new AreaCode("990101001"), new ClassCode("C-0109"), id("c")));
        assertThat(names(advise(of("C-0109", null)))).containsExactly("c");
        assertThat(advise(of("C-0109", null)).items().getFirst().evidence().getFirst())
                .extracting(Evidence::code, Evidence::args)
                .containsExactly("duty-grid", List.of("990101001"));
    }

    @Test
    void pastRulingsWeighByTheirShare() {
        department("often", "C-9999", "");
        department("once", "C-9999", "");
        place.add(new Past.Ruling(id("often"), 3));
        place.add(new Past.Ruling(id("once"), 1));
        Recommendation r = advise(of("E-0110", null));
        assertThat(names(r)).containsExactly("often", "once");
        assertThat(r.items().getFirst().evidence().getFirst().weight()).isEqualTo(15);
        assertThat(r.items().getFirst().evidence().getFirst().args()).containsExactly("3", "4", "100");
    }

    @Test
    void refusalsAndLoadOrderTheEqualAndMakeNobody() {
        department("a", "C-0199", "");
        department("b", "C-0199", "");
        department("idle", "C-9999", "");
        open.put("a", 40);
        assertThat(names(advise(of("C-0199", null)))).containsExactly("b", "a");
        Bounce bounce = new Bounce(id("b"), "wrong-dispatch", NOW);
        Recommendation r = advise(of("C-0199", null, bounce));
        assertThat(names(r)).containsExactly("a", "b");
        assertThat(codes(r.items().getLast())).contains("refused");
    }

    @Test
    void theDocketProposesByRulingsAlone() {
        department("a", "C-0102", "990101");
        department("ruled", "C-9999", "");
        component.add(new Past.Ruling(id("ruled"), 2));
        Case bounced = of("C-0102", "c-1", new Bounce(id("ruled"), "wrong-dispatch", NOW));
        assertThat(names(advice().ruled(bounced, past(), NOW))).containsExactly("ruled");
        component.clear();
        Recommendation nothing = advice().ruled(bounced, past(), NOW);
        assertThat(nothing.items()).isEmpty();
        assertThat(nothing.notes()).containsExactly(Evidence.note("no-ruling"));
    }

    @Test
    void aDepartmentThatIsNoMoreIsNotProposed() {
        department("owns", "C-9999", "");
        assertThat(names(advise(of("C-0102", "c-1")))).containsExactly("owns");
    }
}
