package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.SensorState;

class SensorsTest {
    private static final CityProjection CITY = CityProjection.around(new Position(104, 30));

    private final MapEngine engine = new MapEngine(CITY, TestStyle.night(), Runnable::run, 1);
    private final LiveLayer sensors = engine.layer(LayerSpec.sensors("sensors"));

    @Test
    void everyStateAndLetterComesBackFromItsCode() {
        for (SensorState state : SensorState.values()) {
            int code = SymbolCode.of(new Symbol.SensorPost('燃', state));
            assertThat(SymbolCode.family(code)).isEqualTo(SymbolCode.SENSOR);
            assertThat(SymbolCode.state(code)).isEqualTo(state);
            assertThat(SymbolCode.letter(code)).isEqualTo('燃');
        }
    }

    @Test
    void whatCallsForSomebodySaysItsValueAtOnceAndOthersInNearViews() {
        put("a", 0, 0, SensorState.NORMAL, "1 %");
        put("b", 300, 0, SensorState.WARNING, "12 %");
        put("c", -300, 0, SensorState.ALARM, "25 %");
        put("d", 0, 300, SensorState.STALE, "");
        sensors.publish();
        assertThat(said(2)).isEqualTo(Map.of("12 %", Label.Tone.WARNING, "25 %", Label.Tone.OVERDUE));
        assertThat(said(0.7))
                .isEqualTo(Map.of("1 %", Label.Tone.READING, "12 %", Label.Tone.WARNING, "25 %", Label.Tone.OVERDUE));
        assertThat(said(16)).as("beyond its scales").isEmpty();
    }

    @Test
    void aCrowdIsCountedWithThoseThatCall() {
        SplittableRandom random = new SplittableRandom(3);
        int alarms = 0;
        int warnings = 0;
        for (int i = 0; i < 2000; i++) {
            SensorState state = SensorState.values()[random.nextInt(6)];
            put("s" + i, random.nextInt(2000) - 1000, random.nextInt(2000) - 1000, state, "");
        }
        sensors.publish();
        for (int i = 0; i < 2000; i++) {
            SensorState state = SensorState.values()[random.nextInt(6)];
            alarms += state == SensorState.ALARM ? 1 : 0;
            warnings += state == SensorState.WARNING ? 1 : 0;
            Points points = sensors.current().points();
            int row = points.row("s" + i);
            sensors.put("s" + i, CITY.toPosition(points.place(row)), new Symbol.SensorPost('水', state), "");
        }
        sensors.publish();
        PixelGrid grid = PixelGrid.of(new MapCamera(0, 0, 6, 1000, 1000).settled());
        List<Cluster> groups = sensors.current()
                .points()
                .clusters()
                .of(grid, Generalisation.DESK, Emphasis.Spoken.OF_NOTHING)
                .clusters();
        assertThat(groups.stream().mapToInt(Cluster::count).sum()).isEqualTo(2000);
        assertThat(groups.stream().mapToInt(Cluster::red).sum()).isEqualTo(alarms);
        assertThat(groups.stream().mapToInt(Cluster::yellow).sum()).isEqualTo(warnings);
    }

    @Test
    void aQuietValueThatChangesMovesNoNameInFarViews() {
        put("a", 0, 0, SensorState.NORMAL, "1 %");
        sensors.publish();
        long before = sensors.current().arrangement();
        put("a", 0, 0, SensorState.NORMAL, "2 %");
        sensors.publish();
        assertThat(sensors.current().arrangement()).isEqualTo(before);
        assertThat(sensors.current().points().label(0)).isEqualTo("2 %");
        put("a", 0, 0, SensorState.ALARM, "22 %");
        sensors.publish();
        assertThat(sensors.current().arrangement()).isGreaterThan(before);
    }

    @Test
    void inNearViewsTheValueFollows() {
        put("a", 0, 0, SensorState.NORMAL, "1 %");
        sensors.publish();
        Names names = new Names();
        assertThat(said(names, 0.5)).containsOnlyKeys("1 %");
        put("a", 0, 0, SensorState.NORMAL, "2 %");
        sensors.publish();
        assertThat(said(names, 0.5)).containsOnlyKeys("2 %");
    }

    private Map<String, Label.Tone> said(double scale) {
        return said(new Names(), scale);
    }

    private Map<String, Label.Tone> said(Names names, double scale) {
        List<OverlayCompositor.Shown> shown = engine.shown(Set.of());
        MapCamera camera = new MapCamera(0, 0, scale, 1200, 900).settled();
        Scene scene = Scene.of(new CityGround(List.of(), LineLayer.empty(), List.of()), TestStyle.night());
        return names
                .place(camera, scene, shown, Prominence.of(camera.level(), shown, Emphasis.NONE), Emphasis.NONE)
                .labels()
                .stream()
                .collect(Collectors.toMap(Label::text, Label::tone));
    }

    private void put(String id, double x, double y, SensorState state, String value) {
        sensors.put(id, CITY.toPosition(new CityPoint(x, y)), new Symbol.SensorPost('燃', state), value);
    }
}
