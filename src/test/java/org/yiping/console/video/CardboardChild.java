package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Hears orders and says what it is told to say.
final class CardboardChild implements DecoderChild.Running {
    private final PipedOutputStream fromParent = new PipedOutputStream();
    private final PipedInputStream heard = new PipedInputStream(fromParent, 65_536);
    final PipedOutputStream toParent = new PipedOutputStream();
    private final PipedInputStream said = new PipedInputStream(toParent, 65_536);
    final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    volatile boolean killed;
    volatile Duration worked = Duration.ZERO;

    CardboardChild(Executor threads) throws IOException {
        threads.execute(() -> {
            try (DataInputStream in = new DataInputStream(heard)) {
                while (!killed) {
                    orders.add(Order.read(in));
                }
            } catch (IOException _) {
                // The console is gone.
            }
        });
    }

    Order order() throws InterruptedException {
        Order order = orders.poll(5, TimeUnit.SECONDS);
        assertThat(order).isNotNull();
        return order;
    }

    void say(News news) throws IOException {
        news.write(new DataOutputStream(toParent));
        toParent.flush();
    }

    void die() throws IOException {
        toParent.close();
        gone.complete(null);
    }

    @Override
    public OutputStream orders() {
        return fromParent;
    }

    @Override
    public InputStream news() {
        return said;
    }

    @Override
    public Duration worked() {
        return worked;
    }

    @Override
    public CompletableFuture<?> gone() {
        return gone;
    }

    @Override
    public void kill() {
        killed = true;
        gone.complete(null);
        try {
            toParent.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
