package org.yiping.console.ui.wall;

import javafx.scene.Node;
import javafx.scene.image.ImageView;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.WallScene.Grid;

/// Where the wall lies in the node that draws it small, and what in it. Immutable; `place` on the FX thread.
record MiniFrame(double left, double top, double width, double height) {
    /// Of a monitor, and of what stands around all of them.
    private static final double WIDE = 16.0 / 9;

    private static final double EDGE = 6;

    /// All of a part of the wall, or a corner of it.
    enum Where {
        FILLS,
        TOP_RIGHT,
        BOTTOM_LEFT
    }

    /// As large as there is room.
    static MiniFrame of(double room, double height, Grid monitors) {
        double wide = Math.max(1, room - 2 * EDGE);
        double high = Math.max(1, height - 2 * EDGE);
        double shape = WIDE * monitors.columns() / monitors.rows();
        double across = Math.floor(Math.min(wide, high * shape));
        double down = Math.floor(across / shape);
        return new MiniFrame(Math.floor((room - across) / 2), Math.floor((height - down) / 2), across, down);
    }

    /// How high the wall is at that width.
    static double height(double room, Grid monitors) {
        return Math.max(0, room - 2 * EDGE) * monitors.rows() / (WIDE * monitors.columns()) + 2 * EDGE;
    }

    /// `at` is a share of the wall.
    void place(Node node, Box at, Where where) {
        double x = Math.rint(left + width * at.x());
        double y = Math.rint(top + height * at.y());
        double right = Math.rint(left + width * at.right());
        double bottom = Math.rint(top + height * at.bottom());
        if (where != Where.FILLS) {
            node.autosize();
            double wide = node.getLayoutBounds().getWidth();
            double high = node.getLayoutBounds().getHeight();
            boolean letter = where == Where.TOP_RIGHT;
            node.relocate(letter ? right - wide - EDGE : x + EDGE, letter ? y + EDGE : bottom - high - EDGE);
        } else if (node instanceof ImageView picture) {
            picture.setFitWidth(Math.max(1, right - x - 2));
            picture.setFitHeight(Math.max(1, bottom - y - 2));
            picture.relocate(x + 1, y + 1);
        } else {
            node.resizeRelocate(x + 1, y + 1, Math.max(0, right - x - 2), Math.max(0, bottom - y - 2));
        }
    }
}
