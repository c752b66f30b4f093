package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.SensorState;

class ProminenceTest {
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104, 30));
    private static final int LEVEL = 8; // 2 m/px

    private final MapEngine engine = new MapEngine(PROJECTION, TestStyle.night(), Runnable::run, 1);
    private final LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
    private final LiveLayer cameras = engine.layer(LayerSpec.posts("cameras"));
    private final LiveLayer people = engine.layer(LayerSpec.moving("people"));

    @Test
    void aCameraAloneIsWholeAndOfTwoThatTouchOneIs() {
        camera("alone", 0, 0);
        camera("left", 1000, 0);
        camera("right", 1040, 0);
        assertThat(whole("cameras")).contains("alone").hasSize(2);
    }

    @Test
    void aCaseMakesWhatStandsByItSmall() {
        camera("camera", 0, 0);
        cases.put("case", at(30, 0), new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.HOLLOW), "");
        cases.publish();
        assertThat(whole("cameras")).isEmpty();
    }

    @Test
    void nearTheSelectionEveryoneIsWholeWhoDoesNotTouchAnother() {
        camera("selected", 0, 0);
        camera("near", 80, 0);
        camera("touching", 90, 0);
        assertThat(whole("cameras")).hasSize(1);
        Emphasis selecting = Emphasis.NONE.selecting(new Hit.Feature("cameras", "selected"));
        assertThat(whole("cameras", selecting)).containsExactlyInAnyOrder("selected", "near");
    }

    @Test
    void whoIsWholeHangsOnTheLevelAndNotOnTheOrderOfArrival() {
        List<double[]> places = new ArrayList<>();
        Random random = new Random(4);
        for (int i = 0; i < 400; i++) {
            places.add(new double[] {random.nextInt(4000), random.nextInt(4000)});
        }
        for (int i = 0; i < 400; i++) {
            cameras.put("c" + i, at(places.get(i)[0], places.get(i)[1]), post(), "");
        }
        cameras.publish();
        Set<String> first = whole("cameras");
        for (int i = 0; i < 400; i++) {
            cameras.remove("c" + i);
        }
        for (int i = 399; i >= 0; i--) {
            cameras.put("c" + i, at(places.get(i)[0], places.get(i)[1]), post(), "");
        }
        cameras.publish();
        assertThat(whole("cameras")).isEqualTo(first);
        assertThat(first).hasSizeBetween(60, 300);
        assertThat(Prominence.of(LEVEL - 4, engine.shown(Set.of()), Emphasis.NONE))
                .isNotNull();
    }

    @Test
    void aPersonWhoWalksChangesOnlyTheNeighbours() {
        for (int i = 0; i < 60; i++) {
            people.put("p" + i, at(i * 300, 0), new Symbol.Person(false), "");
        }
        people.publish();
        Set<String> before = whole("people");
        assertThat(before).hasSize(60);
        people.put("p0", at(290, 10), new Symbol.Person(false), "");
        people.publish();
        Set<String> after = whole("people");
        before.removeAll(Set.of("p0", "p1"));
        assertThat(after).containsAll(before).hasSize(59);
    }

    @Test
    void anAlarmingSensorIsNeverSmall() {
        camera("a", 0, 0);
        cameras.put("b", at(10, 0), new Symbol.SensorPost('水', SensorState.ALARM), "");
        cameras.put("c", at(20, 0), new Symbol.SensorPost('水', SensorState.ALARM), "");
        cameras.publish();
        assertThat(whole("cameras")).contains("b", "c");
    }

    private void camera(String id, double x, double y) {
        cameras.put(id, at(x, y), post(), "");
        cameras.publish();
    }

    private Set<String> whole(String layer) {
        return whole(layer, Emphasis.NONE);
    }

    private Set<String> whole(String layer, Emphasis emphasis) {
        List<OverlayCompositor.Shown> shown = engine.shown(Set.of());
        Prominence prominence = Prominence.of(LEVEL, shown, emphasis);
        Set<String> ids = new TreeSet<>();
        for (OverlayCompositor.Shown each : shown) {
            Points points = each.version().points();
            for (int row = 0; points.name().equals(layer) && row < points.size(); row++) {
                if (prominence.isWhole(layer, row)) {
                    ids.add(points.id(row));
                }
            }
        }
        return ids;
    }

    private static Symbol post() {
        return new Symbol.CameraPost(true, 0, 60);
    }

    private static Position at(double x, double y) {
        return PROJECTION.toPosition(new CityPoint(x, y));
    }
}
