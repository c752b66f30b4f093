package org.yiping.console.ui.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Receipt;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class CallListTest {
    private final DeskFixture at = new DeskFixture("duty-leader");

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    /// Where no machine reaches anybody, every dispatch of a day stands here.
    @Test
    void ofManyToCallTheLongestWaitingStandThereAndTheRestIsANumber() {
        for (int i = 0; i < 300; i++) {
            at.put(toCall("c" + i, DeskFixture.START.minusSeconds(i)));
        }
        VBox rows = Toolkit.onFx(() -> {
            CallList list = new CallList(at.desk, at.hall, new Sending(at.desk, at.hall));
            list.refresh();
            return (VBox) scroll(list.root()).getContent();
        });
        assertThat(rows.getChildren()).hasSize(21);
        assertThat(buttons((Region) rows.getChildren().getFirst())).contains("duty/open-c299-d1");
        assertThat(((Label) rows.getChildren().getLast()).getText()).contains("280");
    }

    private static Case toCall(String id, Instant dispatched) {
        Case value = Samples.without(id, "dispatched", dispatched);
        Progress p = value.progress();
        Receipt.Attempt call = new Receipt.Attempt(
                "call",
                dispatched,
                Receipt.Status.QUEUED,
                new Receipt.Due(null, null, null, null),
                null,
                null,
                null,
                null);
        Receipt receipt = new Receipt(new DepartmentId("d1"), dispatched, List.of(call), null, null, false);
        return value.withProgress(new Progress(
                p.state(),
                p.department(),
                p.handler(),
                p.clocks(),
                p.milestones(),
                p.flags(),
                p.detours(),
                p.changedAt(),
                p.automatic(),
                List.of(receipt),
                p.assisting(),
                p.ticks(),
                p.alarm()));
    }

    private static ScrollPane scroll(Region panel) {
        return (ScrollPane) panel.lookupAll("*").stream()
                .filter(ScrollPane.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> buttons(Region row) {
        return row.lookupAll("*").stream()
                .filter(Button.class::isInstance)
                .map(n -> n.getId())
                .toList();
    }
}
