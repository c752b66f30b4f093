package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.Case;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.needs.NeedsDisplay;

/// The card of a picked case says what the case is now, not what it was when it was opened.
@NeedsDisplay
class CaseCardTest {
    private static final Instant NOW = DeskFixture.START;

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void aCaseThatIsDispatchedWhileItsCardStandsThereIsShownSo() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            Case late = Samples.waiting("1", "to-dispatch", NOW, Duration.ofMinutes(-3));
            fixture.put(late);
            CaseCard card = card(fixture);
            VBox root = new VBox();
            root.getChildren().setAll(card.rows());
            card.show(late, NOW);
            assertThat(lights(root)).containsExactly("over");
            assertThat(state(root)).endsWith("待派遣");
            List<Node> before = nodes(root);

            card.show(Samples.waiting("1", "to-handle", NOW, Duration.ofMinutes(12)), NOW);
            assertThat(lights(root)).containsExactly("calm");
            assertThat(state(root)).endsWith("待处置");
            assertThat(nodes(root)).as("nothing a hand may be on was replaced").containsAll(before);

            card.show(Samples.without("1", "closed", NOW), NOW);
            assertThat(lights(root)).containsExactly("done");
            return true;
        });
    }

    @Test
    void theMapsCardFollowsByTheSecondAndGoesWithItsCase() {
        Toolkit.onFx(() -> {
            DeskFixture fixture = new DeskFixture("dispatcher");
            Case soon = Samples.waiting("1", "to-dispatch", NOW, Duration.ofSeconds(2));
            fixture.put(soon);
            CityMap.Workers workers = new CityMap.Workers(Runnable::run, 1, new ManualScheduler(new ManualClock(NOW)));
            try (CityMap map = new CityMap(fixture.desk, fixture.hall, workers)) {
                MapCard card = new MapCard(map, () -> {});
                fixture.desk.pick(soon.id());
                card.show(fixture.selection.picked());
                assertThat(lights(card.root())).containsExactly("soon");
                fixture.pass(Duration.ofSeconds(3));
                card.tick(fixture.hall.now());
                assertThat(lights(card.root())).as("its time ran out").containsExactly("over");
                assertThat(card.at()).contains(soon.place().position());
                fixture.tables.cases.remove(soon.id());
                card.tick(fixture.hall.now());
                assertThat(card.at()).as("not this seat's any more").isEmpty();
            }
            return true;
        });
    }

    private static CaseCard card(DeskFixture fixture) {
        return new CaseCard(
                fixture.desk, fixture.hall, new Words(fixture.tables.stores(), fixture.hall.messages()), new Region());
    }

    private static List<String> lights(Parent root) {
        CaseMark mark = (CaseMark) nodes(root).stream()
                .filter(CaseMark.class::isInstance)
                .findFirst()
                .orElseThrow();
        return mark.getPseudoClassStates().stream()
                .map(PseudoClass::getPseudoClassName)
                .filter(Set.of("calm", "soon", "over", "held", "done", "void", "unknown")::contains)
                .collect(Collectors.toList());
    }

    private static String state(Parent root) {
        return nodes(root).stream()
                .filter(n -> "map/card-state".equals(n.getId()))
                .map(n -> ((Label) n).getText())
                .findFirst()
                .orElseThrow();
    }

    private static List<Node> nodes(Parent root) {
        List<Node> all = new ArrayList<>();
        root.getChildrenUnmodifiable().forEach(n -> {
            all.add(n);
            if (n instanceof Parent p) {
                all.addAll(nodes(p));
            }
        });
        return all;
    }
}
