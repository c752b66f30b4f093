package org.yiping.server.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.advice.AdviceRules;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.HotPlaces;
import org.yiping.domain.kpi.HotPlaces.HotPlace;
import org.yiping.domain.kpi.Span;
import org.yiping.protocol.Json;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;
import org.yiping.server.data.TrackTable;
import org.yiping.server.data.Vicinity;
import org.yiping.server.kpi.FigureDesk.Frame;

class HotPlaceFinderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Span MONTH = new Span(NOW.minus(Duration.ofDays(20)), NOW.plus(Duration.ofDays(10)));
    private static final Position MARKET = new Position(121.5, 31.2);
    private static final Position STATION = new Position(121.53, 31.22);

    @TempDir
    Path folder;

    private final List<Change> changes = new ArrayList<>();
    private Database database;
    private HotPlaceFinder finder;

    @BeforeEach
    void open() {
        database = Database.open(folder, null);
        finder = finder();
        for (int i = 0; i < 5; i++) {
            report("m" + i, "E-0110", MARKET, 1 + i, "990101");
        }
        for (int i = 0; i < 2; i++) {
            report("s" + i, "E-0201", STATION, 1 + i, "990102");
            report("t" + i, "E-0202", STATION, 3 + i, "990102");
        }
        report("far", "E-0110", new Position(121.6, 31.3), 1, "990101");
        report("long-ago", "E-0110", MARKET, 40, "990101");
        new Ledger(database).write(batch -> changes.forEach(c -> batch.put(Origin.PLATFORM, NOW, c)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private HotPlaceFinder finder() {
        return new HotPlaceFinder(
                new Vicinity(database),
                new TrackTable(database),
                new AdviceRules.Recurrence(50, 30, 3, 100),
                Runnable::run);
    }

    private void report(String id, String kind, Position at, int daysAgo, @Nullable String area) {
        Case c = new Case(
                new CaseId(id),
                new Case.CaseHead(new CaseNumber(id), "w", List.of()),
                new Subject(new KindCode("event"), new ClassCode(kind), null, Severity.ORDINARY, null, ""),
                new Place(at, "", area == null ? null : new AreaCode(area)),
                new Report(new SourceCode("collector"), NOW.minus(Duration.ofDays(daysAgo)), null, null, null, true),
                new Progress(
                        new StateCode("handling"),
                        new DepartmentId("d1"),
                        null,
                        List.of(),
                        Milestones.NONE,
                        List.of()));
        changes.add(new Change(
                "case",
                id,
                Json.mapper().writeValueAsString(c),
                Scope.of(c),
                new CaseFacts(c, Workflow.Ending.OPEN),
                null));
    }

    private HotPlaces find(@Nullable String area) {
        FigureScope scope =
                new FigureScope(area == null ? null : new AreaCode(area), null, null, null, null, null, null, null);
        return finder.find(new Frame("month", null, scope, Reach.CITY), MONTH, NOW);
    }

    @Test
    void recurring_places_have_a_class_and_clusters_none() {
        HotPlaces places = find(null);
        assertThat(places.items()).hasSize(2);
        HotPlace market = places.items().getFirst();
        assertThat(market.classCode()).isEqualTo(new ClassCode("E-0110"));
        assertThat(market.count()).as("the one of forty days ago is out").isEqualTo(5);
        assertThat(market.cases().getFirst()).as("the newest first").isEqualTo(new CaseId("m0"));
        HotPlace station = places.items().getLast();
        assertThat(station.classCode()).as("several classes").isNull();
        assertThat(station.count()).isEqualTo(4);
        assertThat(find("990102").items()).extracting(HotPlace::count).containsExactly(4);
    }

    @Test
    void what_lies_in_no_area_is_of_the_city_and_of_no_area() {
        changes.clear();
        for (int i = 0; i < 3; i++) {
            report("n" + i, "E-0300", new Position(121.7, 31.4), 1 + i, null);
        }
        new Ledger(database).write(batch -> changes.forEach(c -> batch.put(Origin.PLATFORM, NOW, c)));
        assertThat(find(null).items()).extracting(HotPlace::count).containsExactly(5, 4, 3);
        assertThat(find("990102").items()).extracting(HotPlace::count).containsExactly(4);
    }

    @Test
    void without_tracks_the_effort_is_unknown_and_never_nought() {
        HotPlaces places = find(null);
        assertThat(places.patrolled()).isFalse();
        assertThat(places.items()).allSatisfy(p -> {
            assertThat(p.patrolHours()).isNull();
            assertThat(p.perHour()).isNull();
        });
    }

    @Test
    void cases_are_divided_by_the_hours_patrols_were_near() {
        List<FieldUnit> fixes = new ArrayList<>();
        for (int minute = 0; minute <= 120; minute++) {
            fixes.add(new FieldUnit(
                    "u1",
                    "collector",
                    "u1",
                    MARKET,
                    null,
                    NOW.minus(Duration.ofHours(30)).plusSeconds(60L * minute)));
        }
        new TrackTable(database).add(fixes);
        HotPlaces places = finder().find(new Frame("month", null, FigureScope.CITY, Reach.CITY), MONTH, NOW);
        assertThat(places.patrolled()).isTrue();
        HotPlace market = places.items().getFirst();
        assertThat(market.patrolHours()).isCloseTo(2.0, offset(1e-9));
        assertThat(market.perHour()).isCloseTo(2.5, offset(1e-9));
        HotPlace station = places.items().getLast();
        assertThat(station.patrolHours()).as("looked at by nobody").isZero();
        assertThat(station.perHour()).as("which divides nothing").isNull();
    }

    @Test
    void a_year_is_looked_at_in_its_last_month_and_within_the_own_reach() {
        Span year = new Span(NOW.minus(Duration.ofDays(320)), NOW.plus(Duration.ofDays(45)));
        HotPlaces places =
                finder.find(new Frame("year", null, FigureScope.CITY, new Reach(List.of("990102"), null)), year, NOW);
        assertThat(places.span().from()).isEqualTo(NOW.minus(HotPlaceFinder.LONGEST));
        assertThat(places.items()).extracting(HotPlace::count).containsExactly(4);
        assertThat(finder.find(
                                new Frame(
                                        "year",
                                        null,
                                        FigureScope.of(new DepartmentId("d2")),
                                        new Reach(List.of(), "d1")),
                                year,
                                NOW)
                        .items())
                .as("another department's")
                .isEmpty();
    }
}
