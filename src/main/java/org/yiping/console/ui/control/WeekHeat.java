package org.yiping.console.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// How much falls into each hour of the week (小时热力): a row a day from Monday, a column an hour, the darker the
/// more. JavaFX thread.
///
/// Where somebody sits, a click or arrows and Enter open an hour.
public final class WeekHeat extends Region {
    private static final int DAYS = 7;
    private static final int HOURS = 24;
    private static final int EACH = 6;
    private static final StyleablePropertyFactory<WeekHeat> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<WeekHeat, Color> INK =
            STYLES.createColorCssMetaData("-heat-ink", heat -> heat.ink, Color.TRANSPARENT);
    private static final CssMetaData<WeekHeat, Color> NONE =
            STYLES.createColorCssMetaData("-heat-none", heat -> heat.none, Color.TRANSPARENT);
    private static final CssMetaData<WeekHeat, Color> EDGE =
            STYLES.createColorCssMetaData("-heat-edge", heat -> heat.edge, Color.TRANSPARENT);

    private final StyleableProperty<Color> ink = Inks.property(this, INK, this::requestLayout);
    private final StyleableProperty<Color> none = Inks.property(this, NONE, this::requestLayout);
    private final StyleableProperty<Color> edge = Inks.property(this, EDGE, this::requestLayout);
    private final Canvas canvas = new Canvas();
    private final List<Label> days = new ArrayList<>();
    private final List<Label> hours = new ArrayList<>();
    private List<Long> values = List.of();
    private int cursor = -1;
    private double left;
    private double top;

    /// `names` of the days from Monday.
    public WeekHeat(List<String> names) {
        getStyleClass().add("week-heat");
        setMinSize(0, 0);
        getChildren().add(canvas);
        names.forEach(n -> days.add(label(n)));
        for (int hour = 0; hour < HOURS; hour += EACH) {
            hours.add(label(Integer.toString(hour)));
        }
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    private Label label(String text) {
        Label label = Words.kept(text, "heat-word");
        getChildren().add(label);
        return label;
    }

    /// What an hour opens, by its place in the week.
    public WeekHeat opens(IntConsumer open) {
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(e -> {
            int at = at(e.getX(), e.getY());
            if (at >= 0) {
                requestFocus();
                move(at);
                open.accept(at);
            }
        });
        setOnKeyPressed(e -> {
            int step = step(e.getCode());
            if (step != 0) {
                move(Math.floorMod(Math.max(cursor, 0) + (cursor < 0 ? 0 : step), DAYS * HOURS));
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER && cursor >= 0) {
                open.accept(cursor);
                e.consume();
            }
        });
        focusedProperty().subscribe(_ -> requestLayout());
        return this;
    }

    private static int step(KeyCode code) {
        return switch (code) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -HOURS;
            case DOWN -> HOURS;
            default -> 0;
        };
    }

    private void move(int to) {
        cursor = to;
        requestLayout();
    }

    private int at(double x, double y) {
        double w = (getWidth() - left) / HOURS;
        double h = (getHeight() - top) / DAYS;
        int hour = (int) Math.floor((x - left) / w);
        int day = (int) Math.floor((y - top) / h);
        return hour < 0 || hour >= HOURS || day < 0 || day >= DAYS ? -1 : day * HOURS + hour;
    }

    /// 168 numbers from Monday's first hour on; none where they are unknown.
    public void show(List<Long> next) {
        if (!next.equals(values)) {
            values = List.copyOf(next);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double word = 0;
        for (Label day : days) {
            word = Math.max(word, Math.ceil(day.prefWidth(-1)));
        }
        double line = Math.ceil(days.getFirst().prefHeight(-1));
        left = word + Math.rint(line * 0.4);
        top = line;
        double w = (getWidth() - left) / HOURS;
        double h = (getHeight() - top) / DAYS;
        for (int i = 0; i < days.size(); i++) {
            days.get(i).resizeRelocate(0, Math.rint(top + i * h + (h - line) / 2), word, line);
        }
        for (int i = 0; i < hours.size(); i++) {
            Label hour = hours.get(i);
            hour.resizeRelocate(Math.rint(left + i * EACH * w), 0, Math.ceil(hour.prefWidth(-1)), line);
        }
        draw(w, h);
    }

    private void draw(double w, double h) {
        canvas.setWidth(Math.max(0, Math.floor(getWidth())));
        canvas.setHeight(Math.max(0, Math.floor(getHeight())));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (values.size() < DAYS * HOURS || w <= 1 || h <= 1) {
            return;
        }
        long most = values.stream().mapToLong(Long::longValue).max().orElse(0);
        for (int i = 0; i < DAYS * HOURS; i++) {
            int day = i / HOURS;
            double x = Math.rint(left + i % HOURS * w);
            double y = Math.rint(top + day * h);
            double right = Math.rint(left + (i % HOURS + 1) * w) - 1;
            double bottom = Math.rint(top + (day + 1) * h) - 1;
            double share = most == 0 ? 0 : values.get(i) / (double) most;
            g.setFill(share == 0 ? none.getValue() : none.getValue().interpolate(ink.getValue(), 0.12 + 0.88 * share));
            g.fillRect(x, y, right - x, bottom - y);
            if (i == cursor && isFocused()) {
                g.setStroke(edge.getValue());
                g.setLineWidth(2);
                g.strokeRect(x, y, right - x, bottom - y);
            }
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
