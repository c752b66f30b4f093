package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

/// Everything under the pointer, from the topmost down.
class PickAllTest {
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104, 30));
    private static final MapCamera CAMERA = new MapCamera(0, 0, 0.5, 600, 400);

    private final MapEngine engine = new MapEngine(PROJECTION, TestStyle.night(), _ -> {}, 1);

    @Test
    void layersFromTheTopAndOfEachTheNearestFirst() {
        put(LayerSpec.posts("low"), "far", 3, "near", 1);
        put(LayerSpec.moving("high"), "top", 4);
        assertThat(engine.pickAll(CAMERA, 300, 200, 12, Set.of()))
                .containsExactly(
                        new Hit.Feature("high", "top"), new Hit.Feature("low", "near"), new Hit.Feature("low", "far"));
        assertThat(engine.pickAll(CAMERA, 300, 200, 12, Set.of("high")).getFirst())
                .isEqualTo(new Hit.Feature("low", "near"));
        assertThat(engine.pickAll(CAMERA, 300, 200, 5, Set.of())).containsExactly(new Hit.Feature("low", "near"));
        assertThat(engine.pickAll(CAMERA, 300, 200, 12, Set.of()).getFirst())
                .isEqualTo(engine.pick(CAMERA, 300, 200, 12, Set.of()).orElseThrow());
    }

    /// Boston's default point: of a heap the nearest twenty are gone through.
    @Test
    void ofAHeapTheNearestAreKept() {
        PointLayer.Builder heap = PointLayer.in(PROJECTION, "components");
        List<Hit> nearest = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            heap.add("p" + i, new CityPoint(i * 0.005, 0), SymbolCode.of(new Symbol.ComponentDot(MajorClass.ROAD)));
            if (i < 20) {
                nearest.add(new Hit.Feature("components", "p" + i));
            }
        }
        engine.ground(new CityGround(List.of(), LineLayer.empty(), List.of(heap.build())));
        assertThat(engine.pickAll(CAMERA, 300, 200, 12, Set.of())).containsExactlyElementsOf(nearest);
    }

    private void put(LayerSpec spec, Object... idsAndMetres) {
        LiveLayer layer = engine.layer(spec);
        for (int i = 0; i < idsAndMetres.length; i += 2) {
            layer.put(
                    (String) idsAndMetres[i],
                    PROJECTION.toPosition(new CityPoint(((Integer) idsAndMetres[i + 1]), 0)),
                    new Symbol.ComponentDot(MajorClass.ROAD),
                    "");
        }
        layer.publish();
    }
}
