package org.yiping.console.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.city.CityFolder;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.staff.Indicator;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffBoard.Share;
import org.yiping.domain.staff.StaffRules;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class StaffFactsTest {
    private static final StaffRules RULES = CityFolder.shippedStaff().getFirst();

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private static StaffBoard.Row row() {
        return new StaffBoard.Row(
                "u1",
                "张三",
                null,
                List.of(),
                null,
                1,
                3_600_000,
                3_600_000,
                1000,
                new Share(3L, 4L),
                Share.UNKNOWN,
                new Share(1L, 10L),
                Share.UNKNOWN,
                new Share(30L, 60L),
                null,
                Share.UNKNOWN,
                new Share(2L, 10L),
                Share.UNKNOWN,
                66.0,
                0.65);
    }

    private static Node find(Node node, String id) {
        return all(node).filter(n -> id.equals(n.getId())).findFirst().orElseThrow();
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(StaffFactsTest::all))
                : Stream.of(node);
    }

    @Test
    void an_indicator_is_the_share_of_which_more_is_better() {
        assertThat(row().value(Indicator.ATTENDANCE)).isEqualTo(0.75);
        assertThat(row().value(Indicator.ACTIVE)).as("not idle").isEqualTo(0.9);
        assertThat(row().value(Indicator.FOUND)).as("not missed").isEqualTo(0.8);
        assertThat(row().value(Indicator.ON_GRID)).as("unknown is no nought").isNull();
    }

    @Test
    void the_score_says_each_weight_times_its_share_and_the_limits() {
        Messages messages = new DeskFixture("supervisor").hall.messages();
        String said = Toolkit.onFx(() -> {
            StaffFacts facts = new StaffFacts(messages, new StaffWords(messages));
            facts.show(row(), RULES);
            ToggleButton open = (ToggleButton) find(facts.root(), "staff/score-open");
            open.fire();
            Label sum = (Label) find(facts.root(), "staff/score-made-of");
            Label limits = (Label) find(facts.root(), "staff/limits");
            assertThat(sum.getParent().isVisible()).isTrue();
            return sum.getText() + limits.getText();
        });
        assertThat(said)
                .contains("出勤 20 × 75.0%", "覆盖 25 × 50.0%", "不静止 10 × 90.0%", "不漏报 10 × 80.0%")
                .contains("15 分钟", "30 米");
    }
}
