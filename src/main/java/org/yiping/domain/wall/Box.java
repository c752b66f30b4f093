package org.yiping.domain.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rectangle of the desktop in pixels, as monitors and what stands on them are placed by. Immutable; any thread.
///
/// Neighbours share an edge and no pixel: the right and the lower edge do not belong to it.
public record Box(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double area() {
        return width * height;
    }

    public boolean inside(Box other) {
        return x >= other.x && y >= other.y && right() <= other.right() && bottom() <= other.bottom();
    }

    /// What both cover.
    public Optional<Box> meet(Box other) {
        double left = Math.max(x, other.x);
        double top = Math.max(y, other.y);
        double right = Math.min(right(), other.right());
        double bottom = Math.min(bottom(), other.bottom());
        return right > left && bottom > top
                ? Optional.of(new Box(left, top, right - left, bottom - top))
                : Optional.empty();
    }

    /// What is left of this one under another: none to four rectangles that do not overlap.
    public List<Box> without(Box other) {
        Box hole = meet(other).orElse(null);
        if (hole == null) {
            return List.of(this);
        }
        List<Box> left = new ArrayList<>(4);
        add(left, x, y, right(), hole.y);
        add(left, x, hole.y, hole.x, hole.bottom());
        add(left, hole.right(), hole.y, right(), hole.bottom());
        add(left, x, hole.bottom(), right(), bottom());
        return left;
    }

    private static void add(List<Box> to, double left, double top, double right, double bottom) {
        if (right > left && bottom > top) {
            to.add(new Box(left, top, right - left, bottom - top));
        }
    }

    /// The smallest one around all; without any, one of no size.
    public static Box around(List<Box> boxes) {
        double left = boxes.stream().mapToDouble(Box::x).min().orElse(0);
        double top = boxes.stream().mapToDouble(Box::y).min().orElse(0);
        double right = boxes.stream().mapToDouble(Box::right).max().orElse(0);
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElse(0);
        return new Box(left, top, right - left, bottom - top);
    }
}
