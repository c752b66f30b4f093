package org.yiping.console.ui;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.yiping.console.ui.shell.Snapshots;
import org.yiping.console.ui.wall.WallWindows;

/// All windows of a wall in one picture, as it looks from the hall. FX thread.
final class Mosaic {
    private Mosaic() {}

    /// On `3x2` of one size, or on the desktop's monitors, whatever becomes of them, where it says `screens`.
    static List<Rectangle2D> open(WallWindows wall, String monitors, double width, double height) {
        List<Rectangle2D> screens = screens(monitors, width, height);
        wall.open(screens);
        if (monitors.equals("screens")) {
            wall.follow(Mosaic::desktop);
        }
        return screens;
    }

    private static List<Rectangle2D> screens(String monitors, double width, double height) {
        if (monitors.equals("screens")) {
            return desktop();
        }
        int columns = Integer.parseInt(monitors.substring(0, monitors.indexOf('x')));
        int rows = Integer.parseInt(monitors.substring(monitors.indexOf('x') + 1));
        return IntStream.range(0, columns * rows)
                .mapToObj(i -> new Rectangle2D(i % columns * width, Math.floorDiv(i, columns) * height, width, height))
                .toList();
    }

    private static List<Rectangle2D> desktop() {
        return Screen.getScreens().stream().map(Screen::getBounds).toList();
    }

    static BufferedImage of(WallWindows wall, List<Rectangle2D> screens, double shrink) {
        Rectangle2D last = screens.getLast();
        BufferedImage whole = new BufferedImage(
                (int) (last.getMaxX() * shrink), (int) (last.getMaxY() * shrink), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = whole.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < screens.size(); i++) {
            Rectangle2D at = screens.get(i);
            pen.drawImage(
                    Snapshots.take(wall.scenes().get(i).scene()),
                    (int) (at.getMinX() * shrink),
                    (int) (at.getMinY() * shrink),
                    (int) (at.getWidth() * shrink) - 2,
                    (int) (at.getHeight() * shrink) - 2,
                    null);
        }
        pen.dispose();
        return whole;
    }
}
