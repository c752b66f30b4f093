package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

class NamesTest {
    /// The accent ring of the selected mark, with its line and its halo.
    private static final double RING = 21;

    private final CityProjection projection = CityProjection.around(new Position(104, 30));
    private final MapEngine engine = new MapEngine(projection, TestStyle.night(), Runnable::run, 1);

    @Test
    void theSelectedCaseHasItsWordsOnceAndClearOfItsRing() {
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        cases.put(
                "late",
                projection.toPosition(new CityPoint(0, 0)),
                new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.SOLID),
                "积水 超 02:11");
        cases.publish();
        List<OverlayCompositor.Shown> shown = engine.shown(Set.of());
        Emphasis selecting = Emphasis.NONE.selecting(new Hit.Feature("cases", "late"));
        MapCamera camera = new MapCamera(0, 0, 1, 600, 400).settled();
        Scene scene = Scene.of(new CityGround(List.of(), LineLayer.empty(), List.of()), TestStyle.night());
        List<Label> labels = new Names()
                .place(camera, scene, shown, Prominence.of(camera.level(), shown, selecting), selecting)
                .labels();
        assertThat(labels).hasSize(1);
        Label.Letter first = labels.getFirst().letters()[0];
        assertThat(first.dx()).isGreaterThan(RING);
    }

    @Test
    void wordsGoWithTheLayerThatIsHidden() {
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        cases.put(
                "late",
                projection.toPosition(new CityPoint(0, 0)),
                new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.SOLID),
                "积水 超 02:11");
        cases.publish();
        MapCamera camera = new MapCamera(0, 0, 1, 600, 400).settled();
        Scene scene = Scene.of(new CityGround(List.of(), LineLayer.empty(), List.of()), TestStyle.night());
        Names names = new Names();
        for (Set<String> hidden : List.of(Set.<String>of(), Set.of("cases"), Set.<String>of())) {
            List<OverlayCompositor.Shown> shown = engine.shown(hidden);
            Prominence prominent = Prominence.of(camera.level(), shown, Emphasis.NONE);
            assertThat(names.place(camera, scene, shown, prominent, Emphasis.NONE)
                            .labels())
                    .hasSize(hidden.isEmpty() ? 1 : 0);
        }
    }
}
