package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.Bulk;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.geo.Position;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;

/// What a map says of itself where it is not whole.
class MapLackTest {
    private static final Instant NOW = SmallCity.NOW;

    private final SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall");

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void layersThatAreNotHereAreCounted() {
        CityFacts facts = city.tables.city.known().orElseThrow();
        city.tables.city.set(
                new CityFacts(
                        facts.name(),
                        facts.zone(),
                        facts.extent(),
                        List.of(layer("roads"), layer("water")),
                        facts.promises(),
                        facts.rules()),
                new Freshness(true, NOW));
        try (CityMap map = map()) {
            assertThat(Toolkit.onFx(map::lack)).isEqualTo("地图缺 2 个图层，共 2 个");
            city.tables.layers.put("roads", new Bulk<>("roads", 1, List.of()));
            assertThat(Toolkit.onFx(map::lack)).isEqualTo("地图缺 1 个图层，共 2 个");
            city.tables.layers.put("water", new Bulk<>("water", 1, List.of()));
            assertThat(Toolkit.onFx(map::lack)).isEmpty();
        }
    }

    @Test
    void componentsThatTheDiskLostAreNamedAndThoseThatNeverWereAreNot() {
        try (CityMap map = map()) {
            assertThat(Toolkit.onFx(map::lack)).isEmpty();
            city.tables.lostGround(true, Set.of());
            assertThat(Toolkit.onFx(map::lack)).isEqualTo("地图缺部件");
            city.tables.components.set(
                    new ComponentTableBuilder(CityPlane.around(new Position(104, 30)))
                            .build(1, (xs, _) -> IntStream.range(0, xs.length).toArray()),
                    new Freshness(true, NOW));
            assertThat(Toolkit.onFx(map::lack)).isEmpty();
        }
    }

    private static Layer layer(String name) {
        return new Layer(name, 1, 0, "", "WGS84");
    }

    private CityMap map() {
        CityMap.Workers workers = new CityMap.Workers(Runnable::run, 1, new ManualScheduler(new ManualClock(NOW)));
        return Toolkit.onFx(() -> new CityMap(city.desk, city.hall, workers));
    }
}
