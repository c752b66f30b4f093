package org.yiping.fake;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A thread whose repeated work is done when the test says so, while all that comes from elsewhere runs at once. Any
/// thread may add.
public final class Beats extends ScheduledThreadPoolExecutor {
    private final AtomicLong done = new AtomicLong();
    private volatile @Nullable Runnable repeated;

    public Beats() {
        super(1, new ThreadPoolExecutor.DiscardPolicy());
    }

    /// The work that is repeated, once more.
    public void beat() {
        Runnable work = repeated;
        if (work != null) {
            execute(work);
        }
    }

    /// How many pieces of work are done, beats and what came from elsewhere.
    public long done() {
        return done.get();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long delay, long period, TimeUnit unit) {
        repeated = work;
        return schedule(work, delay, unit);
    }

    @Override
    protected void afterExecute(Runnable work, @Nullable Throwable failed) {
        done.incrementAndGet();
    }
}
