package org.yiping.server.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.websocket.WsRouting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;

/// The HTTP server: where it listens, how it encrypts, what it says when a request is no HTTP it understands.
/// Stateless; any thread.
public final class Web {
    /// The name of the second, always local, socket.
    public static final String INSIDE = "inside";

    /// Only what a client sends counts, and a listener need not send anything (our consoles ping, another's
    /// program may not): with the usual five minutes it is cut off while it is told things. Who is gone is found
    /// by sending.
    private static final Duration SILENCE = Duration.ofDays(1);

    private Web() {}

    /// A PKCS 12 store with one key, and the file its password stands in.
    public record Keystore(Path store, Path passwordFile) {}

    /// Without a keystore it binds loopback alone.
    public record Address(int port, @Nullable Keystore keystore) {}

    public static WebServer build(
            Address address, HttpRouting.Builder routing, WsRouting.Builder streams, HttpRouting.Builder inside) {
        for (HttpRouting.Builder each : List.of(routing, inside)) {
            each.addFilter(Web::guard);
        }
        WebServerConfig.Builder config = WebServer.builder()
                .host(address.keystore() == null ? "127.0.0.1" : "0.0.0.0")
                .port(address.port())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(300))
                .connectionOptions(SocketOptions.builder()
                        .tcpNoDelay(true)
                        .socketKeepAlive(true)
                        .build())
                .idleConnectionTimeout(SILENCE)
                // its check refuses a plain colon in a query (RFC 3986 allows it), which every instant has: WellFormed
                // is
                // ours, asked before every route and at the upgrade of a stream
                .addProtocol(Http1Config.builder().validatePrologue(false).build())
                .directHandlers(refusals())
                .addRouting(routing)
                .addRouting(streams)
                .putSocket(
                        INSIDE,
                        ListenerConfig.builder()
                                .host("127.0.0.1")
                                .port(0)
                                .shutdownGracePeriod(Duration.ofMillis(100))
                                .addRouting(inside)
                                .build());
        if (address.keystore() != null) {
            config.tls(Tls.builder().sslContext(context(address.keystore())).build());
        }
        return config.build();
    }

    /// The HTTP server writes `Connection: close` and reads on all the same, so that what follows a malformed request,
    /// or one that asked to be the last, would be taken for another: it is closed here.
    private static void guard(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        boolean good = WellFormed.is(request.prologue(), request.headers());
        if (good) {
            chain.proceed();
        } else {
            response.status(Status.BAD_REQUEST_400)
                    .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                    .header(HeaderValues.CONNECTION_CLOSE)
                    .send(problem(Fault.of("ROU-4000")));
        }
        if (!good || request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("that was the last request");
        }
    }

    private static byte[] problem(Fault fault) {
        return Json.mapper().writeValueAsBytes(Problems.problem(fault, Locale.ROOT, Door.traceId()));
    }

    private static SSLContext context(Keystore keystore) {
        try (InputStream in = Files.newInputStream(keystore.store())) {
            char[] password = Files.readString(keystore.passwordFile()).strip().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot use the keystore " + keystore.store(), e);
        }
    }

    /// Problems also where no route was reached: a broken request line, a refused upgrade.
    private static DirectHandlers refusals() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, Web::refuse);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse refuse(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType type,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        // a head the HTTP server stumbled over is the caller's fault; it calls that an error of its own, with no
        // request
        boolean unread =
                type == DirectHandler.EventType.INTERNAL_ERROR && request.path().isEmpty();
        Fault fault = Fault.of(
                switch (unread ? 400 : status.code()) {
                    case 401 -> "AUT-4010";
                    case 403 -> "AUT-4030";
                    case 404 -> "ROU-4040";
                    case 413 -> "BOD-4130";
                    case 500 -> "SYS-5000";
                    default -> "ROU-4000";
                });
        return DirectHandler.TransportResponse.builder()
                .status(fault.status() == status.code() ? status : Status.BAD_REQUEST_400)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .keepAlive(type.keepAlive())
                .entity(problem(fault))
                .build();
    }
}
