package org.yiping.console.ui.staff;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.staff.StaffBoard;

/// One person's figures of the period, each with the fraction it is made of. FX thread.
final class StaffFacts {
    private static final int ACROSS = 5;

    private final Messages messages;
    private final StaffWords words;
    private final GridPane root = new GridPane();

    StaffFacts(Messages messages, StaffWords words) {
        this.messages = messages;
        this.words = words;
        root.getStyleClass().add("staff-facts");
    }

    Region root() {
        return root;
    }

    void clear() {
        root.getChildren().clear();
    }

    void show(StaffBoard.Row r) {
        clear();
        Double score = r.score();
        fact(
                messages.get("staff.column-score"),
                score == null ? words.unknown() : Numbers.decimal(score, 1),
                messages.get("staff.known", words.percent(r.known())));
        fact(
                messages.get("staff.column-duty"),
                r.days() == 0 ? words.unknown() : words.hours(r.onDutyMillis()),
                messages.get("staff.days", r.days()));
        time(messages.get("staff.column-attendance"), r.attendance());
        count(messages.get("staff.column-coverage"), r.coverage());
        time(messages.get("staff.column-off-grid"), r.offGrid());
        time(messages.get("staff.column-idle"), r.idle());
        time(messages.get("staff.column-gap"), r.gap());
        count(messages.get("staff.column-valid"), r.valid());
        count(messages.get("staff.column-missed"), r.missed());
        count(messages.get("staff.column-answered"), r.answered());
    }

    private void time(String title, StaffBoard.Share share) {
        fact(title, words.percent(share.value()), words.times(share));
    }

    private void count(String title, StaffBoard.Share share) {
        fact(title, words.percent(share.value()), words.fraction(share));
    }

    private void fact(String title, String value, String fraction) {
        VBox cell = Nodes.column(
                "staff-fact",
                Nodes.cut(title, "t-second"),
                Nodes.keep(value, "t-name"),
                Nodes.cut(fraction, "t-second"));
        cell.setMinWidth(0);
        GridPane.setHgrow(cell, Priority.ALWAYS);
        int i = root.getChildren().size();
        root.add(cell, i % ACROSS, i / ACROSS);
    }
}
