package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Place;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class MapInsetTest {
    private static final Instant NOW = DeskFixture.START;

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void aCaseWhosePlaceIsSettledInHandIsLookedAt() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("acceptor");
            Case settled = Samples.waiting("1", "to-accept", NOW, Duration.ofMinutes(9));
            fixture.put(without(settled));
            CityMap.Workers workers = new CityMap.Workers(Runnable::run, 1, new ManualScheduler(new ManualClock(NOW)));
            try (CityMap map = new CityMap(fixture.desk, fixture.hall, workers)) {
                Panel inset = map.inset();
                inset.onShow();
                fixture.desk.pick(settled.id());
                assertThat(words(inset.root())).contains("地址待定");
                fixture.put(settled);
                fixture.pass(Duration.ofSeconds(1));
                assertThat(words(inset.root())).contains("圈 100 m");
                inset.onHide();
            }
            return true;
        });
    }

    private static Case without(Case c) {
        return new Case(
                c.id(),
                c.head(),
                c.subject(),
                new Place(null, c.place().address(), null, null),
                c.report(),
                c.progress());
    }

    private static List<String> words(Parent root) {
        return all(root)
                .filter(Label.class::isInstance)
                .map(n -> ((Label) n).getText())
                .toList();
    }

    private static Stream<Node> all(Parent root) {
        return root.getChildrenUnmodifiable().stream()
                .flatMap(n -> n instanceof Parent p ? Stream.concat(Stream.of(n), all(p)) : Stream.of(n));
    }
}
