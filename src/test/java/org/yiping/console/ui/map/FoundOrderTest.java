package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.PointLayer;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.map.Found.Kind;
import org.yiping.console.ui.map.Found.Row;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Limits;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class FoundOrderTest {
    private static final Instant NOW = DeskFixture.START;
    private static final Position HERE = new Position(104.5, 30.5);
    private static final ClassCode LAMP = new ClassCode("C-0102");
    private static final ClassCode TREE = new ClassCode("C-0401");

    private final DeskFixture fixture = Toolkit.onFx(() -> new DeskFixture("dispatcher"));

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void unitsAreStaffOrVehiclesByTheirKind() {
        unit("p-1", "collector", 0.001);
        unit("v-1", "vehicle", 0.002);
        Found found = Found.of(Map.of(CityMap.UNITS, List.of("p-1", "v-1", "gone")), fixture.desk.stores());
        assertThat(found.of(Kind.VEHICLES)).containsExactly("v-1");
        assertThat(found.of(Kind.STAFF)).containsExactly("p-1", "gone");
        assertThat(found.count()).isEqualTo(3);
    }

    @Test
    void casesStandByDeadlineAndUnitsByDistanceAndTheRestIsCounted() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            fixture.put(Samples.waiting("" + i, "to-dispatch", NOW, Duration.ofMinutes(50 - 10 * i)));
            ids.add(new CaseId("" + i).value());
        }
        List<String> put =
                fixture.tables.cases.rows().values().map(c -> c.id().value()).toList();
        unit("far", "collector", 0.01);
        unit("near", "collector", 0.001);
        Found found =
                Found.of(Map.of(CityMap.CASES, put, CityMap.UNITS, List.of("far", "near")), fixture.desk.stores());
        List<Row> rows = order(null, Set.of(), 3).of(found, Kind.CASES);
        assertThat(rows).hasSize(4).last().isEqualTo(new Row.More(Kind.CASES, 2));
        assertThat(rows.stream()
                        .limit(3)
                        .map(r -> fixture.tables
                                .cases
                                .find(new CaseId(((Row.Thing) r).id()))
                                .orElseThrow()
                                .runningClock()
                                .orElseThrow()
                                .dueAt()))
                .isSorted();
        assertThat(order(null, Set.of(), 9).of(found, Kind.STAFF))
                .containsExactly(new Row.Thing(Kind.STAFF, "near"), new Row.Thing(Kind.STAFF, "far"));
        assertThat(order(null, Set.of(), 9).all(found))
                .startsWith(new Row.Head(Kind.CASES, 5))
                .contains(new Row.Head(Kind.STAFF, 2))
                .hasSize(1 + 5 + 1 + 2);
    }

    @Test
    void sensorsAreAKindOfTheirOwnAndSayWhatTheySaid() {
        fixture.tables.sensors.put(new SensorId("far"), sensor("far", 0.02));
        fixture.tables.sensors.put(new SensorId("near"), sensor("near", 0.001));
        Found found = Found.of(Map.of(CityMap.SENSORS, List.of("far", "near", "gone")), fixture.desk.stores());
        assertThat(found.count(Kind.SENSORS)).isEqualTo(3);
        assertThat(order(null, Set.of(), 2).of(found, Kind.SENSORS))
                .containsExactly(
                        new Row.Thing(Kind.SENSORS, "near"),
                        new Row.Thing(Kind.SENSORS, "far"),
                        new Row.More(Kind.SENSORS, 1));
    }

    private static Sensor sensor(String id, double east) {
        return new Sensor(
                new SensorId(id),
                "gas",
                "燃气 " + id,
                new Position(HERE.longitude() + east, HERE.latitude()),
                null,
                "%LEL",
                new Limits(10.0, 20.0),
                true);
    }

    @Test
    void componentsStandByClassTheMostFirstAndOpenWhenAsked() {
        Random random = new Random(3);
        List<Component> all = IntStream.range(0, 100)
                .mapToObj(i -> component("x" + i, i % 4 == 0 ? LAMP : TREE, random.nextDouble() * 0.01))
                .toList();
        ComponentTableBuilder rows = new ComponentTableBuilder(CityPlane.around(HERE));
        all.forEach(rows::add);
        ComponentTable table = rows.build(1, PointLayer::order);
        Found found = Found.of(
                Map.of(CityMap.COMPONENTS, all.stream().map(c -> c.id().value()).toList()), fixture.desk.stores());
        assertThat(order(table, Set.of(), 5).of(found, Kind.COMPONENTS))
                .containsExactly(new Row.ClassHead(TREE, 75, false), new Row.ClassHead(LAMP, 25, false));
        List<Row> open = order(table, Set.of(LAMP), 5).of(found, Kind.COMPONENTS);
        assertThat(open).hasSize(2 + 5 + 1).last().isEqualTo(new Row.More(Kind.COMPONENTS, 20));
        List<Double> metres = open.stream()
                .filter(Row.Thing.class::isInstance)
                .map(r -> table.find(((Row.Thing) r).id())
                        .orElseThrow()
                        .position()
                        .distanceMetres(HERE))
                .toList();
        assertThat(metres).isSorted();
        assertThat(metres.getLast())
                .isCloseTo(
                        all.stream()
                                .filter(c -> c.classCode().equals(LAMP))
                                .map(c -> c.position().distanceMetres(HERE))
                                .sorted()
                                .toList()
                                .get(4),
                        within(0.1)); // a table keeps places to the centimetre
    }

    private FoundOrder order(@org.jspecify.annotations.Nullable ComponentTable table, Set<ClassCode> open, int most) {
        return new FoundOrder(fixture.desk.stores(), table, HERE, open, most);
    }

    private void unit(String id, String kind, double east) {
        fixture.tables.units.put(
                id, new FieldUnit(id, kind, id, new Position(HERE.longitude() + east, HERE.latitude()), 0, NOW));
    }

    private static Component component(String id, ClassCode code, double east) {
        return new Component(
                new ComponentId(id), code, id, new Position(HERE.longitude() + east, HERE.latitude()), null, null);
    }
}
