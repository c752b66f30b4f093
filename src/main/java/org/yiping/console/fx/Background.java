package org.yiping.console.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work a view needs done off the JavaFX thread, with its result brought back onto it.
///
/// Call from any thread; the job runs on a thread of the given executor (virtual threads in the product,
/// `Runnable::run` in tests), `done` and `failed` on the JavaFX thread.
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor workers;
    private final Fx fx;

    public Background(Executor workers, Fx fx) {
        this.workers = workers;
        this.fx = fx;
    }

    /// A job under way. After [#cancel] neither callback is called; the job itself may run to its end.
    public static final class Job {
        private final AtomicBoolean cancelled = new AtomicBoolean();

        private Job() {}

        public void cancel() {
            cancelled.set(true);
        }

        boolean wanted() {
            return !cancelled.get();
        }
    }

    /// Runs the job; a failure is logged here, once, and then handed to `failed`, an error as the cause
    /// of an exception: whoever waits must hear of either, or waits for ever.
    public <T> Job run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Job job = new Job();
        workers.execute(() -> {
            if (!job.wanted()) {
                return;
            }
            T result;
            try {
                result = work.call();
            } catch (Exception | Error e) {
                LOG.warn("A view's background work failed", e);
                Exception why = e instanceof Exception x ? x : new ExecutionException(e);
                fx.execute(() -> {
                    if (job.wanted()) {
                        failed.accept(why);
                    }
                });
                return;
            }
            fx.execute(() -> {
                if (job.wanted()) {
                    done.accept(result);
                }
            });
        });
        return job;
    }

    /// Where nobody waits for the answer and a failure needs no word on screen.
    public Job run(Runnable work) {
        return run(
                () -> {
                    work.run();
                    return true;
                },
                _ -> {},
                _ -> {});
    }
}
