package org.yiping.console.ui;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.shell.Snapshots;
import org.yiping.console.ui.wall.WallWindows;
import org.yiping.domain.wall.SceneId;

/// The wall of a preview: `wall=3x2` or `wall=screens`, `scene=overview,kpi` one after another, each for `seconds` and
/// then saved as one picture, as it looks from the hall; or `changes=1000` among them, counted. FX thread.
final class WallPreview {
    private final BinaryOperator<String> option;
    private final WallWindows wall;
    private final Fx fx;
    private final ScheduledExecutorService timer;
    private final BiConsumer<BufferedImage, String> save;

    WallPreview(
            BinaryOperator<String> option,
            WallWindows wall,
            Fx fx,
            ScheduledExecutorService timer,
            BiConsumer<BufferedImage, String> save) {
        this.option = option;
        this.wall = wall;
        this.fx = fx;
        this.timer = timer;
        this.save = save;
    }

    void show(double width, double height) {
        String monitors = option.apply("wall", "");
        List<Rectangle2D> screens = open(wall, monitors, width, height);
        List<String> names = List.of(option.apply("scene", "overview").split(","));
        long each = Long.parseLong(option.apply("seconds", "4"));
        int changes = Integer.parseInt(option.apply("changes", "0"));
        if (changes > 0) {
            fx.after(Duration.ofSeconds(each), () -> new SceneChanges(wall, names, changes, Preview::end).start());
            return;
        }
        double shrink = Double.parseDouble(option.apply("shrink", "0.5"));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean last = i == names.size() - 1;
            var _ = timer.schedule(() -> fx.execute(() -> wall.order(new SceneId(name))), each * i, TimeUnit.SECONDS);
            var _ = timer.schedule(
                    () -> fx.execute(() -> {
                        save.accept(of(wall, screens, shrink), monitors + "-" + name);
                        if (last) {
                            Preview.end();
                        }
                    }),
                    each * (i + 1) - 1,
                    TimeUnit.SECONDS);
        }
    }

    /// On `3x2` of one size, or on the desktop's monitors, whatever becomes of them, where it says `screens`.
    private static List<Rectangle2D> open(WallWindows wall, String monitors, double width, double height) {
        List<Rectangle2D> screens = screens(monitors, width, height);
        wall.open(screens);
        if (monitors.equals("screens")) {
            wall.follow(WallPreview::desktop);
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

    private static BufferedImage of(WallWindows wall, List<Rectangle2D> screens, double shrink) {
        Rectangle2D last = screens.getLast();
        BufferedImage whole = new BufferedImage(
                (int) (last.getMaxX() * shrink), (int) (last.getMaxY() * shrink), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = whole.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < Math.min(screens.size(), wall.scenes().size()); i++) {
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
