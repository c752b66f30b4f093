package org.yiping.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.cases.QueueRow;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.StateCode;
import org.yiping.needs.NeedsDisplay;
import org.yiping.simulator.city.CityGenerator;

/// The queue's list in groups, under a hand with keys alone.
@NeedsDisplay
class QueueHandTest {
    @TempDir
    static Path folder;

    private static CityFolder city;

    private Seat seat;
    private Panel panel;
    private Scene scene;

    @BeforeAll
    static void look() throws IOException {
        Toolkit.start();
        Path files = folder.resolve("city");
        Files.createDirectories(files);
        new CityGenerator(20260311).write(files);
        city = new CityFolder(files);
    }

    @BeforeEach
    void open() {
        seat = Toolkit.onFx(() -> new Seat(Condition.STORM, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        Toolkit.onFx(() -> {
            seat.post("dispatcher");
            seat.pick("to-dispatch");
            panel = seat.panels().open("cases");
            scene = Camera.dressed(panel.root(), seat.hall, 424, 700);
            panel.onShow();
            return settle();
        });
    }

    @AfterEach
    void close() {
        Toolkit.onFx(() -> {
            panel.onHide();
            return true;
        });
    }

    private boolean settle() {
        for (int i = 0; i < 4; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        seat.now();
        return true;
    }

    private ListView<?> list() {
        return (ListView<?>) Tree.find(panel.root(), "cases/queue");
    }

    private String selected() {
        return String.valueOf(list().getSelectionModel().getSelectedItem());
    }

    private void press(KeyCode code) {
        Event.fireEvent(list(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        settle();
    }

    private void act(String id) {
        Action action = panel.actions().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(action.refusal()).isEmpty();
        action.act().run();
        settle();
    }

    private static int top(ListView<?> list) {
        VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
        IndexedCell<?> first = Objects.requireNonNull(flow.getFirstVisibleCell());
        return first.getIndex();
    }

    /// Where rows below left and the open case stood still, JavaFX's list takes the next change for one row set and
    /// selects what stands on the old row then.
    @Test
    void theOpenCaseStaysOpenWhereRowsAboveItLeave() {
        Toolkit.onFx(() -> {
            list().getSelectionModel().clearAndSelect(3);
            settle();
            CaseId open = seat.desk.pickedCaseId().orElseThrow();
            leave(row(list().getItems().size() - 1));
            act("cases/insert");
            leave(row(0));
            act("cases/insert");
            assertThat(seat.desk.pickedCaseId()).contains(open);
            assertThat(selected()).contains(open.value());
            return true;
        });
    }

    private CaseId row(int row) {
        return ((QueueRow.OfCase) list().getItems().get(row)).id();
    }

    private void leave(CaseId id) {
        Case c = seat.desk.stores().cases().find(id).orElseThrow();
        Progress p = c.progress();
        seat.city.tables.cases.put(
                id,
                c.withProgress(new Progress(
                        new StateCode("to-handle"),
                        p.department(),
                        p.handler(),
                        p.clocks(),
                        p.milestones(),
                        p.flags())));
        settle();
    }

    @Test
    void leftLeadsToTheHeadAndFoldsItWhileTheOpenCaseStaysOpen() {
        Toolkit.onFx(() -> {
            act("cases/group-light");
            int all = list().getItems().size();
            Selection.Picked open = seat.desk.selection().picked();
            press(KeyCode.LEFT);
            assertThat(selected()).isEqualTo("Head[group=RED]");
            assertThat(seat.desk.selection().picked()).isEqualTo(open);
            press(KeyCode.LEFT);
            assertThat(list().getItems()).hasSizeLessThan(all);
            assertThat(selected()).isEqualTo("Head[group=RED]");
            seat.before();
            settle();
            assertThat(selected()).as("a second later").isEqualTo("Head[group=RED]");
            press(KeyCode.DOWN);
            assertThat(selected()).isEqualTo("Head[group=YELLOW]");
            press(KeyCode.UP);
            press(KeyCode.SPACE);
            assertThat(list().getItems()).hasSize(all);
            press(KeyCode.DOWN);
            assertThat(selected()).startsWith("OfCase");
            assertThat(selected())
                    .contains(seat.desk.pickedCaseId().orElseThrow().value());
            return true;
        });
    }

    @Test
    void foldingMovesNothingThatStandsAboveTheHead() {
        Toolkit.onFx(() -> {
            act("cases/group-class");
            ListView<?> list = list();
            int head = 40;
            while (!String.valueOf(list.getItems().get(head)).startsWith("Head")) {
                head++;
            }
            list.scrollTo(head - 4);
            settle();
            list.getSelectionModel().clearAndSelect(head);
            settle();
            int top = top(list);
            press(KeyCode.LEFT);
            assertThat(top(list)).isEqualTo(top);
            assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(head);
            press(KeyCode.RIGHT);
            assertThat(top(list)).isEqualTo(top);
            return true;
        });
    }

    @Test
    void aGroupIsMarkedByOneActionAndStaysMarkedWhenTheRowsArePutInOrder() {
        Toolkit.onFx(() -> {
            act("cases/group-light");
            act("cases/mark-group");
            Set<CaseId> marked = seat.desk.selection().marked();
            assertThat(marked)
                    .hasSizeGreaterThan(1)
                    .contains(seat.desk.pickedCaseId().orElseThrow());
            assertThat(list().getSelectionModel().getSelectedItems()).hasSameSizeAs(marked);
            act("cases/insert");
            assertThat(seat.desk.selection().marked()).isEqualTo(marked);
            assertThat(list().getSelectionModel().getSelectedItems()).hasSameSizeAs(marked);
            return true;
        });
    }

    @Test
    void theStripOffersWhatHoldsAndEscapeGivesTheKeyboardBack() {
        Toolkit.onFx(() -> {
            act("cases/columns");
            List<String> ids = Tree.of(panel.root())
                    .map(javafx.scene.Node::getId)
                    .filter(id -> id != null && id.startsWith("cases/column-"))
                    .toList();
            assertThat(ids).hasSize(7);
            Event.fireEvent(
                    Tree.find(panel.root(), "cases/column-place"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            settle();
            assertThat(scene.getFocusOwner()).isSameAs(list());
            assertThat(Tree.of(panel.root()).map(javafx.scene.Node::getId)).doesNotContain("cases/column-place");
            return true;
        });
    }
}
