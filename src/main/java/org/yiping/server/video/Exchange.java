package org.yiping.server.video;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One question to a source over HTTP: bounded in size, and in time until its last byte. What opens the source is never
/// in a message of a fault, nor in a log. Any thread.
final class Exchange implements AutoCloseable {
    private static final int LARGEST = 8 << 20;

    private final HttpClient client;
    private final Duration patience;
    private final int largest;

    /// What was answered.
    record Answer(int status, String type, String text) {}

    Exchange(Duration patience) {
        this(patience, LARGEST);
    }

    /// An answer of more than `largest` bytes is none.
    Exchange(Duration patience, int largest) {
        this.patience = patience;
        this.largest = largest;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Answer send(HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request.timeout(patience).build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), largest));
        try {
            // the request's own timeout ends with the headers: a body may come a byte a minute
            HttpResponse<byte[]> whole = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    whole.statusCode(),
                    whole.headers().firstValue("Content-Type").orElse(""),
                    new String(whole.body(), StandardCharsets.UTF_8));
        } catch (ExecutionException e) {
            throw new VideoFault("silent");
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new VideoFault("silent");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new VideoFault("silent");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
