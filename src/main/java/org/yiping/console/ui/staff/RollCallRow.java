package org.yiping.console.ui.staff;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.domain.geo.Position;
import org.yiping.domain.staff.RollCall;
import org.yiping.domain.staff.RollCallSheet;

/// Somebody drawn: what became of it, and where they answered from, which a click picks for the map. FX thread.
final class RollCallRow {
    private final Desk desk;
    private final Messages messages;
    private final Words names;

    RollCallRow(Desk desk, Messages messages, Words names) {
        this.desk = desk;
        this.messages = messages;
        this.names = names;
    }

    Region of(RollCallSheet.Line l) {
        RollCall.Answer answer = l.answer();
        Position place = answer == null ? null : answer.position();
        Label outcome = Nodes.keep(new StaffWords(messages).outcome(l.outcome()), "t-body", style(l.outcome()));
        Region row = Nodes.row(
                "line",
                Nodes.cut(l.name(), "t-body", "t-strong"),
                outcome,
                Nodes.spring(),
                Nodes.cut(more(l), "t-second"));
        row.getStyleClass().add("staff-line");
        if (place != null) {
            row.setOnMouseClicked(_ -> desk.selection().pick(new Selection.Picked.OfPoint(place)));
        }
        return row;
    }

    private String more(RollCallSheet.Line l) {
        RollCall.Answer answer = l.answer();
        Instant heard = l.present().heard();
        if (answer != null) {
            return answer.position() == null
                    ? messages.get("staff.answered-nowhere", names.second(answer.at()))
                    : messages.get("staff.answered-at", names.second(answer.at()));
        }
        return heard == null ? messages.get("staff.never-heard") : messages.get("staff.heard-at", names.second(heard));
    }

    private static String style(RollCall.Outcome outcome) {
        return switch (outcome) {
            case IN_TIME -> "t-strong";
            case LATE -> "t-yellow";
            case SILENT -> "t-red";
            case UNKNOWN -> "t-stale";
            case WAITING -> "t-muted";
        };
    }
}
