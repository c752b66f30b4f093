package org.yiping.console.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
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
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A stretch of time with how much happened when, pins at moments of it, and the moment that is looked at (时间轴).
/// JavaFX thread.
///
/// A press goes to a moment, or to a pin that is there; dragging shows where the hand would go, and letting go goes
/// there. Arrows move by a part, Home and End to the ends. What nothing is known of is dashed, never empty. All places
/// are shares of the width.
public final class MomentLine extends Region {
    private static final StyleablePropertyFactory<MomentLine> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<MomentLine, Color> BAR =
            STYLES.createColorCssMetaData("-moment-bar", s -> s.bar, Color.TRANSPARENT);
    private static final CssMetaData<MomentLine, Color> UNKNOWN =
            STYLES.createColorCssMetaData("-moment-unknown", s -> s.unknown, Color.TRANSPARENT);
    private static final CssMetaData<MomentLine, Color> AXIS =
            STYLES.createColorCssMetaData("-moment-axis", s -> s.axis, Color.TRANSPARENT);
    private static final CssMetaData<MomentLine, Color> NOW =
            STYLES.createColorCssMetaData("-moment-now", s -> s.now, Color.TRANSPARENT);
    private static final CssMetaData<MomentLine, Color> PIN =
            STYLES.createColorCssMetaData("-moment-pin", s -> s.pin, Color.TRANSPARENT);
    private static final double PIN_HEIGHT = 11;
    private static final double NEAR = 5;

    private final StyleableProperty<Color> bar = Inks.property(this, BAR, this::requestLayout);
    private final StyleableProperty<Color> unknown = Inks.property(this, UNKNOWN, this::requestLayout);
    private final StyleableProperty<Color> axis = Inks.property(this, AXIS, this::requestLayout);
    private final StyleableProperty<Color> now = Inks.property(this, NOW, this::requestLayout);
    private final StyleableProperty<Color> pin = Inks.property(this, PIN, this::requestLayout);
    private final Canvas canvas = new Canvas();
    private final List<Label> words = new ArrayList<>();
    private final DoubleConsumer go;
    private final IntConsumer open;
    private Moments shown = Moments.NONE;
    private double hand = -1;

    /// `counts` a part, with which of them are `known`; `pins` and `at` as shares; nothing is drawn without parts.
    public record Moments(List<Integer> counts, List<Boolean> known, List<Double> pins, double at) {
        public static final Moments NONE = new Moments(List.of(), List.of(), List.of(), 0);

        public Moments {
            counts = List.copyOf(counts);
            known = List.copyOf(known);
            pins = List.copyOf(pins);
        }
    }

    /// `go` hears to where, `open` which pin was pressed.
    public MomentLine(String id, String name, DoubleConsumer go, IntConsumer open) {
        this.go = go;
        this.open = open;
        setId(id);
        getStyleClass().add("moment-line");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(name);
        getChildren().add(canvas);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            move(e.getX());
            e.consume();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> move(e.getX()));
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(_ -> requestLayout());
    }

    private void move(double x) {
        hand = Math.clamp(x / Math.max(1, getWidth()), 0, 1);
        requestLayout();
    }

    private void released(MouseEvent e) {
        double to = hand;
        hand = -1;
        requestLayout();
        if (to < 0 || shown.counts().isEmpty()) {
            return;
        }
        int which = e.isStillSincePress() ? pinAt(e.getX()) : -1;
        if (which >= 0) {
            open.accept(which);
        } else {
            go.accept(to);
        }
    }

    private int pinAt(double x) {
        int found = -1;
        double nearest = NEAR + 0.5;
        for (int i = 0; i < shown.pins().size(); i++) {
            double away = Math.abs(shown.pins().get(i) * getWidth() - x);
            if (away < nearest) {
                nearest = away;
                found = i;
            }
        }
        return found;
    }

    private void key(KeyEvent e) {
        int parts = shown.counts().size();
        if (parts == 0 || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        double to = switch (e.getCode()) {
            case KeyCode.LEFT -> shown.at() - 1.0 / parts;
            case KeyCode.RIGHT -> shown.at() + 1.0 / parts;
            case KeyCode.HOME -> 0;
            case KeyCode.END -> 1;
            default -> Double.NaN;
        };
        if (!Double.isNaN(to)) {
            go.accept(Math.clamp(to, 0, 1));
            e.consume();
        }
    }

    /// `ends` stand below, the first at the left edge, the last at the right, the others evenly between.
    public void show(Moments next, List<String> ends) {
        while (words.size() < ends.size()) {
            Label label = Words.kept("", "lane-word");
            words.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < words.size(); i++) {
            words.get(i).setText(i < ends.size() ? ends.get(i) : "");
        }
        if (!next.equals(shown)) {
            shown = next;
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<Label> said = words.stream().filter(l -> !l.getText().isEmpty()).toList();
        double below = said.stream()
                .mapToDouble(l -> Math.ceil(l.prefHeight(-1)))
                .max()
                .orElse(0);
        for (int i = 0; i < said.size(); i++) {
            Label word = said.get(i);
            double wide = Math.ceil(word.prefWidth(-1));
            double x = said.size() == 1 ? 0 : i * getWidth() / (said.size() - 1) - wide / 2;
            word.resizeRelocate(
                    Math.floor(Math.clamp(x, 0, Math.max(0, getWidth() - wide))),
                    Math.floor(getHeight() - below),
                    wide,
                    word.prefHeight(-1));
        }
        paint(Math.max(0, getHeight() - below - 2));
    }

    private void paint(double foot) {
        double width = getWidth();
        canvas.setWidth(width);
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, getHeight());
        int parts = shown.counts().size();
        double room = Math.max(0, foot - PIN_HEIGHT - 3);
        int most = shown.counts().stream().mapToInt(Integer::intValue).max().orElse(0);
        g.setFill(axis.getValue());
        g.fillRect(0, Math.floor(foot) - 1, width, 1);
        for (int i = 0; i < parts; i++) {
            double left = Math.floor(i * width / parts);
            double wide = Math.max(1, Math.floor((i + 1) * width / parts) - left - 1);
            int count = shown.counts().get(i);
            if (!shown.known().get(i)) {
                unknown(g, left, wide, foot);
            }
            if (count > 0) {
                double high = Math.max(2, Math.rint(room * count / Math.max(1, most)));
                g.setFill(bar.getValue());
                g.fillRect(left, Math.floor(foot) - 1 - high, wide, high);
            }
        }
        for (double at : shown.pins()) {
            flag(g, at * width, foot);
        }
        if (parts > 0) {
            g.setFill(now.getValue());
            double x = Math.clamp(Math.rint(shown.at() * width), 1, Math.max(1, width - 1));
            g.fillRect(x - 1, 0, 2, foot);
            if (hand >= 0) {
                g.setStroke(now.getValue());
                g.setLineWidth(1);
                g.setLineDashes(3, 2);
                double to = Math.floor(hand * width) + 0.5;
                g.strokeLine(to, 0, to, foot);
                g.setLineDashes();
            }
        }
        if (isFocused()) {
            g.setStroke(now.getValue());
            g.setLineWidth(1);
            g.strokeRect(0.5, 0.5, Math.max(0, width - 1), Math.max(0, foot - 1));
        }
    }

    /// Two dots of a dashed line, in the middle of where bars would stand.
    private void unknown(GraphicsContext g, double left, double wide, double foot) {
        g.setFill(unknown.getValue());
        double y = Math.floor(PIN_HEIGHT + (foot - PIN_HEIGHT) / 2);
        g.fillRect(left, y, Math.max(1, Math.ceil(wide / 2)), 1);
    }

    /// A flag on its pole.
    private void flag(GraphicsContext g, double x, double foot) {
        double at = Math.floor(Math.clamp(x, 0, Math.max(0, getWidth() - 1)));
        double side = at > getWidth() - 8 ? -1 : 1;
        g.setFill(pin.getValue());
        g.fillRect(at, 0, 1, foot);
        g.fillPolygon(new double[] {at, at + side * 8, at}, new double[] {0, 4, 8}, 3);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
