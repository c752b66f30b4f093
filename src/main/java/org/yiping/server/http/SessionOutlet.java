package org.yiping.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.websocket.WsSession;
import java.util.concurrent.locks.ReentrantLock;
import org.yiping.server.push.Outlet;

/// The way out of one WebSocket connection. Any thread: frames are written by the client's own, answers to pings by the
/// connection's.
///
/// One after the other, because the connection builds all its frames in one buffer: two at once, and one of them is
/// lost without anybody being told.
final class SessionOutlet implements Outlet {
    private final WsSession session;
    private final ReentrantLock writing = new ReentrantLock();

    SessionOutlet(WsSession session) {
        this.session = session;
    }

    @Override
    public void send(String frame) {
        alone(() -> session.send(frame, true));
    }

    void pong(BufferData asked) {
        alone(() -> session.pong(asked));
    }

    @Override
    public void close(String reason) {
        alone(() -> session.close(1000, reason));
    }

    /// Waits for nobody: who writes just now may be what hangs.
    @Override
    public void cut() {
        if (session instanceof ServerConnection connection) {
            connection.close(true);
        }
    }

    private void alone(Runnable write) {
        try {
            writing.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("cut while another frame was on its way", e);
        }
        try {
            write.run();
        } finally {
            writing.unlock();
        }
    }
}
