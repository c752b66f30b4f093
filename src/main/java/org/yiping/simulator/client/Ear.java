package org.yiping.simulator.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import org.yiping.protocol.Push;

/// Turns the stream's text into frames and passes them on; asks for the next piece after each. The
/// socket's threads call, one at a time.
public final class Ear implements WebSocket.Listener {
    private final int stream;
    private final Consumer<News> news;
    private final StringBuilder text = new StringBuilder();

    public Ear(int stream, Consumer<News> news) {
        this.stream = stream;
        this.news = news;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            try {
                news.accept(new News.Frame(stream, Json.mapper().readValue(whole, Push.class)));
            } catch (tools.jackson.databind.exc.InvalidTypeIdException e) {
                // a newer platform's frame: not for us
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        news.accept(new News.Lost(stream, "closed " + status + " " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        news.accept(new News.Lost(stream, String.valueOf(error.getMessage())));
    }
}
