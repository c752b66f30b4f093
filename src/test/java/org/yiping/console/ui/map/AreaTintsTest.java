package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.style.LayerStack;
import org.yiping.console.store.Bulk;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Me;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Place;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class AreaTintsTest {
    private static final Position WEST = new Position(104.5, 30.5);
    private static final Position EAST = new Position(104.6, 30.5);

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void whatTheSeatChoosesIsCountedShownNamedAndRemembered() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            city(fixture);
            cases(fixture, 3, 1);
            try (CityMap map = map(fixture)) {
                MapSurface surface = map.surface();
                AreaTints tints = new AreaTints(map, surface);
                TintRow row = new TintRow(tints, map.hall().messages());
                TintLegend legend = new TintLegend(map, tints);
                assertThat(tints.levels()).containsExactly(AreaKind.STREET);
                assertThat(legend.root().isVisible()).isFalse();
                row.turn();
                ((ToggleButton) find(row.root(), "map/tint-overdue-share")).fire();
                assertThat(surface.stack().tint()).isEqualTo(new LayerStack.Tint("street/overdue-share", 0.5));
                assertThat(((CheckBox) find(row.root(), "map/layer-tint")).isSelected())
                        .isTrue();
                assertThat(said(legend.root()))
                        .containsSubsequence("街道 · 超时占比", "全部相同", "1 个", "无数据", "1 个")
                        .anyMatch(s -> s.startsWith("计于 "));
                assertThat(tints.words(at(map, WEST))).contains("听雨街道 · 超时占比 25.0 %（1 / 4）");
                assertThat(tints.words(at(map, EAST))).contains("望江街道 · 超时占比 无数据");
                assertThat(tints.words(at(map, new Position(104.9, 30.9)))).isEmpty();

                ((Slider) find(row.root(), "map/tint-opacity")).setValue(40);
                AreaTints later = new AreaTints(map, surface);
                assertThat(later.choice())
                        .isEqualTo(new TintChoice.Choice(true, AreaKind.STREET, AreaFigure.OVERDUE_SHARE, 40));
                ((CheckBox) find(row.root(), "map/layer-tint")).fire();
                assertThat(surface.stack().tint()).isEqualTo(LayerStack.Tint.NONE);
                assertThat(legend.root().isVisible()).isFalse();
                assertThat(tints.words(at(map, WEST))).isEmpty();
            }
            return true;
        });
    }

    @Test
    void areasBeyondOnesRightsAreUnknownAndAnotherCountComesAfterAWhile() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            city(fixture);
            cases(fixture, 2, 0);
            fixture.tables.me.set(
                    new Me(
                            new Actor(new PersonId("me"), new PostCode("dispatcher"), new SeatId("03")),
                            "",
                            List.of(new AreaCode("990101001"))),
                    new Freshness(true, DeskFixture.START));
            try (CityMap map = map(fixture)) {
                AreaTints tints = new AreaTints(map, map.surface());
                tints.turn();
                assertThat(tints.words(at(map, WEST))).contains("听雨街道 · 在办 2");
                assertThat(tints.words(at(map, EAST))).contains("望江街道 · 在办 无数据");
                cases(fixture, 5, 0);
                tints.tick();
                assertThat(tints.words(at(map, WEST))).contains("听雨街道 · 在办 2");
                fixture.pass(Duration.ofSeconds(16));
                tints.tick();
                assertThat(tints.words(at(map, WEST))).contains("听雨街道 · 在办 5");
            }
            return true;
        });
    }

    @Test
    void aChoiceThatCannotBeReadIsTheFirstOne() {
        TintChoice.Choice first = TintChoice.parse("");
        assertThat(first.shown()).isFalse();
        assertThat(TintChoice.parse("shown nowhere nothing x")).isEqualTo(first.shown(true));
        TintChoice.Choice other = new TintChoice.Choice(true, AreaKind.CELL, AreaFigure.ON_TIME_RATE, 30);
        assertThat(TintChoice.parse(TintChoice.text(other))).isEqualTo(other);
    }

    private static CityPoint at(CityMap map, Position place) {
        return map.engine().get().orElseThrow().projection().toCity(place);
    }

    private static CityMap map(DeskFixture fixture) {
        return new CityMap(
                fixture.desk,
                fixture.hall,
                new CityMap.Workers(Runnable::run, 1, new ManualScheduler(new ManualClock(DeskFixture.START))));
    }

    private static void city(DeskFixture fixture) {
        fixture.tables.layers.put(
                "street",
                new Bulk<>("street", 1, List.of(street("990101001", "听雨街道", WEST), street("990101002", "望江街道", EAST))));
    }

    private static Feature street(String code, String name, Position middle) {
        List<Position> ring = new ArrayList<>();
        double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
        for (double[] c : corners) {
            ring.add(new Position(middle.longitude() + c[0] * 0.01, middle.latitude() + c[1] * 0.01));
        }
        return new Feature(code, "street", name, new Shape.Surface(List.of(List.of(ring))), Map.of("code", code));
    }

    /// In the west.
    private static void cases(DeskFixture fixture, int inTime, int late) {
        for (int i = 0; i < inTime + late; i++) {
            Case c = Samples.waiting(
                    "c" + i, "to-dispatch", DeskFixture.START, i < inTime ? Duration.ofHours(3) : Duration.ofHours(-1));
            fixture.put(new Case(c.id(), c.head(), c.subject(), new Place(WEST, "", null), c.report(), c.progress()));
        }
    }

    private static Node find(Node in, String id) {
        return all(in).stream().filter(n -> id.equals(n.getId())).findFirst().orElseThrow();
    }

    private static List<String> said(Node in) {
        return all(in).stream()
                .filter(Label.class::isInstance)
                .map(n -> ((Label) n).getText())
                .toList();
    }

    private static List<Node> all(Node node) {
        List<Node> all = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(all(child)));
        }
        return all;
    }
}
