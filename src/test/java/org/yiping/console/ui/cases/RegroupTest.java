package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.Toolkit;

/// A list keeps cells with the rows they had before: they are repainted with the others.
class RegroupTest {
    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final CasesViewModel model = new CasesViewModel(fixture.desk, fixture.hall);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    private @Nullable Node drawn(Grouping by, String group) {
        fixture.put(Samples.waiting("1", "to-dispatch", DeskFixture.START, Duration.ofMinutes(1)));
        fixture.hall.ticker().tick();
        return Toolkit.onFx(() -> {
            model.show();
            model.group(by);
            QueueCell cell = new QueueCell(model, fixture.hall.messages());
            cell.updateItem(new QueueRow.Head(group), false);
            return cell.getGraphic();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aHeadOfTheGroupingBeforeIsDrawnAsNothing(Grouping now) {
        assertThat(drawn(now, "of another grouping")).isNull();
    }

    @Test
    void aHeadOfThisGroupingIsDrawn() {
        assertThat(drawn(Grouping.CLASS, "E-0110")).isInstanceOf(GroupHead.class);
    }
}
