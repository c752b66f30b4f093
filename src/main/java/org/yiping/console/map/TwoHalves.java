package org.yiping.console.map;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/// Does two halves of a piece of work on two threads, where a second one is free (两半). The thread that asks does the
/// first and then, unless the executor has begun it by then, the second too: so it never waits for a thread that is
/// busy with something else. Any thread.
final class TwoHalves {
    private final Executor helper;

    TwoHalves(Executor helper) {
        this.helper = helper;
    }

    /// Both are done on return, or have failed; what the first failed of is thrown before what the second did.
    void run(Runnable first, Runnable second) {
        FutureTask<@Nullable Void> other = new FutureTask<>(second, null);
        try {
            helper.execute(other);
        } catch (RejectedExecutionException e) {
            other.run(); // the executor is closing, and this picture is the last one
        }
        try {
            first.run();
        } finally {
            other.run(); // nothing, where it has begun
            await(other);
        }
        if (other.state() == FutureTask.State.FAILED) {
            throw new IllegalStateException("the second half failed", other.exceptionNow());
        }
    }

    private static void await(FutureTask<?> other) {
        boolean interrupted = false;
        while (!other.isDone()) {
            try {
                other.get();
            } catch (InterruptedException e) {
                interrupted = true; // both halves write to one picture: nobody leaves before both are done
            } catch (ExecutionException e) {
                break; // told by the state
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
