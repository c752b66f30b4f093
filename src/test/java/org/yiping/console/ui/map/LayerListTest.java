package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.PointLayer;
import org.yiping.console.map.Region;
import org.yiping.console.map.style.LayerStack;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class LayerListTest {
    private static final Region CITY = new Region.Box(new CityBox(-90_000, -90_000, 90_000, 90_000));

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private static LayerList list(CityMap map, Runnable hides) {
        MapSurface surface = map.surface();
        return new LayerList(map, new AreaTints(map, surface), hides);
    }

    private static CityMap map(DeskFixture fixture) {
        CityMap.Workers workers =
                new CityMap.Workers(Runnable::run, 1, new ManualScheduler(new ManualClock(DeskFixture.START)));
        return new CityMap(fixture.desk, fixture.hall, workers);
    }

    @Test
    void whatWasNeverHeardOfHasNoAge() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            fixture.tables.cases.freshness(Freshness.NEVER);
            LayerList list = list(map(fixture), () -> {});
            list.tick(DeskFixture.START);
            List<String> said = list.root().lookupAll(".data-age").stream()
                    .map(n -> ((Label) n).getText())
                    .toList();
            assertThat(said)
                    .contains(fixture.hall.messages().get("control.age.unknown"))
                    .noneMatch(s -> s.contains("天"));
            return true;
        });
    }

    @Test
    void whatAHandDoesToALayerIsTheStackOfItsWindow() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            try (CityMap map = map(fixture)) {
                LayerList list = list(map, () -> {});
                assertThat(list.whyNot(true)).isEqualTo("先在图层栏展开一层");
                list.turn("roads");
                ((Slider) find(list, "map/layer-opacity")).setValue(40);
                ((ToggleButton) find(list, "map/layer-band-near")).fire();
                List<String> before = ground(list);
                ((Button) find(list, "map/layer-lower")).fire();
                list.show();
                LayerStack stack = list.stacks().getValue();
                assertThat(stack.entry("roads"))
                        .isEqualTo(LayerStack.Entry.PLAIN.opacity(0.4).between(14, 30));
                assertThat(stack.order()).hasSize(14).containsSubsequence("roads", "street");
                assertThat(before).containsSubsequence("roads", "street");
                assertThat(ground(list)).as("rows stand as they are drawn").containsSubsequence("street", "roads");
                assertThat(((Label) find(list, "map/layer-roads-mark")).getText())
                        .isEqualTo("↓ 40 % ≤ 4 m/px");
                assertThat(((Label) find(list, "map/layer-green-mark")).getText())
                        .isEmpty();

                LayerList later = list(map, () -> {});
                assertThat(ground(later)).isEqualTo(ground(list));
                later.turn("roads");
                assertThat(((Slider) find(later, "map/layer-opacity")).getValue())
                        .isEqualTo(40);
                later.reset();
                later.show();
                assertThat(later.stacks().getValue()).isEqualTo(LayerStack.plain());
                assertThat(((Slider) find(later, "map/layer-opacity")).getValue())
                        .isEqualTo(100);
                assertThat(ground(later)).isEqualTo(before);
            }
            return true;
        });
    }

    @Test
    void aLayerThatIsOpenedClosesTheOneBefore() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            try (CityMap map = map(fixture)) {
                LayerList list = list(map, () -> {});
                list.turn("roads");
                list.turn("green");
                assertThat(all(list.root()).stream().filter(Slider.class::isInstance))
                        .hasSize(1);
                list.move(true);
                assertThat(list.stacks().getValue().order()).containsSubsequence("water", "green");
                list.turn("green");
                assertThat(all(list.root()).stream().filter(Slider.class::isInstance))
                        .isEmpty();
                assertThat(list.whyNot(false)).isNotEmpty();
            }
            return true;
        });
    }

    @Test
    void aBoxOfALiveLayerHidesItAtOnce() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            try (CityMap map = map(fixture)) {
                int[] told = {0};
                LayerList list = list(map, () -> told[0]++);
                CheckBox box = (CheckBox) find(list, "map/layer-" + CityMap.SENSORS);
                box.fire();
                assertThat(told[0]).isEqualTo(1);
                assertThat(list.hidden()).containsExactly(CityMap.SENSORS);
                box.fire();
                assertThat(told[0]).isEqualTo(2);
                assertThat(list.hidden()).isEmpty();
            }
            return true;
        });
    }

    @Test
    void aLayerThatIsNotShownIsNotPicked() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            try (CityMap map = map(fixture)) {
                LayerList list = list(map, () -> {});
                list.turn(CityMap.COMPONENTS);
                ((ToggleButton) find(list, "map/layer-band-near")).fire();
                assertThat(list.hidden(4)).isEmpty();
                assertThat(list.hidden(8)).containsExactly(CityMap.COMPONENTS);
            }
            return true;
        });
    }

    @Test
    void aFilterLeavesTheComponentsItKeepsAndAFaultIsSaid() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            try (CityMap map = map(fixture)) {
                MapEngine engine = map.engine().get().orElseThrow();
                ComponentTableBuilder builder =
                        new ComponentTableBuilder(engine.projection().plane());
                for (int i = 0; i < 60; i++) {
                    builder.add(new Component(
                            new ComponentId("c-" + i),
                            new ClassCode(String.format(Locale.ROOT, "C-0%d02", 1 + i % 3)),
                            "",
                            new Position(104.5 + i * 1e-4, 30.5),
                            null,
                            i % 2 == 0 ? null : new DepartmentId("d1")));
                }
                fixture.tables.components.set(
                        builder.build(1, PointLayer::order), new Freshness(true, DeskFixture.START));
                LayerList list = list(map, () -> {});
                list.turn(CityMap.COMPONENTS);
                assertThat(found(engine)).hasSize(60);

                enter(list, "class = 'C-0102' AND owner IS NULL");
                assertThat(found(engine)).hasSize(10).contains("c-0", "c-6").doesNotContain("c-3", "c-1");
                list.show();
                assertThat(mark(list)).isEqualTo("10 / 60");

                enter(list, "klass = 'C-0102'");
                assertThat(says(list))
                        .isEqualTo("第 1 个字符：没有“klass”这一项。可用：class, name, owner, holder, authority, area, geometry。");
                assertThat(found(engine)).as("the filter before it stays").hasSize(10);
                enter(list, "class = ");
                assertThat(says(list)).contains("没有写完");
                enter(list, "CROSSES(geometry, LINESTRING(104 30, 105 31))");
                assertThat(says(list)).contains("部件是点");
                assertThat(map.kept()).isEqualTo(10);

                enter(list, " ");
                assertThat(says(list)).isEmpty();
                assertThat(found(engine)).hasSize(60);
                list.show();
                assertThat(mark(list)).isEmpty();
            }
            return true;
        });
    }

    private static List<String> found(MapEngine engine) {
        return engine.query(CITY).getOrDefault(CityMap.COMPONENTS, List.of());
    }

    private static void enter(LayerList list, String text) {
        TextField field = (TextField) find(list, "map/component-filter");
        field.setText(text);
        field.getOnAction().handle(new ActionEvent());
    }

    private static String says(LayerList list) {
        return ((Label) find(list, "map/component-filter-says")).getText();
    }

    private static String mark(LayerList list) {
        return ((Label) find(list, "map/layer-components-mark")).getText();
    }

    /// The layers of the ground as their rows stand.
    private static List<String> ground(LayerList list) {
        return all(list.root()).stream()
                .map(Node::getId)
                .filter(Objects::nonNull)
                .filter(id -> id.startsWith("map/layer-") && id.endsWith("-more"))
                .map(id -> id.substring("map/layer-".length(), id.length() - "-more".length()))
                .toList();
    }

    private static Node find(LayerList list, String id) {
        return all(list.root()).stream()
                .filter(n -> id.equals(n.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Node> all(Parent root) {
        List<Node> all = new ArrayList<>();
        List<Node> children =
                root instanceof ScrollPane scroll ? List.of(scroll.getContent()) : root.getChildrenUnmodifiable();
        for (Node each : children) {
            all.add(each);
            if (each instanceof Parent p) {
                all.addAll(all(p));
            }
        }
        return all;
    }
}
