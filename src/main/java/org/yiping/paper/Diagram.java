package org.yiping.paper;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/// Diagrams of values, each beside its name; what is unknown has no length and says so. Drawn without
/// colour, in a block as wide as a sheet. Immutable; any thread.
public final class Diagram {
    private static final double SIZE = 8.5;
    private static final double BAR = 15;
    private static final double NAMES = 150;
    private static final double FIGURES = 62;
    private static final double HIGH = 150;
    private static final double LEFT = 44;
    private static final double BELOW = 18;
    private static final double ABOVE = 8;
    private static final int STEPS = 4;

    private final Type type;
    private final DoubleFunction<String> worded;
    private final String unknown;

    /// A value under its name; without one it is unknown.
    public record Value(String name, @Nullable Double value) {}

    /// Something drawn, and how high it is.
    public record Block(double high, List<Item> items) {
        public Block {
            items = List.copyOf(items);
        }
    }

    /// `worded` writes a value, `unknown` stands where there is none.
    public Diagram(Type type, DoubleFunction<String> worded, String unknown) {
        this.type = type;
        this.worded = worded;
        this.unknown = unknown;
    }

    /// One below another, the value at the bar's end.
    public Block bars(List<Value> values) {
        List<Item> items = new ArrayList<>();
        double most = most(values).orElse(0);
        double room = Sheet.width() - NAMES - FIGURES;
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            double y = i * BAR;
            double base = y + (BAR + SIZE * 0.73) / 2;
            String name = type.lines(value.name(), SIZE, false, NAMES - 8).getFirst();
            items.add(new Item.Words(NAMES - 8 - type.width(name, SIZE, false), base, SIZE, false, Ink.TEXT, name));
            Double is = value.value();
            double wide = is == null || most <= 0 ? 0 : Math.max(0.6, room * Math.max(0, is) / most);
            if (wide > 0) {
                Path2D bar = new Path2D.Double(new Rectangle2D.Double(NAMES, y + 3, wide, BAR - 6));
                items.add(new Item.Figure(bar, Ink.SHADE_3, 0, List.of()));
            }
            String word = is == null ? unknown : worded.apply(is);
            items.add(new Item.Words(NAMES + wide + 5, base, SIZE, false, is == null ? Ink.MUTED : Ink.TEXT, word));
        }
        Path2D axis = new Path2D.Double();
        axis.moveTo(NAMES, 0);
        axis.lineTo(NAMES, values.size() * BAR);
        items.add(new Item.Figure(axis, Ink.MUTED, 0.6, List.of()));
        return new Block(values.size() * BAR + 8, items);
    }

    /// One after another in time, from zero; a gap where a value is unknown.
    public Block line(List<Value> values) {
        List<Item> items = new ArrayList<>();
        boolean whole = values.stream().allMatch(v -> v.value() == null || v.value() == Math.rint(v.value()));
        double step = Math.max(whole ? 1 : 0, step(most(values).orElse(0)));
        double top = step * STEPS;
        double room = HIGH - ABOVE - BELOW;
        double floor = HIGH - BELOW;
        for (int i = 0; i <= STEPS; i++) {
            double y = floor - room * i / STEPS;
            Path2D rule = new Path2D.Double();
            rule.moveTo(LEFT, y);
            rule.lineTo(Sheet.width(), y);
            items.add(new Item.Figure(rule, i == 0 ? Ink.MUTED : Ink.RULE, i == 0 ? 0.6 : 0.4, List.of()));
            String word = worded.apply(step * i);
            items.add(new Item.Words(LEFT - 6 - type.width(word, 7.5, false), y + 2.7, 7.5, false, Ink.MUTED, word));
        }
        double each = (Sheet.width() - LEFT) / Math.max(1, values.size());
        Path2D curve = new Path2D.Double();
        boolean open = false;
        double free = 0;
        for (int i = 0; i < values.size(); i++) {
            double x = LEFT + each * (i + 0.5);
            Double is = values.get(i).value();
            if (is != null) {
                double y = floor - room * Math.max(0, is) / top;
                if (open) {
                    curve.lineTo(x, y);
                } else {
                    curve.moveTo(x, y);
                }
                Path2D dot = new Path2D.Double(new Rectangle2D.Double(x - 1.4, y - 1.4, 2.8, 2.8));
                items.add(new Item.Figure(dot, Ink.TEXT, 0, List.of()));
            }
            open = is != null;
            String name = values.get(i).name();
            double wide = type.width(name, 7.5, false);
            if (x - wide / 2 >= free && x + wide / 2 <= Sheet.width() + 4) {
                items.add(new Item.Words(x - wide / 2, HIGH - 6, 7.5, false, Ink.MUTED, name));
                free = x + wide / 2 + 8;
            }
        }
        items.add(new Item.Figure(curve, Ink.TEXT, 1.1, List.of()));
        return new Block(HIGH + 6, items);
    }

    private static OptionalDouble most(List<Value> values) {
        return values.stream()
                .map(Value::value)
                .filter(java.util.Objects::nonNull)
                .mapToDouble(v -> v)
                .max();
    }

    /// One, two or five times a power of ten, so that four of them hold the most.
    static double step(double most) {
        if (most <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(most / STEPS)));
        for (double times : new double[] {1, 2, 5}) {
            if (times * power * STEPS >= most) {
                return times * power;
            }
        }
        return 10 * power;
    }
}
