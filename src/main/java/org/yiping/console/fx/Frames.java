package org.yiping.console.fx;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Tells when a frame has really been painted. Callable from any thread.
///
/// JavaFX says when a frame is laid out, not when its pixels are on the window: another thread paints them. All frames
/// are painted by that one thread in order, so an empty job behind them runs when they are done. That queue is not
/// public; waiting for the next layout instead would miss just the painting, which is the largest part in software.
public interface Frames {
    /// `begun` is called on the JavaFX thread as the next frame is begun: what was set before is in it. When that frame
    /// has been painted, `painted` gets the answer, on the painting thread; it must be quick.
    <T> void next(Supplier<T> begun, Consumer<T> painted);

    /// The real frames. The toolkit must have been started.
    static Frames platform() {
        return new Frames() {
            @Override
            public <T> void next(Supplier<T> begun, Consumer<T> painted) {
                if (Platform.isFxApplicationThread()) {
                    once(begun, painted);
                } else {
                    Platform.runLater(() -> once(begun, painted));
                }
            }
        };
    }

    /// For tests: every frame is painted at once.
    static Frames direct() {
        return new Frames() {
            @Override
            public <T> void next(Supplier<T> begun, Consumer<T> painted) {
                painted.accept(begun.get());
            }
        };
    }

    private static <T> void once(Supplier<T> begun, Consumer<T> painted) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                T held = begun.get();
                // later: this frame's own jobs are queued at the end of the pulse that is running
                Platform.runLater(() -> {
                    var _ = Toolkit.getToolkit().addRenderJob(new RenderJob(() -> painted.accept(held)));
                });
            }
        }.start();
    }
}
