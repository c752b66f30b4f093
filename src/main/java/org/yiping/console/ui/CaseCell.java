package org.yiping.console.ui;

import java.time.Instant;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;

/// A case in a list, as its desk knows it last, by the hall's clock: also a desk and a hall of the past. FX thread.
public final class CaseCell extends ListCell<Case> {
    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final CaseRow row;

    public CaseCell(Desk desk, Hall hall, Words words) {
        this.desk = desk;
        this.hall = hall;
        this.words = words;
        row = new CaseRow(hall.messages());
        row.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Case item, boolean isEmpty) {
        super.updateItem(item, isEmpty);
        setGraphic(isEmpty || item == null ? null : row);
        repaint(hall.now());
    }

    /// Its clocks, at the hall's tick.
    public void repaint(Instant now) {
        Case item = getItem();
        if (item != null && !isEmpty()) {
            Case latest = desk.stores().cases().find(item.id()).orElse(item);
            row.show(CaseFace.of(latest, desk, words, now), now);
            setAccessibleText(row.getAccessibleText());
        }
    }
}
