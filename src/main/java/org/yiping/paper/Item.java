package org.yiping.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// One thing on a page, in points from its upper left corner. Immutable as used; any thread.
public sealed interface Item {
    /// Words in one line; `y` is where they stand.
    record Words(double x, double y, double size, boolean bold, Ink ink, String text) implements Item {}

    /// A figure, filled, or stroked where `width` is more than 0; `dashes` are empty for a whole line.
    record Figure(Path2D path, Ink ink, double width, List<Double> dashes) implements Item {
        public Figure {
            dashes = List.copyOf(dashes);
        }
    }

    record Picture(double x, double y, double width, double height, BufferedImage image) implements Item {}

    /// The same elsewhere.
    default Item moved(double dx, double dy) {
        return switch (this) {
            case Words w -> new Words(w.x() + dx, w.y() + dy, w.size(), w.bold(), w.ink(), w.text());
            case Figure f ->
                new Figure(
                        new Path2D.Double(f.path(), AffineTransform.getTranslateInstance(dx, dy)),
                        f.ink(),
                        f.width(),
                        f.dashes());
            case Picture p -> new Picture(p.x() + dx, p.y() + dy, p.width(), p.height(), p.image());
        };
    }
}
