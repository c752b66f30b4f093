package org.yiping.console.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// The port to the JavaFX application thread: everything that touches the scene graph goes through it.
///
/// Callable from any thread. View models receive it, so that their tests run with [#direct] and need no toolkit.
public interface Fx extends Executor {

    /// Runs the task on the JavaFX thread, always later, never inside the caller: a caller may hold a lock.
    @Override
    void execute(Runnable task);

    /// Runs the task on the JavaFX thread after the delay.
    void after(Duration delay, Runnable task);

    /// The real thread. The toolkit must have been started.
    static Fx platform() {
        return new Fx() {
            @Override
            public void execute(Runnable task) {
                Platform.runLater(task);
            }

            @Override
            public void after(Duration delay, Runnable task) {
                if (delay.isZero() || delay.isNegative()) {
                    execute(task);
                } else {
                    CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, this)
                            .execute(task);
                }
            }
        };
    }

    /// For tests: runs everything at once in the caller, delays included.
    static Fx direct() {
        return new Fx() {
            @Override
            public void execute(Runnable task) {
                task.run();
            }

            @Override
            public void after(Duration delay, Runnable task) {
                task.run();
            }
        };
    }
}
