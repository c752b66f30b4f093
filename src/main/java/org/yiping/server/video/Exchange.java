package org.yiping.server.video;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// One question to a source over HTTP: bounded in time and size. What opens the source is never in a message of a
/// fault, nor in a log. Any thread.
final class Exchange implements AutoCloseable {
    private static final int LARGEST = 8 << 20;

    private final HttpClient client;
    private final Duration patience;

    /// What was answered.
    record Answer(int status, String type, String text) {}

    Exchange(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> answer =
                    client.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                byte[] body = in.readNBytes(LARGEST + 1);
                if (body.length > LARGEST) {
                    throw new VideoFault("silent");
                }
                return new Answer(
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        new String(body, java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new VideoFault("silent");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VideoFault("silent");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
