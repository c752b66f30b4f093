package org.yiping.console.ui.cases;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;

/// The queue's part of the window's table: how it is grouped, what is folded, what its rows say. FX thread.
final class QueueActions {
    private static final String GROUP = "cases.queue-name";

    private final Hall hall;
    private final CasesViewModel model;
    private final QueueView queue;

    QueueActions(Hall hall, CasesViewModel model, QueueView queue) {
        this.hall = hall;
        this.model = model;
        this.queue = queue;
    }

    List<Action> actions() {
        List<Action> all = new ArrayList<>();
        all.add(hall.action("cases/group", GROUP, "cases.group", queue.options()::group)
                .on(Key.alt(KeyCode.G)));
        all.add(hall.action("cases/columns", GROUP, "cases.columns", queue.options()::columns));
        all.add(ofGroups("cases/mark-group", "cases.mark-group", this::mark).on(Key.ctrl(KeyCode.G)));
        all.add(ofGroups(
                "cases/fold-all", "cases.fold-all", () -> model.groups().foldAll(true)));
        all.add(ofGroups(
                "cases/unfold-all", "cases.unfold-all", () -> model.groups().foldAll(false)));
        for (Grouping by : Grouping.values()) {
            all.add(hall.action(
                            "cases/group-" + QueueOptions.word(by),
                            GROUP,
                            "cases.group-by",
                            () -> model.group(by),
                            model.rowWords().grouping(by))
                    .also(hall.messages().inOtherLanguage(RowWords.key(by))));
        }
        for (QueueColumn column : QueueColumn.values()) {
            all.add(hall.action(
                            "cases/column-" + QueueOptions.word(column),
                            GROUP,
                            model.columns().contains(column) ? "cases.hide-column" : "cases.show-column",
                            () -> model.column(column, !model.columns().contains(column)),
                            model.rowWords().column(column))
                    .also(hall.messages().inOtherLanguage(RowWords.key(column))));
        }
        return all;
    }

    private Action ofGroups(String id, String words, Runnable act) {
        Action action = hall.action(id, GROUP, words, act);
        return model.groups().by() == Grouping.NONE
                ? action.refused(hall.messages().get("cases.not-grouped"))
                : action;
    }

    private void mark() {
        String group = queue.hand().group();
        if (group != null) {
            model.markGroup(group);
        }
    }
}
