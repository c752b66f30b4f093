package org.yiping.console.ui.kpi;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.CounterWords;
import org.yiping.console.ui.FigureWords;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.ShownFigure;
import org.yiping.domain.kpi.Span;

/// What one figure was computed from, in two columns (口径). FX thread.
final class FigureFacts {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]*");

    private final FigureWords words;
    private final Words names;
    private final Messages messages;
    private final GridPane grid = new GridPane();
    private final Label formula = wrapped();
    private final Label parts = wrapped();
    private final Label scope = wrapped();
    private final Label span = wrapped();
    private final Label compared = wrapped();
    private final Label counted = wrapped();

    FigureFacts(FigureWords words, Words names, Messages messages) {
        this.words = words;
        this.names = names;
        this.messages = messages;
        grid.getStyleClass().add("figure-facts");
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), values);
        row(0, messages.get("kpi.formula"), formula);
        row(1, messages.get("kpi.fraction-name"), parts);
        row(2, messages.get("kpi.scope"), scope);
        row(3, messages.get("kpi.span"), span);
        row(4, messages.get("kpi.compared"), compared);
        row(5, messages.get("kpi.counted"), counted);
    }

    private static Label wrapped() {
        Label label = Nodes.label("", "fact-value");
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void row(int at, String name, Label value) {
        grid.add(Nodes.keep(name, "fact-name"), 0, at);
        grid.add(value, 1, at);
    }

    Region root() {
        return grid;
    }

    void show(ShownFigure f, FigureScope of, Instant at) {
        formula.setText(messages.get("kpi.formula-version", readable(f.formula()), f.version()));
        parts.setText(
                f.numerator() == null || f.denominator() == null
                        ? messages.get("kpi.no-fraction")
                        : messages.get("kpi.fraction", Numbers.whole(f.numerator()), Numbers.whole(f.denominator())));
        scope.setText(words.scope(of));
        span.setText(words.span(new Span(f.from(), f.until())));
        compared.setText(
                messages.get("kpi.compared-words", words.changes(f), then(f, f.before()), then(f, f.lastYear())));
        counted.setText(names.stamp(at));
        Nodes.show(grid, true);
    }

    private String then(ShownFigure f, ShownFigure.@org.jspecify.annotations.Nullable Then then) {
        return then == null ? messages.get("kpi.none") : words.value(f.unit(), then.value());
    }

    void clear() {
        Nodes.show(grid, false);
    }

    /// The formula with what its counters are called.
    private String readable(String text) {
        Matcher m = CODE.matcher(text);
        return m.replaceAll(r -> Matcher.quoteReplacement(CounterWords.of(r.group(), messages)))
                .replace("*", "×")
                .replace("/", "÷");
    }
}
