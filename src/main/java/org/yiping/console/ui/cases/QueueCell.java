package org.yiping.console.ui.cases;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.CaseRow;
import org.yiping.console.ui.ToWall;
import org.yiping.domain.casework.CaseId;

/// A place in the queue's list where a case or a group's head is drawn, repainted every second. FX thread.
final class QueueCell extends ListCell<QueueRow> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final CasesViewModel model;
    private final CaseRow row;
    private final GroupHead head;

    QueueCell(CasesViewModel model, Messages messages) {
        this.model = model;
        row = new CaseRow(messages);
        head = new GroupHead(messages);
        row.setMinWidth(0);
        head.setMinWidth(0);
        setPrefWidth(0);
        ToWall.draggable(this, () -> getItem() instanceof QueueRow.OfCase(CaseId id) ? id : null);
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getButton() == MouseButton.PRIMARY && getItem() instanceof QueueRow.Head(String group)) {
                model.groups().fold(group, !model.groups().isFolded(group));
            }
        });
    }

    @Override
    protected void updateItem(@Nullable QueueRow item, boolean isEmpty) {
        super.updateItem(item, isEmpty);
        repaint();
    }

    void repaint() {
        QueueRow item = isEmpty() ? null : getItem();
        pseudoClassStateChanged(HEAD, item instanceof QueueRow.Head);
        switch (item) {
            case null -> nothing();
            case QueueRow.OfCase(CaseId id) -> ofCase(id);
            case QueueRow.Head(String group) -> ofGroup(group);
        }
    }

    private void ofCase(CaseId id) {
        CaseFace face = model.face(id);
        if (face == null) {
            nothing();
            return;
        }
        row.show(face, model.now());
        row.left(model.whereTo(id));
        setAccessibleText(face.text().name() + " " + face.text().place());
        put(row);
    }

    private void ofGroup(String group) {
        QueueGroups groups = model.groups();
        if (groups.row(group) == SlotTable.NONE) {
            nothing(); // of the grouping before: the list gives this cell another row at its next layout
            return;
        }
        String name = model.rowWords().group(groups.by(), group);
        QueueGroup.Tally tally = groups.tally(group);
        head.show(name, tally, groups.isFolded(group));
        setAccessibleText(model.rowWords().spoken(name, tally, groups.isFolded(group)));
        put(head);
    }

    private void nothing() {
        setGraphic(null);
        setAccessibleText(null);
    }

    private void put(Node face) {
        if (!face.equals(getGraphic())) {
            setGraphic(face);
        }
    }
}
