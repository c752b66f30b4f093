package org.yiping.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.protocol.Json;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.access.Sessions;
import org.yiping.server.data.StorageException;

/// Where every request comes in: knows the caller, asks the access table, counts the rate, runs the route, and turns
/// whatever goes wrong into a problem. No route answers without passing here. Any thread.
public final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String BEARER = "Bearer ";

    private final HttpRouting.Builder routing;
    private final Access access;
    private final Sessions sessions;
    private final Traffic traffic;
    private final Set<String> routes = new LinkedHashSet<>();

    public Door(HttpRouting.Builder routing, Access access, Sessions sessions, Traffic traffic) {
        this.routing = routing;
        this.access = access;
        this.sessions = sessions;
        this.traffic = traffic;
    }

    interface Route {
        Reply answer(Call call) throws IOException;
    }

    void get(String path, Route route) {
        on(Method.GET, path, route);
    }

    void post(String path, Route route) {
        on(Method.POST, path, route);
    }

    void put(String path, Route route) {
        on(Method.PUT, path, route);
    }

    void delete(String path, Route route) {
        on(Method.DELETE, path, route);
    }

    private void on(Method method, String path, Route route) {
        String name = method.text() + " " + path;
        if (!access.routes().contains(name)) {
            throw new IllegalStateException("no line in the access table: " + name);
        }
        routes.add(name);
        routing.route(method, path, (request, response) -> answer(name, route, request, response));
    }

    /// Every route there is, as `METHOD path`.
    public Set<String> routes() {
        return Set.copyOf(routes);
    }

    /// What no route took.
    void closeUnknown() {
        routing.any((request, response) -> {
            Call call = new Call(request, null, traceId());
            write(call, Fault.of("ROU-4040"), response);
        });
    }

    private void answer(String name, Route route, ServerRequest request, ServerResponse response) {
        long start = traffic.begin();
        Call call = new Call(request, null, traceId());
        int status;
        try {
            Principal principal = principal(name, request);
            call = new Call(request, principal, call.traceId());
            Reply reply = route.answer(call);
            status = write(call, reply, response);
        } catch (Fault fault) {
            status = write(call, fault, response);
        } catch (StorageException e) {
            LOG.error("{} {}: storage failed", call.traceId(), name, e);
            status = write(call, Fault.of("STO-5030").retryAfter(5), response);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} {}: the caller went away", call.traceId(), name, e);
            status = 499;
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", call.traceId(), name, e);
            status = write(call, Fault.of("SYS-5000"), response);
        }
        traffic.end(name, status, start);
    }

    private @Nullable Principal principal(String name, ServerRequest request) {
        Optional<Principal> principal = request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(h -> h.startsWith(BEARER))
                .flatMap(h -> sessions.find(h.substring(BEARER.length()).strip()));
        String caller = principal
                .map(Principal::session)
                .orElseGet(() -> request.remotePeer().host());
        if (!traffic.lets(caller, principal.isPresent())) {
            throw Fault.of("RAT-4290").retryAfter(1);
        }
        if (access.isOpenToAnyone(name)) {
            return principal.orElse(null);
        }
        Principal who = principal.orElseThrow(() -> Fault.of("AUT-4010"));
        if (!access.mayCall(name, who)) {
            throw Fault.of("AUT-4030");
        }
        return who;
    }

    private static int write(Call call, Reply reply, ServerResponse response) throws IOException {
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        return switch (reply) {
            case Reply.Empty e -> {
                response.status(e.status()).send();
                yield e.status();
            }
            case Reply.Body b -> {
                if (unchanged(call, b.tag(), response)) {
                    yield 304;
                }
                response.status(b.status()).header(HeaderNames.CONTENT_TYPE, b.mediaType());
                response.send(b.content());
                yield b.status();
            }
            case Reply.Stream s -> {
                if (unchanged(call, s.tag(), response)) {
                    yield 304;
                }
                response.status(200).header(HeaderNames.CONTENT_TYPE, "application/x-ndjson");
                if (call.takesGzip()) {
                    response.header(HeaderNames.CONTENT_ENCODING, "gzip");
                }
                stream(call, s, response);
                yield 200;
            }
            case Reply.Download d -> {
                response.status(200).header(HeaderNames.CONTENT_TYPE, d.mediaType());
                try (OutputStream out = response.outputStream()) {
                    d.writer().to(out);
                }
                yield 200;
            }
        };
    }

    private static boolean unchanged(Call call, @Nullable String tag, ServerResponse response) {
        if (tag == null) {
            return false;
        }
        response.header(HeaderNames.ETAG, tag);
        if (call.has(tag)) {
            response.status(304).send();
            return true;
        }
        return false;
    }

    private static void stream(Call call, Reply.Stream s, ServerResponse response) throws IOException {
        try (OutputStream plain = new BufferedOutputStream(response.outputStream(), 1 << 16)) {
            if (s.gzipped() == call.takesGzip()) {
                s.writer().to(plain);
            } else if (call.takesGzip()) {
                try (OutputStream zipped = new GZIPOutputStream(plain, 1 << 13)) {
                    s.writer().to(zipped);
                }
            } else {
                unzip(s, plain);
            }
        }
    }

    /// For the rare caller that cannot read gzip.
    private static void unzip(Reply.Stream s, OutputStream out) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        s.writer().to(all);
        try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(all.toByteArray()))) {
            in.transferTo(out);
        }
    }

    private static int write(Call call, Fault fault, ServerResponse response) {
        if (response.isSent()) {
            return fault.status();
        }
        response.status(fault.status()).header(HeaderNames.CONTENT_TYPE, "application/problem+json");
        if (fault.retryAfterSeconds() > 0) {
            response.header(HeaderNames.RETRY_AFTER, Integer.toString(fault.retryAfterSeconds()));
        }
        if (fault.status() == 401) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        response.send(Json.mapper().writeValueAsBytes(Problems.problem(fault, call.language(), call.traceId())));
        return fault.status();
    }

    static String traceId() {
        return Long.toHexString(UUID.randomUUID().getMostSignificantBits());
    }
}
