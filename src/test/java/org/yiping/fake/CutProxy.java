package org.yiping.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A wire a test can cut: passes bytes to a server until told to cut, at once or after so many bytes, or
/// refuses to connect at all. Any thread.
public final class CutProxy implements AutoCloseable {
    private final ServerSocket listening;
    private volatile InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong budget = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong upwards = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean down;

    public CutProxy(int targetPort) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        target = at(targetPort);
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /// New connections go to a server on another port, as after its restart.
    public void target(int targetPort) {
        target = at(targetPort);
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /// Cuts every connection; new ones are taken again.
    public void cut() {
        open.forEach(CutProxy::close);
        open.clear();
    }

    /// Cuts everything when so many more bytes came from the server.
    public void cutAfter(long bytes) {
        budget.set(bytes);
    }

    /// Cuts everything when so many more bytes went to the server.
    public void cutAfterSent(long bytes) {
        upwards.set(bytes);
    }

    /// Takes no connection until told otherwise.
    public void down(boolean now) {
        down = now;
        if (now) {
            cut();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                if (down) {
                    close(near);
                    continue;
                }
                Socket far = new Socket();
                open.add(near);
                open.add(far);
                far.connect(target, 2000);
                Thread.ofVirtual().start(() -> copy(near, far, upwards));
                Thread.ofVirtual().start(() -> copy(far, near, budget));
            } catch (IOException _) {
                // closed, or the server is gone: either way the next one is waited for
            }
        }
    }

    private void copy(Socket from, Socket to, AtomicLong budget) {
        byte[] buffer = new byte[8192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                long left = budget.addAndGet(-n);
                if (left <= 0) {
                    out.write(buffer, 0, (int) Math.max(0, n + left));
                    budget.set(Long.MAX_VALUE);
                    cut();
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException _) {
            // cut
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // closed
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
