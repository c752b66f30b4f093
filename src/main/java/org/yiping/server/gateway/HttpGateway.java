package org.yiping.server.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A message gateway over HTTP: `POST url` with the message's id as `Idempotency-Key`, `GET url/ID` for what became of
/// it; both answer `{"id": ID, "state": "sent" | "delivered" | "failed", "cause": …}`. Blocking; any thread.
///
/// An answer counts only where it names the message it is for: on a connection that is used again, a gateway that
/// answers twice would otherwise have its second answer taken for the next message's.
public final class HttpGateway implements Gateway, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpGateway.class);
    private static final int LONGEST_CAUSE = 64;

    private final GatewaySettings settings;
    private final HttpClient client;

    public HttpGateway(GatewaySettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.patience())
                .build();
    }

    /// The gateway a file names; without a file there is none, and it says so.
    public static Gateway of(@Nullable Path file) {
        if (file == null) {
            LOG.info("no message gateway is configured: no SMS and no voice call leaves");
            return Gateway.NONE;
        }
        return new HttpGateway(GatewaySettings.read(file));
    }

    @Override
    public String unserved(String channel) {
        return settings.channels().contains(channel) ? "" : "no-channel";
    }

    @Override
    public Outcome hand(Message message) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("id", message.id());
        body.put("channel", message.channel());
        body.put("to", message.phone());
        body.put("text", message.text());
        return call(
                message.id(),
                request(settings.url())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", message.id())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                Json.mapper().writeValueAsBytes(body))));
    }

    @Override
    public Outcome ask(String id) {
        String url = settings.url().toString();
        return call(
                id,
                request(URI.create(
                                (url.endsWith("/") ? url : url + "/") + URLEncoder.encode(id, StandardCharsets.UTF_8)))
                        .GET());
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(settings.patience());
        return settings.token() == null ? request : request.header("Authorization", "Bearer " + settings.token());
    }

    /// What is refused is refused for good (4xx), except where the gateway speaks of itself or of the moment.
    private Outcome call(String id, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            int status = answer.statusCode();
            if (status >= 200 && status < 300) {
                return judge(id, answer.body());
            }
            boolean passing = status >= 500 || status == 401 || status == 403 || status == 408 || status == 429;
            LOG.warn("message {}: the gateway answered {}", id, status);
            return passing ? new Outcome.Unclear("status-" + status) : new Outcome.Failed("status-" + status);
        } catch (HttpTimeoutException e) {
            LOG.warn("message {}: the gateway does not answer", id);
            return new Outcome.Unclear("timeout");
        } catch (IOException e) {
            LOG.warn("message {}: the gateway is not reached", id);
            return new Outcome.Unclear("unreachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unclear("stopping");
        }
    }

    private static Outcome judge(String id, String body) {
        try {
            JsonNode answer = Json.mapper().readTree(body);
            if (!answer.path("id").asString("").equals(id)) {
                LOG.warn("message {}: the gateway answered for another one", id);
                return new Outcome.Unclear("other-answer");
            }
            String cause = answer.path("cause").asString("refused");
            return switch (answer.path("state").asString("")) {
                case "sent" -> new Outcome.Sent();
                case "delivered" -> new Outcome.Delivered();
                case "failed" ->
                    new Outcome.Failed(cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE) : cause);
                default -> new Outcome.Unclear("no-state");
            };
        } catch (JacksonException e) {
            return new Outcome.Unclear("no-answer");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
