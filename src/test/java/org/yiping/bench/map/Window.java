package org.yiping.bench.map;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/// A window of 1920 by 1080 pixels that shows one contender at a time and counts its frames as fast as they come: the
/// next is asked for in the pulse that paints the one before, so that composing and painting overlap as they do in the
/// product.
///
/// Needs `-Djavafx.animation.fullspeed=true`, or pulses wait for the sixtieth of a second. Used from one thread, never
/// the JavaFX one.
final class Window {
    static final int WIDTH = 1920;
    static final int HEIGHT = 1080;
    private static final int PATIENCE_SECONDS = 120;
    private static final int SETTLING = 3;

    private final Stage stage;
    private final StackPane root = new StackPane();

    /// What is shown. All on the JavaFX thread.
    interface Contender {
        Node node();

        /// Asks for another frame; true when it is in the scene on return, false when `arrived` will be told.
        boolean next(Runnable arrived);
    }

    /// Of one stretch: milliseconds from frame to frame, and of processor a frame (all threads of this process).
    record Pace(double wallMillis, double cpuMillis, int frames) {}

    private Window(double x, double y) {
        stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(new Scene(root, WIDTH, HEIGHT));
        stage.setX(x);
        stage.setY(y);
        stage.show();
    }

    static void startToolkit() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
    }

    static Window open(double x, double y) throws Exception {
        return fx(() -> new Window(x, y));
    }

    void show(Node node) throws Exception {
        fx(() -> root.getChildren().setAll(node));
    }

    /// Shows a contender for at least so long and so many frames.
    Pace run(Contender contender, int millis, int leastFrames) throws Exception {
        show(contender.node());
        Stretch stretch = fx(() -> new Stretch(contender, millis, leastFrames));
        fx(() -> {
            stretch.start();
            return true;
        });
        if (!stretch.done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no more frames came");
        }
        Pace pace = stretch.pace;
        if (pace == null) {
            throw new IllegalStateException("a contender failed");
        }
        return pace;
    }

    static <T> T fx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Returns when so many pulses have begun.
    static void awaitPulses(int count) throws InterruptedException {
        CountDownLatch pulses = new CountDownLatch(count);
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.countDown();
                if (pulses.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        pulses.await();
    }

    /// What this process has taken of the processors so far.
    static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /// Each pulse stands for the frame it paints.
    private static final class Stretch extends AnimationTimer {
        private final CountDownLatch done = new CountDownLatch(1);
        private final Contender contender;
        private final long nanos;
        private final int leastFrames;
        private int pulses;
        private long from;
        private long cpuFrom;
        private boolean waiting;
        private volatile @Nullable Pace pace;

        Stretch(Contender contender, int millis, int leastFrames) {
            this.contender = contender;
            this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            this.leastFrames = leastFrames;
        }

        @Override
        public void handle(long now) {
            long at = System.nanoTime();
            if (pulses == SETTLING) {
                from = at;
                cpuFrom = cpuNanos();
            }
            int frames = pulses - SETTLING;
            if (frames >= leastFrames && at - from >= nanos) {
                pace = new Pace((at - from) / 1e6 / frames, (cpuNanos() - cpuFrom) / 1e6 / frames, frames);
                stop();
                done.countDown();
                return;
            }
            pulses++;
            waiting = true;
            if (contender.next(this::arrived)) {
                waiting = false;
            } else if (waiting) {
                stop(); // no pulse without a frame: it would take the processor from whoever draws one
            }
        }

        private void arrived() {
            if (waiting) {
                waiting = false;
                start();
            }
        }
    }
}
