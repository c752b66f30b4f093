package org.yiping.golden;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.shell.Snapshots;

/// Takes the pictures. Called from the test's thread; the toolkit must be up.
///
/// Panels stand in a scene without a window: no window manager, focus or pointer has a say in how they look.
final class Camera {
    /// Lists measure their rows in one pass and place them in the next.
    private static final int PASSES = 4;

    private static final int MOST_LOOKS = 10;
    /// Longer than a grid takes for settled.
    private static final int BETWEEN_LOOKS = 30;

    private Camera() {}

    static BufferedImage picture(Panel panel, Seat seat, double width, double height, int pulses) {
        Scene scene = Toolkit.onFx(() -> dressed(panel.root(), seat.hall, width, height));
        Toolkit.onFx(() -> {
            seat.before();
            settle(scene.getRoot());
            panel.onShow();
            return true;
        });
        BufferedImage taken = picture(scene, seat, pulses);
        Toolkit.onFx(() -> {
            panel.onHide();
            return true;
        });
        return taken;
    }

    static BufferedImage picture(Scene scene, Seat seat, int pulses) {
        Toolkit.onFx(() -> {
            seat.before();
            return settle(scene.getRoot());
        });
        pass(pulses);
        BufferedImage taken = taken(scene, seat);
        for (int i = 0; pulses > 1 && i < MOST_LOOKS; i++) { // streams of a tile's new size come when it has settled
            pass(BETWEEN_LOOKS);
            BufferedImage again = taken(scene, seat);
            if (same(taken, again)) {
                break;
            }
            taken = again;
        }
        return taken;
    }

    private static BufferedImage taken(Scene scene, Seat seat) {
        return Toolkit.onFx(() -> {
            seat.now();
            scene.getRoot().requestFocus(); // whether a window has the focus is not up to a test
            settle(scene.getRoot());
            return Snapshots.take(scene);
        });
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        int w = a.getWidth();
        int h = a.getHeight();
        return w == b.getWidth()
                && h == b.getHeight()
                && Arrays.equals(a.getRGB(0, 0, w, h, null, 0, w), b.getRGB(0, 0, w, h, null, 0, w));
    }

    static Scene dressed(Region root, Hall hall, double width, double height) {
        Scene scene = new Scene(new StackPane(root), width, height);
        hall.themes().apply(scene);
        return scene;
    }

    private static boolean settle(Parent root) {
        for (int i = 0; i < PASSES; i++) {
            root.applyCss();
            root.layout();
        }
        return true;
    }

    /// Lets what is drawn once a pulse be drawn.
    static void pass(int pulses) {
        CountDownLatch left = new CountDownLatch(pulses);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                left.countDown();
            }
        };
        Toolkit.onFx(() -> {
            timer.start();
            return true;
        });
        try {
            if (!left.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the toolkit does not pulse");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Toolkit.onFx(() -> {
                timer.stop();
                return true;
            });
        }
    }
}
