package org.yiping.console.ui.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.FigureLookup.Behind;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.HeldFigures;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.assessment.DepartmentRow.Column;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.Case;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class BehindListTest {
    private final DeskFixture fixture = new DeskFixture("supervisor");
    private final HeldFigures platform = new HeldFigures();

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(BehindListTest::all))
                : Stream.of(node);
    }

    private static Node find(BehindList list, String id) {
        return all(list.root())
                .filter(n -> Objects.equals(n.getId(), id))
                .findFirst()
                .orElseThrow();
    }

    private static Found<Behind> cases(long total, String next, String... ids) {
        List<Case> cases = Stream.of(ids)
                .map(id -> Samples.waiting(id, "to-dispatch", DeskFixture.START, Duration.ofHours(1)))
                .toList();
        return new Found.Got<>(new Behind(DeskFixture.START, total, cases, next.isEmpty() ? null : next));
    }

    @Test
    void a_rate_opens_its_numerator_and_its_denominator_whole() {
        fixture.figures = platform;
        Toolkit.onFx(() -> {
            BehindList list = new BehindList(fixture.desk, fixture.hall, () -> {});
            list.open(new DepartmentId("d1"), "环卫", Column.RATE);
            platform.behind.get(0).complete(cases(1, "", "a"));
            ((ToggleButton) find(list, "assessment/behind-closed_judged")).fire();
            platform.behind.get(1).complete(cases(3, "9", "a", "b"));
            ((Button) find(list, "assessment/behind-more")).fire();
            platform.behind.get(2).complete(cases(3, "", "c"));
            assertThat(platform.afters).containsExactly("", "", "9");
            assertThat(((ListView<?>) find(list, "assessment/behind")).getItems())
                    .hasSize(3);
            return true;
        });
    }
}
