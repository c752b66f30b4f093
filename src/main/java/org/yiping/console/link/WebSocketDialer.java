package org.yiping.console.link;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Problem;

/// Streams by the JDK's WebSocket client. Any thread.
final class WebSocketDialer implements Dialer, AutoCloseable {
    /// No honest frame is longer; a hostile one must not fill the heap.
    private static final int LONGEST_FRAME = 16 * 1024 * 1024;

    private final HttpClient client;
    private final LinkSettings settings;
    private final Tokens tokens;
    private final String topics;

    WebSocketDialer(LinkSettings settings, Tokens tokens, Executor workers, String topics) {
        this.settings = settings;
        this.tokens = tokens;
        this.topics = topics;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(workers)
                .connectTimeout(settings.patience().connect())
                .build();
    }

    @Override
    public CompletionStage<Answer<Wire>> dial(long after, Listener listener) {
        return tokens.bearer().thenCompose(bearer -> switch (bearer) {
            case Answer.Ok<String>(String token) -> open(after, token, listener);
            case Answer.Refused<String>(Problem problem) ->
                CompletableFuture.completedFuture(new Answer.Refused<>(problem));
            case Answer.Unreachable<String>(String reason) ->
                CompletableFuture.completedFuture(new Answer.Unreachable<>(reason));
        });
    }

    private CompletionStage<Answer<Wire>> open(long after, String token, Listener listener) {
        URI http = settings.server().resolve("/api/v1/stream?after=" + after + "&topics=" + topics);
        URI uri = URI.create(http.toString().replaceFirst("^http", "ws"));
        return client.newWebSocketBuilder()
                .connectTimeout(settings.patience().answer())
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", settings.language().toLanguageTag())
                .buildAsync(uri, new Receiver(listener))
                .<Answer<Wire>>thenApply(socket -> new Answer.Ok<>(new Socket(socket, listener, new AtomicBoolean())))
                .exceptionallyCompose(e -> failed(e, token));
    }

    private CompletionStage<Answer<Wire>> failed(Throwable e, String token) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (!(cause instanceof WebSocketHandshakeException refused)) {
            return CompletableFuture.completedFuture(new Answer.Unreachable<>(Http.reason(cause)));
        }
        int status = refused.getResponse().statusCode();
        Answer<Wire> answer = new Answer.Refused<>(
                new Problem("about:blank", "HTTP " + status, status, "", "HTTP-" + status, null, null, null));
        // The next try has a new token then; this one is over either way.
        return status == 401 ? tokens.instead(token).thenApply(_ -> answer) : CompletableFuture.completedFuture(answer);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private record Socket(WebSocket socket, Listener listener, AtomicBoolean pinging) implements Wire {
        @Override
        public void ask(int frames) {
            socket.request(frames);
        }

        @Override
        public void ping() {
            if (pinging.compareAndSet(false, true)) {
                var _ = socket.sendPing(ByteBuffer.allocate(0)).whenComplete((_, e) -> {
                    pinging.set(false);
                    if (e != null) {
                        listener.closed("cut");
                    }
                });
            }
        }

        @Override
        public void abort() {
            socket.abort();
        }
    }

    private static final class Receiver implements WebSocket.Listener {
        private final Listener listener;
        private StringBuilder text = new StringBuilder();

        Receiver(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onOpen(WebSocket socket) {
            // the default asks for a frame here; the line asks when it is ready
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (text.length() + data.length() > LONGEST_FRAME) {
                socket.abort();
                listener.closed("garbled");
                return null;
            }
            text.append(data);
            if (last) {
                String frame = text.toString();
                text = new StringBuilder();
                listener.text(frame);
            } else {
                socket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            socket.request(1);
            listener.pong();
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            listener.closed("cut");
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            listener.closed("cut");
        }
    }
}
