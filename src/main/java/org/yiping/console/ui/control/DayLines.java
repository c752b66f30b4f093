package org.yiping.console.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;

/// Numbers by the day from zero up, and at will those expected after them with the band they will lie in
/// (趋势、预测). JavaFX thread.
///
/// What is unknown breaks the line; what is expected is dashed and begins behind a rule.
public final class DayLines extends Region {
    private static final StyleablePropertyFactory<DayLines> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<DayLines, Color> FIRST =
            STYLES.createColorCssMetaData("-lines-first", lines -> lines.first, Color.TRANSPARENT);
    private static final CssMetaData<DayLines, Color> SECOND =
            STYLES.createColorCssMetaData("-lines-second", lines -> lines.second, Color.TRANSPARENT);
    private static final CssMetaData<DayLines, Color> BAND =
            STYLES.createColorCssMetaData("-lines-band", lines -> lines.band, Color.TRANSPARENT);
    private static final CssMetaData<DayLines, Color> GRID =
            STYLES.createColorCssMetaData("-lines-grid", lines -> lines.grid, Color.TRANSPARENT);

    private final StyleableProperty<Color> first = Inks.property(this, FIRST, this::requestLayout);
    private final StyleableProperty<Color> second = Inks.property(this, SECOND, this::requestLayout);
    private final StyleableProperty<Color> band = Inks.property(this, BAND, this::requestLayout);
    private final StyleableProperty<Color> grid = Inks.property(this, GRID, this::requestLayout);
    private final Canvas canvas = new Canvas();
    private final Label most = Words.kept("", "lines-word");
    private final Label half = Words.kept("", "lines-word");
    private final Label zero = Words.kept("0", "lines-word");
    private final List<Label> below = new ArrayList<>();
    private final double stroke;
    private @Nullable Plot plot;
    private int at = -1;
    private Shown shown = new Shown(new double[0], new double[0], List.of(), List.of());

    /// A day that is expected.
    public record Ahead(double expected, double low, double high) {}

    /// `first` and `second` by the day, NaN where unknown, equally long; `ahead` the days after; `words` stand
    /// below, the first at the left edge, the last at the right, the others evenly between.
    @SuppressWarnings("ArrayRecordComponent") // handed on and never kept by who made it
    public record Shown(double[] first, double[] second, List<Ahead> ahead, List<String> words) {}

    /// Lines so many pixels wide.
    public DayLines(double stroke) {
        this.stroke = stroke;
        getStyleClass().add("day-lines");
        setMinSize(0, 0);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(canvas, most, half, zero);
    }

    /// Makes each day that has passed a door: a rule stands where pointer or arrows are, `names` says which day that
    /// is,
    /// a click or Enter opens it.
    public void doors(IntConsumer open, IntFunction<String> names) {
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setCursor(Cursor.HAND);
        Tooltip which = new Tooltip();
        setOnMouseMoved(e -> {
            Plot p = plot;
            if (p != null) {
                at(p.at(e.getX(), shown.first().length + shown.ahead().size()), which, names);
            }
        });
        setOnMouseExited(_ -> at(-1, which, names));
        setOnMouseClicked(_ -> {
            requestFocus();
            opened(open);
        });
        setOnKeyPressed(e -> {
            int last = shown.first().length - 1;
            switch (e.getCode()) {
                case LEFT -> at(Math.max(0, (at < 0 ? last + 1 : at) - 1), which, names);
                case RIGHT -> at(Math.min(last, at + 1), which, names);
                case ENTER, SPACE -> opened(open);
                default -> {
                    return;
                }
            }
            e.consume();
        });
        Tooltip.install(this, which);
    }

    private void at(int next, Tooltip which, IntFunction<String> names) {
        int day = next < shown.first().length ? next : -1;
        if (day != at) {
            at = day;
            which.setText(day < 0 ? "" : names.apply(day));
            setAccessibleHelp(which.getText());
            requestLayout();
        }
    }

    private void opened(IntConsumer open) {
        if (at >= 0 && at < shown.first().length) {
            open.accept(at);
        }
    }

    public void show(Shown next) {
        shown = next;
        while (below.size() < next.words().size()) {
            Label label = Words.kept("", "lines-word");
            below.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < below.size(); i++) {
            below.get(i).setText(i < next.words().size() ? next.words().get(i) : "");
        }
        requestLayout();
    }

    /// The first round number that is not below: 1, 2 or 5 times a power of ten.
    static double ceiling(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, value))));
        for (double step : new double[] {1, 2, 5, 10}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private double top() {
        double all = Math.max(largest(shown.first()), largest(shown.second()));
        for (Ahead a : shown.ahead()) {
            all = Math.max(all, a.high());
        }
        return ceiling(Math.max(2, all));
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double line = Math.ceil(zero.prefHeight(-1));
        double top = top();
        most.setText(Long.toString(Math.round(top)));
        half.setText(Long.toString(Math.round(top / 2)));
        double left = Math.ceil(Math.max(most.prefWidth(-1), half.prefWidth(-1))) + Math.rint(line * 0.4);
        double from = Math.rint(line / 2);
        double until = Math.max(from + 1, Math.floor(getHeight() - line * 1.5));
        List<Label> ticks = List.of(zero, half, most);
        for (int i = 0; i < ticks.size(); i++) {
            Label each = ticks.get(i);
            double share = i / 2.0;
            double w = Math.ceil(each.prefWidth(-1));
            each.resizeRelocate(
                    left - Math.rint(line * 0.4) - w, Math.rint(until - share * (until - from) - line / 2), w, line);
        }
        double width = Math.max(1, getWidth() - left);
        for (int i = 0; i < shown.words().size(); i++) {
            Label each = below.get(i);
            double w = Math.ceil(each.prefWidth(-1));
            double at = shown.words().size() == 1 ? 0 : i / (shown.words().size() - 1.0);
            each.resizeRelocate(Math.rint(left + at * (width - w)), Math.rint(getHeight() - line), w, line);
        }
        canvas.setWidth(Math.max(0, Math.floor(getWidth())));
        canvas.setHeight(Math.max(0, Math.floor(getHeight())));
        plot = new Plot(left, width - stroke * 2, from, until, top);
        draw(plot);
    }

    private record Plot(double left, double width, double from, double until, double top) {
        double x(int i, int all) {
            return left + (all < 2 ? 0 : i * width / (all - 1));
        }

        int at(double x, int all) {
            return all < 2 ? 0 : Math.clamp(Math.round((x - left) / width * (all - 1)), 0, all - 1);
        }

        double y(double value) {
            return until - value / top * (until - from);
        }
    }

    private void draw(Plot plot) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setStroke(grid.getValue());
        g.setLineWidth(1);
        for (double share : new double[] {0, 0.5, 1}) {
            double y = Math.floor(plot.y(share * plot.top())) + 0.5;
            g.strokeLine(plot.left(), y, plot.left() + plot.width(), y);
        }
        int past = shown.first().length;
        int all = past + shown.ahead().size();
        if (!shown.ahead().isEmpty()) {
            ahead(g, plot, past, all);
        }
        if (at >= 0 && at < past) {
            double rule = Math.floor(plot.x(at, all)) + 0.5;
            g.setStroke(first.getValue());
            g.strokeLine(rule, plot.from(), rule, plot.until());
        }
        line(g, plot, shown.second(), all, second.getValue());
        line(g, plot, shown.first(), all, first.getValue());
    }

    private void ahead(GraphicsContext g, Plot plot, int past, int all) {
        List<Ahead> days = shown.ahead();
        double[] x = new double[days.size() * 2];
        double[] y = new double[x.length];
        for (int i = 0; i < days.size(); i++) {
            x[i] = plot.x(past + i, all);
            y[i] = plot.y(days.get(i).high());
            x[x.length - 1 - i] = x[i];
            y[x.length - 1 - i] = plot.y(days.get(i).low());
        }
        g.setFill(band.getValue());
        g.fillPolygon(x, y, x.length);
        if (past > 0) {
            double rule = Math.floor((plot.x(past - 1, all) + plot.x(past, all)) / 2) + 0.5;
            g.setLineDashes(3, 3);
            g.strokeLine(rule, plot.from(), rule, plot.until());
        }
        g.setStroke(first.getValue());
        g.setLineWidth(stroke);
        g.setLineDashes(4 * stroke, 3 * stroke);
        g.beginPath();
        for (int i = 0; i < days.size(); i++) {
            double px = plot.x(past + i, all);
            double py = plot.y(days.get(i).expected());
            if (i == 0) {
                g.moveTo(px, py);
            } else {
                g.lineTo(px, py);
            }
        }
        g.stroke();
        g.setLineDashes();
    }

    private void line(GraphicsContext g, Plot plot, double[] values, int all, Color ink) {
        g.setStroke(ink);
        g.setLineWidth(stroke);
        g.setLineJoin(StrokeLineJoin.ROUND);
        boolean down = false;
        g.beginPath();
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                down = false;
            } else if (down) {
                g.lineTo(plot.x(i, all), plot.y(values[i]));
            } else {
                g.moveTo(plot.x(i, all), plot.y(values[i]));
                down = true;
            }
        }
        g.stroke();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
