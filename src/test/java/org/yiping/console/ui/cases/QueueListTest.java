package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.CaseId;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class QueueListTest {
    private static final int ROWS = 10_000;

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void rowsPutInOrderAnewAskForALayoutAFewTimesAndNotEachForItself() {
        Toolkit.onFx(() -> {
            AtomicInteger asked = new AtomicInteger();
            QueueItems items = new QueueItems();
            QueueList list = new QueueList();
            list.setItems(items);
            StackPane around = new StackPane(list) {
                @Override
                public void requestLayout() {
                    asked.incrementAndGet();
                    super.requestLayout();
                }
            };
            Stage stage = new Stage();
            stage.setScene(new Scene(around, 300, 400));
            stage.show();
            items.show(layout(0));
            around.layout();
            asked.set(0);
            items.show(layout(1));
            assertThat(asked.get()).isLessThan(100);
            around.layout();
            assertThat(seen(list)).contains(new QueueRow.OfCase(id(1)), new QueueRow.OfCase(id(2)));
            items.show(layout(20));
            items.show(layout(40));
            around.layout();
            assertThat(seen(list)).as("two changes in one frame").contains(new QueueRow.OfCase(id(40)));
            assertThat(seen(list)).doesNotContain(new QueueRow.OfCase(id(20)));
            stage.close();
            return true;
        });
    }

    @Test
    void theListLooksForARowInTheLayoutAndNotAlongIt() {
        QueueItems items = new QueueItems();
        items.show(layout(5));
        List<QueueRow> all = items.subList(0, items.size());
        assertThat(all).isSameAs(items.layout());
        assertThat(all.indexOf(new QueueRow.OfCase(id(ROWS)))).isEqualTo(ROWS - 5);
        assertThat(all.indexOf(new QueueRow.OfCase(id(1)))).isEqualTo(-1);
        assertThat(all.indexOf("c-7")).isEqualTo(-1);
        assertThat(items.indexOf(new QueueRow.OfCase(id(ROWS)))).isEqualTo(ROWS - 5);
        assertThat(items.subList(1, 3)).containsExactly(new QueueRow.OfCase(id(6)), new QueueRow.OfCase(id(7)));
    }

    private static List<Object> seen(QueueList list) {
        return list.lookupAll(".list-cell").stream()
                .map(c -> (Object) ((ListCell<?>) c).getItem())
                .toList();
    }

    private static QueueLayout layout(int first) {
        SlotTable rows = new SlotTable(ROWS);
        IntStream.range(first, first + ROWS).forEach(i -> rows.add(id(i)));
        return new QueueLayout(rows, List.of(), Set.of());
    }

    private static CaseId id(int number) {
        return new CaseId("c-" + number);
    }
}
