package org.yiping.console.video;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/// A wire to a server on this machine, which a test can hold up and cut.
final class Wire implements AutoCloseable {
    private final ServerSocket here;
    private final int there;
    private final Executor threads;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private boolean stalled;

    Wire(int there, Executor threads) throws IOException {
        here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.there = there;
        this.threads = threads;
        threads.execute(this::accept);
    }

    int port() {
        return here.getLocalPort();
    }

    /// How many have ever called.
    int served() {
        return served.get();
    }

    /// How many of them have not hung up.
    int open() {
        return open.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = here.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), there);
                ends.add(near);
                ends.add(far);
                open.incrementAndGet();
                served.incrementAndGet();
                threads.execute(() -> {
                    carry(near, far);
                    open.decrementAndGet();
                });
                threads.execute(() -> carry(far, near));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    /// What comes while the wire is held up waits; the end of a connection is noticed all the same.
    private void carry(Socket from, Socket to) {
        byte[] some = new byte[8_192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int count;
            while ((count = in.read(some)) >= 0) {
                if (from.getLocalPort() == port()) {
                    out.write(some, 0, count);
                } else {
                    send(out, some, count);
                }
            }
        } catch (IOException _) {
            // Cut.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(OutputStream out, byte[] bytes, int count) throws IOException, InterruptedException {
        synchronized (this) {
            while (stalled && !here.isClosed()) {
                wait();
            }
        }
        out.write(bytes, 0, count);
    }

    synchronized void stall() {
        stalled = true;
    }

    synchronized void mend() {
        stalled = false;
        notifyAll();
    }

    void cut() throws IOException {
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    @Override
    public void close() throws IOException {
        here.close();
        mend();
        cut();
    }
}
