package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.AreaKind;
import org.yiping.console.store.Bulk;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.shift.Roster;
import org.yiping.domain.shift.RosterId;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class WhoAnswersTest {
    private static final Position HERE = new Position(104.5, 30.5);
    private static final Position ELSEWHERE = new Position(104.9, 30.9);
    private static final String CELL = "99010100200303";

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void theSmallestAreaAnswersFirstAndWhatIsNotDrawnComesFromTheTree() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            cell(fixture);
            department(fixture, "whole-city");
            department(fixture, "district", "990101");
            department(fixture, "street", "990101002", "990102");
            department(fixture, "other", "990102");
            person(fixture, "p-wide", "collector", "990101");
            person(fixture, "p-near", "collector", CELL);
            person(fixture, "p-desk", "dispatcher", CELL);
            fixture.tables.units.put("p-near", new FieldUnit("p-near", "collector", "", HERE, 0, DeskFixture.START));
            roster(fixture);
            try (CityMap map = map(fixture)) {
                WhoAnswers answers = new WhoAnswers(map);
                Responsibility who = answers.at(HERE);
                assertThat(who.area()).contains(new AreaCode(CELL));
                assertThat(who.areas().get(AreaKind.STREET).name()).isEqualTo("听雨街道");
                assertThat(who.areas().get(AreaKind.DISTRICT).name()).isEqualTo("锦澜区");
                assertThat(who.departments()).extracting(Department::name).containsExactly("street", "district");
                assertThat(who.collectors())
                        .extracting(c -> c.person().id().value())
                        .containsExactly("p-near", "p-wide");
                assertThat(who.collectors())
                        .extracting(Responsibility.Collector::heard)
                        .containsExactly(DeskFixture.START, null);
                assertThat(who.shifts()).extracting(Roster.Shift::name).containsExactly("早班");

                AnswersCard card = new AnswersCard(map);
                card.show(HERE, "", who);
                assertThat(card.said()).contains("锦澜区 · 990101", "street\ndistrict", "— 此处没有部件");
            }
            return true;
        });
    }

    @Test
    void whatIsUnknownIsSaidToBe() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            cell(fixture);
            department(fixture, "whole-city");
            try (CityMap map = map(fixture)) {
                WhoAnswers answers = new WhoAnswers(map);
                Responsibility who = answers.at(ELSEWHERE);
                assertThat(who.area()).isEmpty();
                assertThat(who.departments()).isEmpty();
                AnswersCard card = new AnswersCard(map);
                card.show(ELSEWHERE, "", who);
                assertThat(card.said())
                        .containsSubsequence("区", "—", "单元网格", "—", "属地部门", "— 没有限定到此地的部门")
                        .contains("— 未排到这个网格", "— 没有在行的排班");
                assertThat(answers.at(HERE).area()).contains(new AreaCode(CELL));
                assertThat(answers.at(ELSEWHERE).area()).isEmpty();
            }
            return true;
        });
    }

    private static CityMap map(DeskFixture fixture) {
        return new CityMap(
                fixture.desk,
                fixture.hall,
                new CityMap.Workers(Runnable::run, 1, new ManualScheduler(new ManualClock(DeskFixture.START))));
    }

    /// Only the cell is drawn; street and district are known by the tree of areas.
    private static void cell(DeskFixture fixture) {
        List<Position> ring = new ArrayList<>();
        double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
        for (double[] c : corners) {
            ring.add(new Position(HERE.longitude() + c[0] * 0.01, HERE.latitude() + c[1] * 0.01));
        }
        fixture.tables.layers.put(
                "cell",
                new Bulk<>(
                        "cell",
                        1,
                        List.of(new Feature(
                                CELL, "cell", "", new Shape.Surface(List.of(List.of(ring))), Map.of("code", CELL)))));
        area(fixture, "990101", "锦澜区", "district", null);
        area(fixture, "990101002", "听雨街道", "street", "990101");
        area(fixture, CELL, "枫荫03网格", "cell", "990101002");
    }

    private static void area(
            DeskFixture fixture,
            String code,
            String name,
            String level,
            @org.jspecify.annotations.Nullable String parent) {
        AreaCode id = new AreaCode(code);
        fixture.tables.areas.put(id, new Area(id, name, level, parent == null ? null : new AreaCode(parent), HERE));
    }

    private static void department(DeskFixture fixture, String name, String... areas) {
        DepartmentId id = new DepartmentId(name);
        fixture.tables.departments.put(
                id,
                new Department(
                        id,
                        name,
                        List.of(),
                        List.of(areas).stream().map(AreaCode::new).toList()));
    }

    private static void person(DeskFixture fixture, String name, String post, String area) {
        PersonId id = new PersonId(name);
        fixture.tables.people.put(
                id, new Person(id, name, List.of(new PostCode(post)), List.of(new AreaCode(area)), null));
    }

    private static void roster(DeskFixture fixture) {
        RosterId id = new RosterId("r");
        Roster.Shift early = new Roster.Shift(
                "早班",
                "Morning",
                LocalTime.of(7, 0),
                LocalTime.of(15, 0),
                List.of(DayOfWeek.values()),
                List.of(new Roster.Duty(new PersonId("p-desk"), new PostCode("duty-leader"))));
        fixture.tables.rosters.put(id, new Roster(id, LocalDate.of(2026, 1, 1), List.of(early)));
    }
}
