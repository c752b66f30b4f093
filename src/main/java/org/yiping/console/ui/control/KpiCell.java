package org.yiping.console.ui.control;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableNumberValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;

/// One figure (指标): label, number with unit, trend, target with fraction, age. The whole cell opens its cases.
///
/// JavaFX thread. Coloured only if the number itself asks to act; unknown is —, with the reason, and never 0.
public final class KpiCell extends Button {
    /// What the number asks for.
    public enum Call {
        NONE,
        WARN,
        ALARM
    }

    /// Nothing to count asks for no look.
    private static final PseudoClass NOUGHT = PseudoClass.getPseudoClass("nought");

    private final Messages messages;
    private final Label label = Words.label("", "kpi-label");
    private final Label number = Words.kept("", "kpi-number");
    private final Label unit = Words.kept("", "kpi-unit");
    private final Label note = Words.label("", "kpi-note");
    private final HBox why = new HBox();
    private final Sparkline trend = new Sparkline();
    private final DataAge age;

    public KpiCell(Messages messages, String id, String labelText, Runnable open) {
        this.messages = messages;
        setId(id);
        getStyleClass().add("kpi-cell");
        age = new DataAge(messages);
        age.managedProperty().bind(age.visibleProperty());
        age.setVisible(false);
        label.setText(labelText);
        VBox lines = new VBox(
                row(label, Words.spring(), Icons.of(Icons.OPEN, Icons.Size.CONTROL)),
                row(number, unit, Words.spring(), why, trend),
                row(note, Words.spring(), age));
        lines.getChildren().get(1).getStyleClass().add("figures");
        lines.getStyleClass().add("kpi-lines");
        why.getStyleClass().add("kpi-row");
        lines.prefWidthProperty().bind(widthProperty().subtract(insetsWidth()));
        setGraphic(lines);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(_ -> open.run());
        unknown("", "");
    }

    /// `words` is target and fraction, for example 目标 ≥ 95 · 264 / 271.
    public void show(String figure, String unitWord, String words, Call call) {
        fill(figure, unitWord, words, call);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("unknown"), false);
        pseudoClassStateChanged(NOUGHT, figure.equals("0"));
        why.getChildren().clear();
        trend.setVisible(true);
        trend.setManaged(true);
    }

    /// No value: a dash, and in a tag why (无回访).
    public void unknown(String reason, String words) {
        fill("—", "", words, Call.NONE);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("unknown"), true);
        pseudoClassStateChanged(NOUGHT, false);
        why.getChildren().clear();
        if (!reason.isEmpty()) {
            why.getChildren().add(Tag.words(reason));
        }
        trend.setVisible(false);
        trend.setManaged(false);
        setAccessibleText(messages.get(
                "control.kpi.name", label.getText(), messages.get("control.kpi.none"), "", reason + " " + words));
    }

    public void trend(double[] values, double target) {
        trend.show(values, target);
    }

    /// Shown from the first call on: only where it is older than the strip's own.
    public DataAge age() {
        age.setVisible(true);
        return age;
    }

    private void fill(String figure, String unitWord, String words, Call call) {
        number.setText(figure);
        unit.setText(unitWord);
        note.setText(words);
        for (Call each : Call.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == call);
        }
        setAccessibleText(messages.get("control.kpi.name", label.getText(), figure, unitWord, words));
    }

    private ObservableNumberValue insetsWidth() {
        return Bindings.createDoubleBinding(
                () -> getInsets().getLeft()
                        + getInsets().getRight()
                        + getLabelPadding().getLeft()
                        + getLabelPadding().getRight(),
                insetsProperty());
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("kpi-row");
        return row;
    }
}
