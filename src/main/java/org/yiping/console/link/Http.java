package org.yiping.console.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.nio.support.classic.ClassicToAsyncResponseConsumer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.protocol.Json;
import org.yiping.protocol.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/// HTTP by Apache HttpClient 5. Any thread.
final class Http implements AutoCloseable {
    /// One platform, one console: a handful of calls at a time is plenty, and each holds a server thread.
    private static final int CONNECTIONS = 8;

    private static final int STREAM_BUFFER = 128 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Http.class);

    private final CloseableHttpAsyncClient client;
    private final LinkSettings settings;
    private final Executor workers;
    private final Map<Object, Runnable> underway = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Http(LinkSettings settings, Executor workers) {
        this.settings = settings;
        this.workers = workers;
        Timeout connect = Timeout.of(settings.patience().connect());
        Timeout answer = Timeout.of(settings.patience().answer());
        client = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(answer)
                                .build())
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(1).build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(answer)
                        .setConnectionRequestTimeout(answer)
                        .build())
                .disableContentCompression() // bulk streams are inflated here, the rest is small
                .disableAutomaticRetries() // who calls knows whether a repetition is safe
                .disableRedirectHandling() // a token is never carried to another host
                .disableCookieManagement()
                .setIoReactorExceptionCallback(this::broke)
                .build();
        client.start();
    }

    /// Reads one whole stream; an `IOException` or a Jackson exception says that it was not whole.
    interface Reader<R> {
        R read(InputStream in) throws IOException;
    }

    /// A 2xx answer's body is the value.
    CompletableFuture<Answer<byte[]>> send(Call call, @Nullable String token) {
        return unlessClosed(() -> sent(call, token));
    }

    private CompletableFuture<Answer<byte[]>> sent(Call call, @Nullable String token) {
        CompletableFuture<Answer<byte[]>> result = new CompletableFuture<>();
        Object exchange = new Object();
        begin(exchange, () -> result.complete(new Answer.Unreachable<>("closed")));
        var _ = client.execute(request(call, token), new FutureCallback<>() {
            @Override
            public void completed(SimpleHttpResponse response) {
                byte[] body = response.getBodyBytes();
                result.complete(answer(response.getCode(), body == null ? new byte[0] : body, Function.identity()));
            }

            @Override
            public void failed(Exception e) {
                result.complete(new Answer.Unreachable<>(reason(e)));
            }

            @Override
            public void cancelled() {
                result.complete(new Answer.Unreachable<>("closed"));
            }
        });
        return result.whenComplete((_, _) -> underway.remove(exchange));
    }

    /// A client closed under way does not tell every caller: `cut` does.
    private void begin(Object exchange, Runnable cut) {
        underway.put(exchange, cut);
        if (closed) {
            cut.run();
        }
    }

    /// Reads a bulk stream on a worker thread. An unchanged resource (304) is refused with that status.
    <R> CompletableFuture<Answer<R>> stream(Call call, String token, Reader<R> reader) {
        return unlessClosed(() -> CompletableFuture.supplyAsync(
                () -> read(call.with("Accept-Encoding", "gzip"), token, reader), workers));
    }

    /// The client and the workers throw whatever they like once they are closed; here a closed link is an answer.
    private <R> CompletableFuture<Answer<R>> unlessClosed(Supplier<CompletableFuture<Answer<R>>> send) {
        if (!closed) {
            try {
                return send.get();
            } catch (RuntimeException e) {
                if (!closed) {
                    throw e;
                }
            }
        }
        return CompletableFuture.completedFuture(new Answer.Unreachable<>("closed"));
    }

    private <R> Answer<R> read(Call call, String token, Reader<R> reader) {
        ClassicToAsyncResponseConsumer consumer = new ClassicToAsyncResponseConsumer(
                STREAM_BUFFER, Timeout.of(settings.patience().answer()));
        begin(consumer, () -> consumer.failed(new IOException("closed")));
        var exchange = client.execute(
                SimpleRequestProducer.create(request(call, token)), consumer, new FutureCallback<Void>() {
                    @Override
                    public void completed(Void nothing) {}

                    @Override
                    public void failed(Exception e) {
                        consumer.failed(e);
                    }

                    @Override
                    public void cancelled() {
                        consumer.failed(new IOException("closed"));
                    }
                });
        try (ClassicHttpResponse response = consumer.blockWaiting()) {
            if (response.getCode() != 200 || response.getEntity() == null) {
                byte[] body =
                        response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
                return Http.<R>answer(response.getCode(), body, _ -> {
                    throw new IllegalStateException("a stream without content");
                });
            }
            try (InputStream in = inflated(response)) {
                return new Answer.Ok<>(reader.read(in));
            }
        } catch (IOException e) {
            exchange.cancel(true);
            return new Answer.Unreachable<>(reason(e));
        } catch (JacksonIOException e) {
            exchange.cancel(true);
            return new Answer.Unreachable<>(reason(e)); // what broke is the line, not what it brought
        } catch (JacksonException | IllegalStateException e) {
            exchange.cancel(true);
            return new Answer.Unreachable<>("garbled");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unreachable<>("closed");
        } finally {
            underway.remove(consumer);
        }
    }

    private static InputStream inflated(ClassicHttpResponse response) throws IOException {
        InputStream in = response.getEntity().getContent();
        Header encoding = response.getFirstHeader("Content-Encoding");
        return encoding != null && encoding.getValue().contains("gzip") ? new GZIPInputStream(in, 64 * 1024) : in;
    }

    private SimpleHttpRequest request(Call call, @Nullable String token) {
        SimpleRequestBuilder builder = SimpleRequestBuilder.create(call.method())
                .setUri(settings.server().resolve(call.path()))
                .addHeader("Accept-Language", settings.language().toLanguageTag());
        if (token != null) {
            builder.addHeader("Authorization", "Bearer " + token);
        }
        String type = call.headers().getOrDefault("Content-Type", "application/json");
        call.headers().forEach((name, value) -> {
            if (!name.equals("Content-Type")) {
                builder.addHeader(name, value);
            }
        });
        if (call.body() != null) {
            builder.setBody(call.body(), ContentType.parse(type));
        }
        return builder.build();
    }

    private static <R> Answer<R> answer(int status, byte[] body, Function<byte[], R> value) {
        return status >= 200 && status < 300
                ? new Answer.Ok<>(value.apply(body))
                : new Answer.Refused<>(problem(status, body));
    }

    /// A platform behind a gateway may answer without problem details; the status alone must do then.
    private static Problem problem(int status, byte[] body) {
        try {
            Problem problem = Json.mapper().readValue(body, Problem.class);
            if (problem != null) {
                return problem;
            }
        } catch (JacksonException _) {
            // said below with the status alone
        }
        return new Problem("about:blank", "HTTP " + status, status, "", "HTTP-" + status, null, null, null);
    }

    static String reason(Throwable e) {
        boolean wraps = e instanceof CompletionException || e instanceof JacksonIOException;
        Throwable cause = wraps && e.getCause() != null ? e.getCause() : e;
        return switch (cause) {
            case SocketTimeoutException _ -> "timeout";
            case ConnectException _ -> "unreachable";
            case UnknownHostException _ -> "unreachable";
            case HttpTimeoutException _ -> "timeout";
            default -> "cut";
        };
    }

    /// A client closed under way stumbles over its own selectors, which is nobody's news.
    private void broke(Exception e) {
        if (!closed) {
            LOG.error("the HTTP client broke", e);
        }
    }

    /// Cuts what is under way: to wait for it would hold up the operator, and each call is safe to be repeated.
    @Override
    public void close() {
        closed = true;
        client.close(CloseMode.IMMEDIATE);
        underway.values().forEach(Runnable::run);
    }
}
