package org.yiping.paper;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/// A map of areas shaded from little to much (分布图), with a legend; an area without a value stays white and dotted
/// round. Equal steps between the least and the most: what a shade means stands beside it. Immutable; any thread.
public final class AreaMap {
    private static final List<Ink> SHADES = List.of(Ink.SHADE_1, Ink.SHADE_2, Ink.SHADE_3, Ink.SHADE_4, Ink.SHADE_5);
    private static final double HIGH = 290;
    private static final double LEGEND = 130;
    private static final double SIZE = 7.5;
    /// Corners nearer than this are one on paper.
    private static final double NEAR = 0.4;
    private static final double METRES_A_DEGREE = 111_320;

    private AreaMap() {}

    /// Rings as longitudes and latitudes by turns.
    public record Area(
            String name, List<double[]> rings, @Nullable Double value) {
        public Area {
            rings = List.copyOf(rings);
        }
    }

    /// How its numbers are written, and what stands for none.
    public record Wording(DoubleFunction<String> worded, String unknown) {}

    public static Diagram.Block of(Type type, List<Area> areas, Wording wording) {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        areas.forEach(a -> a.rings().forEach(r -> widen(box, r)));
        if (box[0] > box[2]) {
            return new Diagram.Block(0, List.of());
        }
        double squeeze = Math.cos(Math.toRadians((box[1] + box[3]) / 2));
        double scale = Math.min(
                (Sheet.width() - LEGEND) / Math.max(1e-9, (box[2] - box[0]) * squeeze),
                HIGH / Math.max(1e-9, box[3] - box[1]));
        List<Double> values = areas.stream()
                .map(Area::value)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        double least = values.isEmpty() ? 0 : values.getFirst();
        double most = values.isEmpty() ? 0 : values.getLast();
        List<Item> items = new ArrayList<>();
        List<Item> names = new ArrayList<>();
        for (Area area : areas) {
            Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            area.rings().forEach(r -> add(path, r, box, squeeze, scale));
            Double value = area.value();
            int shade = value == null ? -1 : shade(value, least, most);
            if (shade >= 0) {
                items.add(new Item.Figure(path, SHADES.get(shade), 0, List.of()));
            }
            items.add(new Item.Figure(path, Ink.MUTED, 0.5, value == null ? List.of(1.5, 1.5) : List.of()));
            Rectangle2D at = path.getBounds2D();
            double wide = type.width(area.name(), SIZE, false);
            if (wide < at.getWidth() && SIZE * 1.2 < at.getHeight()) {
                names.add(new Item.Words(
                        at.getCenterX() - wide / 2,
                        at.getCenterY() + SIZE * 0.36,
                        SIZE,
                        false,
                        shade >= 3 ? Ink.PAPER : Ink.TEXT,
                        area.name()));
            }
        }
        items.addAll(names);
        double high = Math.min(HIGH, (box[3] - box[1]) * scale);
        legend(least, most, values.isEmpty(), wording, items);
        scaleBar(type, scale / METRES_A_DEGREE, high, items);
        return new Diagram.Block(Math.max(high, 110) + 8, items);
    }

    private static int shade(double value, double least, double most) {
        return most <= least
                ? 0
                : (int) Math.min(SHADES.size() - 1, Math.floor((value - least) / (most - least) * SHADES.size()));
    }

    private static void legend(double least, double most, boolean none, Wording wording, List<Item> into) {
        double x = Sheet.width() - LEGEND + 18;
        double y = 4;
        int steps = none ? 0 : most <= least ? 1 : SHADES.size();
        for (int i = steps - 1; i >= 0; i--) {
            double from = least + (most - least) * i / steps;
            double to = least + (most - least) * (i + 1) / steps;
            String words = wording.worded().apply(from)
                    + (steps == 1 ? "" : " – " + wording.worded().apply(to));
            key(x, y, SHADES.get(i), words, into);
            y += 15;
        }
        key(x, y, null, wording.unknown(), into);
    }

    private static void key(double x, double y, @Nullable Ink ink, String words, List<Item> into) {
        Path2D box = new Path2D.Double(new Rectangle2D.Double(x, y, 16, 9));
        if (ink != null) {
            into.add(new Item.Figure(box, ink, 0, List.of()));
        }
        into.add(new Item.Figure(box, Ink.MUTED, 0.5, ink == null ? List.of(1.5, 1.5) : List.of()));
        into.add(new Item.Words(x + 22, y + 7.5, SIZE, false, Ink.TEXT, words));
    }

    /// `points` are how many a metre has.
    private static void scaleBar(Type type, double points, double high, List<Item> into) {
        double metres = Diagram.step(70 / points * 4);
        String words = metres >= 1000 ? Math.round(metres / 1000) + " km" : Math.round(metres) + " m";
        double x = Sheet.width() - LEGEND + 18;
        double y = Math.max(high, 110) - 2;
        Path2D bar = new Path2D.Double();
        bar.moveTo(x, y - 3);
        bar.lineTo(x, y);
        bar.lineTo(x + metres * points, y);
        bar.lineTo(x + metres * points, y - 3);
        into.add(new Item.Figure(bar, Ink.TEXT, 0.7, List.of()));
        into.add(new Item.Words(
                x + metres * points / 2 - type.width(words, SIZE, false) / 2, y - 5, SIZE, false, Ink.TEXT, words));
    }

    private static void widen(double[] box, double[] ring) {
        for (int i = 0; i + 1 < ring.length; i += 2) {
            box[0] = Math.min(box[0], ring[i]);
            box[1] = Math.min(box[1], ring[i + 1]);
            box[2] = Math.max(box[2], ring[i]);
            box[3] = Math.max(box[3], ring[i + 1]);
        }
    }

    private static void add(Path2D path, double[] ring, double[] box, double squeeze, double scale) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i + 1 < ring.length; i += 2) {
            double x = (ring[i] - box[0]) * squeeze * scale;
            double y = (box[3] - ring[i + 1]) * scale;
            if (i == 0) {
                path.moveTo(x, y);
            } else if (Math.hypot(x - lastX, y - lastY) >= NEAR) {
                path.lineTo(x, y);
            } else {
                continue;
            }
            lastX = x;
            lastY = y;
        }
        if (ring.length >= 6) {
            path.closePath();
        }
    }
}
