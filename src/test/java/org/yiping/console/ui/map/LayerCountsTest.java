package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Position;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.needs.NeedsDisplay;

/// What the layer column counts, and what it says where nobody knows.
@NeedsDisplay
class LayerCountsTest {
    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void whatNobodyKnowsIsNeverCountedAsNoneAndLostLayersAreNamed() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            for (var store : List.of(fixture.tables.cases, fixture.tables.cameras, fixture.tables.sensors)) {
                store.freshness(Freshness.NEVER);
            }
            fixture.tables.lostGround(true, Set.of());
            try (CityMap map = new CityMap(fixture.desk, fixture.hall, workers())) {
                LayerList list = new LayerList(map, new AreaTints(map, map.surface()), () -> {});
                list.tick(DeskFixture.START);
                assertThat(said(list)).doesNotContain("0", "0 / 0").contains("—", "本机损坏，待平台");
                assertThat(said(list).stream().filter("—"::equals))
                        .as("five kinds of cases, five classes of components, cameras, sensors, people")
                        .hasSize(13);

                fixture.tables.facts(new Freshness(true, DeskFixture.START));
                fixture.tables.units.freshness(new Freshness(true, DeskFixture.START));
                fixture.tables.components.set(
                        new ComponentTableBuilder(CityPlane.around(new Position(104, 30)))
                                .build(
                                        1,
                                        (xs, _) -> IntStream.range(0, xs.length).toArray()),
                        new Freshness(true, DeskFixture.START));
                fixture.pass(Duration.ofMinutes(1));
                list.tick(DeskFixture.START.plusSeconds(60));
                assertThat(said(list)).contains("0", "0 / 0").doesNotContain("—", "本机损坏，待平台");
            }
            return true;
        });
    }

    private static List<String> said(LayerList list) {
        return labels(list.root()).map(Label::getText).toList();
    }

    private static Stream<Label> labels(Node node) {
        return switch (node) {
            case Label label -> Stream.of(label);
            case ScrollPane pane -> labels(pane.getContent());
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(LayerCountsTest::labels);
            default -> Stream.empty();
        };
    }

    private static CityMap.Workers workers() {
        return new CityMap.Workers(Runnable::run, 1, new ManualScheduler(new ManualClock(DeskFixture.START)));
    }
}
