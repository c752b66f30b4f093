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

/// A day in lanes, one a kind of spell, so that no kind is told by colour alone (时间轴). JavaFX thread.
///
/// A click or the arrows choose a spell. What nothing is known of is drawn hollow.
public final class SpellLanes extends Region {
    private static final StyleablePropertyFactory<SpellLanes> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<SpellLanes, Color> FIRST =
            STYLES.createColorCssMetaData("-lane-first", s -> s.first, Color.TRANSPARENT);
    private static final CssMetaData<SpellLanes, Color> SECOND =
            STYLES.createColorCssMetaData("-lane-second", s -> s.second, Color.TRANSPARENT);
    private static final CssMetaData<SpellLanes, Color> THIRD =
            STYLES.createColorCssMetaData("-lane-third", s -> s.third, Color.TRANSPARENT);
    private static final CssMetaData<SpellLanes, Color> HOLLOW =
            STYLES.createColorCssMetaData("-lane-hollow", s -> s.hollow, Color.TRANSPARENT);
    private static final CssMetaData<SpellLanes, Color> GRID =
            STYLES.createColorCssMetaData("-lane-grid", s -> s.grid, Color.TRANSPARENT);
    private static final CssMetaData<SpellLanes, Color> CHOSEN =
            STYLES.createColorCssMetaData("-lane-chosen", s -> s.mark, Color.TRANSPARENT);

    private final StyleableProperty<Color> first = Inks.property(this, FIRST, this::requestLayout);
    private final StyleableProperty<Color> second = Inks.property(this, SECOND, this::requestLayout);
    private final StyleableProperty<Color> third = Inks.property(this, THIRD, this::requestLayout);
    private final StyleableProperty<Color> hollow = Inks.property(this, HOLLOW, this::requestLayout);
    private final StyleableProperty<Color> grid = Inks.property(this, GRID, this::requestLayout);
    private final StyleableProperty<Color> mark = Inks.property(this, CHOSEN, this::requestLayout);
    private final Canvas canvas = new Canvas();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> hours = new ArrayList<>();
    private final IntConsumer open;
    private List<Bar> bars = List.of();
    private int chosen = -1;
    private double left;
    private double below;

    /// From and until as shares of the width; `lane` counts from the top, the last one is hollow.
    public record Bar(int lane, double from, double until) {}

    /// `lanes` by name; `open` hears which bar was chosen.
    public SpellLanes(List<String> lanes, IntConsumer open) {
        this.open = open;
        getStyleClass().add("spell-lanes");
        setMinSize(0, 0);
        getChildren().add(canvas);
        lanes.forEach(name -> names.add(label(name)));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(e -> {
            requestFocus();
            choose(at(e.getX(), e.getY()));
        });
        setOnKeyPressed(e -> {
            int step = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0;
            if (step != 0 && !bars.isEmpty()) {
                choose(Math.clamp(chosen + (long) step, 0, bars.size() - 1));
                e.consume();
            }
        });
        focusedProperty().subscribe(_ -> requestLayout());
    }

    private Label label(String text) {
        Label label = Words.kept(text, "lane-word");
        getChildren().add(label);
        return label;
    }

    /// `words` stand below, the first at the left edge, the last at the right, the others evenly between.
    public void show(List<Bar> next, List<String> words) {
        bars = List.copyOf(next);
        chosen = -1;
        while (hours.size() < words.size()) {
            hours.add(label(""));
        }
        for (int i = 0; i < hours.size(); i++) {
            hours.get(i).setText(i < words.size() ? words.get(i) : "");
        }
        requestLayout();
    }

    private void choose(int bar) {
        if (bar >= 0) {
            chosen = bar;
            open.accept(bar);
            requestLayout();
        }
    }

    private int at(double x, double y) {
        double share = (x - left) / (getWidth() - left);
        int lane = (int) Math.floor(y / laneHeight());
        int found = -1;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            if (share >= bar.from() - 0.004 && share <= bar.until() + 0.004 && (found < 0 || bar.lane() == lane)) {
                found = i;
            }
        }
        return found;
    }

    private double laneHeight() {
        return (getHeight() - below) / Math.max(1, names.size());
    }

    @Override
    protected void layoutChildren() {
        left = names.stream().mapToDouble(l -> Math.ceil(l.prefWidth(-1))).max().orElse(0) + 8;
        below = hours.stream()
                        .mapToDouble(l -> Math.ceil(l.prefHeight(-1)))
                        .max()
                        .orElse(0)
                + 2;
        double width = Math.max(0, getWidth() - left);
        double lane = laneHeight();
        for (int i = 0; i < names.size(); i++) {
            Label name = names.get(i);
            double high = name.prefHeight(-1);
            name.resizeRelocate(0, Math.floor(i * lane + (lane - high) / 2), name.prefWidth(-1), high);
        }
        List<Label> said = hours.stream().filter(l -> !l.getText().isEmpty()).toList();
        for (int i = 0; i < said.size(); i++) {
            Label hour = said.get(i);
            double wide = Math.ceil(hour.prefWidth(-1));
            double x = said.size() == 1 ? left : left + i * width / (said.size() - 1) - wide / 2;
            hour.resizeRelocate(
                    Math.floor(Math.clamp(x, left, Math.max(left, getWidth() - wide))),
                    Math.floor(getHeight() - below + 2),
                    wide,
                    hour.prefHeight(-1));
        }
        paint(width, lane, said.size());
    }

    private void paint(double width, double lane, int marks) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFill(grid.getValue());
        for (int i = 0; i <= names.size(); i++) {
            g.fillRect(left, Math.floor(i * lane), width, 1);
        }
        for (int i = 0; i < marks; i++) {
            g.fillRect(
                    Math.floor(left + i * Math.max(0, width - 1) / Math.max(1, marks - 1)), 0, 1, lane * names.size());
        }
        Color[] inks = {first.getValue(), second.getValue(), third.getValue(), hollow.getValue()};
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double x = Math.floor(left + bar.from() * width);
            double wide = Math.max(2, Math.floor((bar.until() - bar.from()) * width));
            double y = Math.floor(bar.lane() * lane) + 3;
            double high = Math.max(3, Math.floor(lane) - 5);
            boolean empty = bar.lane() == names.size() - 1;
            if (empty) {
                g.setStroke(inks[3]);
                g.setLineWidth(1);
                g.setLineDashes(3, 2);
                g.strokeRect(x + 0.5, y + 0.5, Math.max(1, wide - 1), high - 1);
                g.setLineDashes();
            } else {
                g.setFill(inks[Math.min(bar.lane(), 2)]);
                g.fillRect(x, y, wide, high);
            }
            if (i == chosen) {
                g.setStroke(mark.getValue());
                g.setLineWidth(2);
                g.strokeRect(x - 1, y - 1, wide + 2, high + 2);
            }
        }
        if (isFocused()) {
            g.setStroke(mark.getValue());
            g.setLineWidth(1);
            g.strokeRect(left + 0.5, 0.5, Math.max(0, width - 1), Math.max(0, lane * names.size() - 1));
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return names.size() * 20 + 22;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
