package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketContext;
import io.helidon.websocket.WsSession;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SessionOutletTest {
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch read = new CountDownLatch(1);
    private final SessionOutlet outlet = new SessionOutlet(new Slow());

    @Test
    void anAnswerToAPingWaitsForTheFrameThatIsBeingWritten() throws InterruptedException {
        Thread sending = Thread.ofVirtual().start(() -> outlet.send("delta"));
        begun.await();
        Thread answering = Thread.ofPlatform().start(() -> outlet.pong(BufferData.empty()));
        awaitParked(answering);
        assertThat(written).containsExactly("delta begins");
        read.countDown();
        sending.join();
        answering.join();
        assertThat(written).containsExactly("delta begins", "delta ends", "pong");
    }

    @Test
    void aCutEndsTheWaitForAnotherFrame() throws InterruptedException {
        Thread hanging = Thread.ofVirtual().start(() -> outlet.send("delta"));
        begun.await();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> outlet.close("stopping")).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
        read.countDown();
        hanging.join();
    }

    private static void awaitParked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    /// A connection whose client reads a text when it is told to.
    private final class Slow implements WsSession {
        @Override
        public WsSession send(String text, boolean last) {
            written.add(text + " begins");
            begun.countDown();
            try {
                read.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            written.add(text + " ends");
            return this;
        }

        @Override
        public WsSession send(BufferData buffer, boolean last) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WsSession ping(BufferData buffer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WsSession pong(BufferData buffer) {
            written.add("pong");
            return this;
        }

        @Override
        public WsSession close(int code, String reason) {
            written.add("close");
            return this;
        }

        @Override
        public WsSession terminate() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SocketContext socketContext() {
            throw new UnsupportedOperationException();
        }
    }
}
