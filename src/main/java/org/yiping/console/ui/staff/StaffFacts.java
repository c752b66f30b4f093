package org.yiping.console.ui.staff;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffRules;

/// One person's figures of the period, each with the fraction it is made of, and how they make the score. FX thread.
final class StaffFacts {
    private static final int ACROSS = 5;

    private final Messages messages;
    private final StaffWords words;
    private final GridPane grid = new GridPane();
    private final Label sum = Nodes.whenSaid(Nodes.wrapped("", "t-second"));
    private final Label limits = Nodes.whenSaid(Nodes.wrapped("", "t-second"));
    private final Chip open;
    private final VBox root;

    StaffFacts(Messages messages, StaffWords words) {
        this.messages = messages;
        this.words = words;
        grid.getStyleClass().add("staff-facts");
        sum.setId("staff/score-made-of");
        limits.setId("staff/limits");
        open = new Chip("staff/score-open", messages.get("staff.score-open"));
        VBox formula = Nodes.column("staff-facts-column", sum, limits);
        Nodes.show(formula, false);
        open.setOnAction(_ -> Nodes.show(formula, open.isSelected()));
        Nodes.show(open, false);
        root = Nodes.column("staff-facts-column", grid, open, formula);
    }

    Region root() {
        return root;
    }

    void clear() {
        grid.getChildren().clear();
        sum.setText("");
        limits.setText("");
        Nodes.show(open, false);
    }

    /// `rules` are those the figures were judged by; absent until the platform has told them.
    void show(StaffBoard.Row r, @Nullable StaffRules rules) {
        clear();
        if (rules != null) {
            sum.setText(sum(r, rules));
            limits.setText(limits(rules));
            Nodes.show(open, true);
        }
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

    /// Each weight times its share; what is unknown counts for nothing.
    private String sum(StaffBoard.Row r, StaffRules rules) {
        return messages.get(
                "staff.made-of",
                rules.score().weights().stream()
                        .map(w -> messages.get(
                                "staff.weighed",
                                words.indicator(w.indicator()),
                                Numbers.decimal(w.weight(), w.weight() == Math.rint(w.weight()) ? 0 : 1),
                                words.percent(r.value(w.indicator()))))
                        .collect(Collectors.joining(" + ")),
                words.percent(rules.score().least()));
    }

    private String limits(StaffRules rules) {
        StaffRules.Track t = rules.track();
        return messages.get(
                "staff.limits",
                t.idleMinutes(),
                Numbers.whole(Math.round(t.idleMetres())),
                t.offGridMinutes(),
                t.gapMinutes(),
                Numbers.whole(Math.round(rules.coverage().reachMetres())),
                rules.rollCall().answerMinutes());
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
        int i = grid.getChildren().size();
        grid.add(cell, i % ACROSS, i / ACROSS);
    }
}
