package org.yiping.domain.wall;

import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Span;

/// A part of a wall as cells of a grid over it, whatever its monitors are: what a desk sends goes there and
/// stays there while scenes turn beneath. Immutable; any thread.
///
/// Two regions are compared as shares of the wall, by whole numbers.
public record Region(Grid grid, Span at) {
    public static final Region WHOLE = new Region(new Grid(1, 1), new Span(1, 1, 1, 1));

    /// Whether it lies on its grid and the grid is one of a wall.
    public boolean fits() {
        return grid.columns() >= 1
                && grid.rows() >= 1
                && grid.columns() <= WallScene.MOST_CELLS
                && grid.rows() <= WallScene.MOST_CELLS
                && at.column() >= 1
                && at.row() >= 1
                && at.columns() >= 1
                && at.rows() >= 1
                && (long) at.column() - 1 + at.columns() <= grid.columns()
                && (long) at.row() - 1 + at.rows() <= grid.rows();
    }

    /// Whether both cover a part of the wall.
    public boolean meets(Region o) {
        return left() * o.grid.columns() < o.right() * grid.columns()
                && o.left() * grid.columns() < right() * o.grid.columns()
                && top() * o.grid.rows() < o.bottom() * grid.rows()
                && o.top() * grid.rows() < bottom() * o.grid.rows();
    }

    /// Whether the other one covers all of this.
    public boolean within(Region o) {
        return o.left() * grid.columns() <= left() * o.grid.columns()
                && right() * o.grid.columns() <= o.right() * grid.columns()
                && o.top() * grid.rows() <= top() * o.grid.rows()
                && bottom() * o.grid.rows() <= o.bottom() * grid.rows();
    }

    /// As a share of the wall, 0 to 1 in both directions.
    public Box share() {
        double x = (double) left() / grid.columns();
        double y = (double) top() / grid.rows();
        return new Box(x, y, (double) right() / grid.columns() - x, (double) bottom() / grid.rows() - y);
    }

    private int left() {
        return at.column() - 1;
    }

    private int right() {
        return left() + at.columns();
    }

    private int top() {
        return at.row() - 1;
    }

    private int bottom() {
        return top() + at.rows();
    }
}
