package org.yiping.console.video;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One decoder child as the console sees it. Any thread; nothing here waits for the child.
final class DecoderChild {
    private static final Logger log = LoggerFactory.getLogger(DecoderChild.class);

    /// Looks at which a child neither beat nor worked before it counts as hung: two seconds and a half. Looks and not
    /// time, so that a machine that was asleep does not wake up to dead decoders.
    private static final int PATIENCE = 5;

    /// Until it has opened libvlc, for which it may have to wait for a disk.
    private static final int PATIENCE_AT_FIRST = 40;

    /// One that works and does not beat is short of processors, because it yields to everybody: killing it would give
    /// them one more to start. After half a minute it is no longer believed.
    private static final int PATIENCE_WITH_WORK = 60;

    private final Launch launch;
    private final Executor threads;
    private final Ears ears;
    private final Executor orders;
    private final List<Order> early = new ArrayList<>();
    private final AtomicInteger silent = new AtomicInteger();
    private final AtomicInteger still = new AtomicInteger(PATIENCE - PATIENCE_AT_FIRST);
    private Duration worked = Duration.ZERO;
    private @Nullable Running running;
    private @Nullable DataOutputStream out;
    private boolean killed;

    /// A process, or in a test what looks like one.
    interface Running {
        OutputStream orders();

        InputStream news();

        /// How long processors have worked for it; the same as before where nobody can tell.
        Duration worked();

        /// What it holds of the machine's memory, in bytes; empty where the system does not tell.
        default OptionalLong memory() {
            return OptionalLong.empty();
        }

        /// Complete when it has ended.
        CompletableFuture<?> gone();

        void kill();
    }

    /// Starts one.
    @FunctionalInterface
    interface Launch {
        Running start() throws IOException;
    }

    /// Told on a thread that reads what the child says; what they do must not wait.
    interface Ears {
        void heard(DecoderChild child, News news);

        /// It is dead, not only to be: nothing of it writes any more.
        void gone(DecoderChild child);
    }

    DecoderChild(Launch launch, Executor threads, Ears ears) {
        this.launch = launch;
        this.threads = threads;
        this.ears = ears;
        orders = new SerialQueue(threads);
    }

    /// Some time after; orders given meanwhile wait, and those given before.
    void start() {
        orders.execute(this::begin);
    }

    private void begin() {
        try {
            Running fresh = launch.start();
            DataOutputStream to = new DataOutputStream(new BufferedOutputStream(fresh.orders()));
            boolean late;
            synchronized (this) {
                running = fresh;
                out = to;
                late = killed;
            }
            if (late) {
                fresh.kill();
            }
            threads.execute(() -> listen(fresh));
            early.forEach(order -> send(order, to));
            early.clear();
        } catch (IOException e) {
            log.error("no decoder can be started: {}", e.toString());
            ears.gone(this);
        }
    }

    private void listen(Running from) {
        try (DataInputStream news = new DataInputStream(new BufferedInputStream(from.news()))) {
            while (true) {
                News said = News.read(news);
                silent.set(0);
                if (said instanceof News.Beat) {
                    still.updateAndGet(m -> Math.min(m, 0));
                } else {
                    if (said instanceof News.Ready || said instanceof News.Missing) {
                        still.set(0);
                    }
                    ears.heard(this, said);
                }
            }
        } catch (IOException e) {
            log.debug("a decoder says no more: {}", e.toString());
        } finally {
            from.kill();
            var _ = from.gone().whenComplete((_, _) -> ears.gone(this));
        }
    }

    /// Carried out some time after; in vain when the child is gone.
    void order(Order order) {
        orders.execute(() -> {
            DataOutputStream to = out;
            if (to == null) {
                early.add(order);
            } else {
                send(order, to);
            }
        });
    }

    private static void send(Order order, DataOutputStream to) {
        try {
            order.write(to);
            to.flush();
        } catch (IOException e) {
            log.debug("a decoder hears no more: {}", e.toString());
        }
    }

    /// To be called twice a second, by one thread at a time.
    void look() {
        Running now;
        synchronized (this) {
            now = running;
        }
        if (now == null) {
            return; // its turn to start has not come
        }
        int quiet = silent.incrementAndGet();
        if (quiet > 1) {
            Duration sofar = now.worked();
            if (sofar.compareTo(worked) > 0) {
                still.updateAndGet(m -> Math.min(m, 0));
            }
            worked = sofar;
        }
        boolean hangs = still.incrementAndGet() == PATIENCE + 1;
        if (hangs || quiet == PATIENCE_WITH_WORK + 1) {
            log.warn("a decoder hangs and is killed");
            kill();
        }
    }

    void kill() {
        Running now;
        synchronized (this) {
            killed = true;
            now = running;
        }
        if (now != null) {
            now.kill();
        }
    }
}
