package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.PointLayer;
import org.yiping.console.map.TestStyle;
import org.yiping.console.store.Bulk;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Tables;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

class GroundKeeperTest {
    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
    private static final Position MIDDLE = new Position(104.06, 30.66);

    private final Tables tables = new Tables(InstantSource.system());
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final MapEngine engine = new MapEngine(CityProjection.around(MIDDLE), TestStyle.night(), Runnable::run, 1);
    private final GroundKeeper keeper = new GroundKeeper(tables.stores(), work::add);

    GroundKeeperTest() {
        tables.layers.subscribe(_ -> keeper.look());
        tables.components.subscribe(keeper::look);
        keeper.open(engine);
    }

    @Test
    void aWorkerHandsOverOneGroundOfAllThatWasToldUntilItBegan() {
        assertThat(work).isEmpty();
        components(3, "lamp");
        layer("water", 1);
        layer("roads", 1);
        assertThat(work).as("told three times").hasSize(1);
        assertThat(keeper.isBuilt()).isFalse();
        work.remove().run();
        assertThat(work).isEmpty();
        assertThat(keeper.isBuilt()).isTrue();
        assertThat(keeper.kept()).isEqualTo(1);
        assertThat(engine.ground().areas()).hasSize(1);
        assertThat(engine.ground().roads().size()).isEqualTo(1);
        assertThat(engine.ground().components()).hasSize(1);
    }

    @Test
    void whatIsNotNewIsNotMadeAgain() {
        components(3, "lamp");
        layer("water", 1);
        layer("green", 1);
        runAll();
        Object water = area(AreaKind.WATER);
        Object green = area(AreaKind.GREEN);
        PointLayer lamps = engine.ground().components().getFirst();
        layer("green", 2);
        runAll();
        assertThat(area(AreaKind.WATER)).isSameAs(water);
        assertThat(area(AreaKind.GREEN)).isNotSameAs(green);
        assertThat(engine.ground().components().getFirst()).isSameAs(lamps);
        components(4, "lamp", "bin");
        runAll();
        assertThat(area(AreaKind.WATER)).isSameAs(water);
        assertThat(keeper.kept()).isEqualTo(2);
    }

    @Test
    void whatASeatLeavesOutComesBack() {
        components(3, "lamp");
        layer("water", 1);
        runAll();
        Object water = area(AreaKind.WATER);
        keeper.showLayer("water", false);
        keeper.showClass(MajorClass.UTILITY, false);
        runAll();
        assertThat(engine.ground().areas()).isEmpty();
        assertThat(engine.ground().components()).isEmpty();
        keeper.showLayer("water", true);
        keeper.showClass(MajorClass.UTILITY, true);
        runAll();
        assertThat(area(AreaKind.WATER)).isSameAs(water);
        assertThat(engine.ground().components()).hasSize(1);
        keeper.showLayer("water", true);
        assertThat(work).as("no news").isEmpty();
    }

    @Test
    void aLayerThatCannotBeBuiltLeavesTheOldGroundAndEndsNothing() {
        layer("water", 1);
        runAll();
        tables.layers.put("water", new Bulk<>("water", 2, List.of(surface(List.of(MIDDLE)))));
        runAll();
        assertThat(area(AreaKind.WATER)).isNotNull();
        layer("water", 3);
        runAll();
        assertThat(keeper.isBuilt()).isTrue();
        assertThat(engine.ground().areas()).hasSize(1);
    }

    private Object area(AreaKind kind) {
        return engine.ground().areas().stream()
                .filter(a -> a.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void layer(String name, long revision) {
        Position east = new Position(104.07, 30.66);
        Position north = new Position(104.07, 30.67);
        Feature row = name.equals("roads")
                ? new Feature("r", "major", "", new Shape.Line(List.of(MIDDLE, east)), Map.of())
                : surface(List.of(MIDDLE, east, north));
        tables.layers.apply(Map.of(name, new Bulk<>(name, revision, List.of(row))), Set.of());
    }

    private static Feature surface(List<Position> ring) {
        return new Feature("a", "", "", new Shape.Surface(List.of(List.of(ring))), Map.of());
    }

    private void components(long revision, String... ids) {
        ComponentTableBuilder rows =
                new ComponentTableBuilder(engine.projection().plane());
        for (String id : ids) {
            rows.add(new Component(new ComponentId(id), new ClassCode("0101"), id, MIDDLE, null, null));
        }
        tables.components.set(rows.build(revision, PointLayer::order), new Freshness(false, NOW));
    }
}
