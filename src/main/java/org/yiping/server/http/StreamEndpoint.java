package org.yiping.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.access.Sessions;
import org.yiping.server.push.Hub;

/// The stream's side of a WebSocket connection: one a connection. The HTTP server's thread for it calls.
public final class StreamEndpoint implements WsListener {
    private final Hub hub;
    private final Access access;
    private final Sessions sessions;
    private @Nullable Principal principal;
    private Set<String> topics = Set.of();
    private long after;
    private @Nullable Runnable leave;
    private @Nullable SessionOutlet outlet;

    public StreamEndpoint(Hub hub, Access access, Sessions sessions) {
        this.hub = hub;
        this.access = access;
        this.sessions = sessions;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) {
        if (!WellFormed.is(prologue, headers)) {
            throw refusal(Status.BAD_REQUEST_400);
        }
        Principal who = headers.first(HeaderNames.AUTHORIZATION)
                .filter(h -> h.startsWith("Bearer "))
                .flatMap(h -> sessions.find(h.substring(7).strip()))
                .orElseThrow(() -> refusal(Status.UNAUTHORIZED_401));
        if (!access.mayCall("GET /api/v1/stream", who)) {
            throw refusal(Status.FORBIDDEN_403);
        }
        principal = who;
        topics = prologue.query()
                .first("topics")
                .asOptional()
                .filter(t -> !t.isBlank())
                .map(t -> Set.of(t.split(",")))
                .orElse(Set.of());
        try {
            after = Long.parseLong(prologue.query().first("after").orElse("0"));
        } catch (NumberFormatException e) {
            throw refusal(Status.BAD_REQUEST_400);
        }
        return Optional.empty();
    }

    private static RequestException refusal(Status status) {
        return RequestException.builder()
                .type(DirectHandler.EventType.OTHER)
                .status(status)
                .message(status.reasonPhrase())
                .build();
    }

    @Override
    public void onOpen(WsSession session) {
        if (principal == null) {
            session.terminate();
            return;
        }
        SessionOutlet opened = new SessionOutlet(session);
        outlet = opened;
        leave = hub.connect(principal, opened, topics, after);
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        // clients confirm nothing; what they say is not asked for
    }

    @Override
    public void onPing(WsSession session, BufferData buffer) {
        if (outlet != null) {
            outlet.pong(buffer);
        }
    }

    @Override
    public void onClose(WsSession session, int status, String reason) {
        end();
    }

    @Override
    public void onError(WsSession session, Throwable t) {
        end();
    }

    private void end() {
        if (leave != null) {
            leave.run();
        }
    }
}
