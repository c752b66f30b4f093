package org.yiping.console.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One entry of a case's history (流程记录): time, a knot on the rail, what happened in bold, details after it.
///
/// JavaFX thread. Rows stacked without gap make one rail; the newest is first.
public final class TimelineRow extends HBox {
    public TimelineRow(String time, String what, String detail) {
        getStyleClass().add("timeline-row");
        Label when = Words.kept(time, "timeline-time");
        Text head = new Text(what);
        head.getStyleClass().add("timeline-what");
        Text rest = new Text(detail.isEmpty() ? "" : " " + detail);
        rest.getStyleClass().add("timeline-detail");
        TextFlow words = new TextFlow(head, rest);
        words.getStyleClass().add("timeline-text");
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(when, new Rail(), words);
        setAccessibleText(time + " " + what + " " + detail);
    }

    private static final class Rail extends Region {
        private static final double KNOT_AT = 9;
        private final Region rail = new Region();
        private final Region knot = new Region();

        Rail() {
            getStyleClass().add("timeline-rail");
            rail.getStyleClass().add("rail");
            knot.getStyleClass().add("knot");
            getChildren().addAll(rail, knot);
        }

        @Override
        protected void layoutChildren() {
            double x = Math.floor(getWidth() / 2);
            rail.resizeRelocate(x, 0, 1, getHeight());
            double d = knot.prefWidth(-1);
            double scale = d / KNOT_AT;
            knot.resizeRelocate(x + 0.5 - d / 2, 5 * scale, d, d);
        }
    }
}
