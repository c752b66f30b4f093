package org.yiping.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.yiping.protocol.Push;

class EarTest {
    private final List<News> news = new ArrayList<>();
    private final Ear ear = new Ear(3, news::add);
    private final CountingSocket socket = new CountingSocket();

    @Test
    void aFrameInPiecesIsOneFrame() {
        ear.onText(socket, "{\"type\":\"heartbeat\",\"at\":\"2026-11-23T01:00", false);
        assertThat(news).isEmpty();
        ear.onText(socket, ":00Z\",\"rev\":7}", true);
        assertThat(news).hasSize(1);
        assertThat(news.getFirst()).isInstanceOfSatisfying(News.Frame.class, f -> {
            assertThat(f.stream()).isEqualTo(3);
            assertThat(f.push()).isInstanceOf(Push.Heartbeat.class);
        });
        assertThat(socket.requested).isEqualTo(2);
    }

    @Test
    void aFrameOfANewerPlatformIsPassedOver() {
        ear.onText(socket, "{\"type\":\"weather\",\"sun\":true}", true);
        assertThat(news).isEmpty();
        assertThat(socket.requested).isEqualTo(1);
    }

    @Test
    void theEndIsTold() {
        ear.onClose(socket, 1000, "slow");
        assertThat(news).hasSize(1).first().isInstanceOf(News.Lost.class);
    }

    private static final class CountingSocket implements WebSocket {
        private long requested;

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public void request(long n) {
            requested += n;
        }

        @Override
        public String getSubprotocol() {
            return "";
        }

        @Override
        public boolean isOutputClosed() {
            return false;
        }

        @Override
        public boolean isInputClosed() {
            return false;
        }

        @Override
        public void abort() {}
    }
}
