package org.yiping.server.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.yiping.protocol.SignIn;
import org.yiping.server.access.Principal;
import org.yiping.server.access.Sessions;

/// Signing in and out, and who one is.
final class SessionRoutes {
    private final Sessions sessions;
    private final InstantSource clock;

    SessionRoutes(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    void open(Door door) {
        door.get(
                "/api",
                call -> Reply.json(Map.of(
                        "versions",
                        List.of("v1"),
                        "capabilities",
                        List.of(
                                "cases",
                                "people",
                                "cameras",
                                "layers",
                                "components",
                                "kpis",
                                "figures",
                                "files",
                                "reviews",
                                "rules",
                                "handovers",
                                "rosters",
                                "campaigns",
                                "openDay",
                                "telemetry",
                                "sensors",
                                "seats"))));
        door.post("/api/v1/sessions", this::signIn);
        door.post("/api/v1/sessions/refresh", this::refresh);
        door.delete("/api/v1/sessions", call -> {
            sessions.signOut(call.who());
            return new Reply.Empty(204);
        });
        door.get("/api/v1/me", call -> {
            Principal who = call.who();
            return Reply.json(sessions.me(who.actor(), who.person()));
        });
    }

    private Reply signIn(Call call) {
        return switch (sessions.signIn(call.body(SignIn.Request.class))) {
            case Sessions.Outcome.Welcome w -> Reply.json(w.answer());
            case Sessions.Outcome.Wrong _ -> throw Fault.of("AUT-4011");
            case Sessions.Outcome.WrongPost _ -> throw Fault.of("AUT-4031");
            case Sessions.Outcome.Locked l ->
                throw Fault.of("AUT-4290")
                        .retryAfter((int) Duration.between(clock.instant(), l.until())
                                        .toSeconds()
                                + 1);
        };
    }

    private Reply refresh(Call call) {
        return sessions.refresh(call.body(SignIn.Refresh.class).refreshToken())
                .map(Reply::json)
                .orElseThrow(() -> Fault.of("AUT-4010"));
    }
}
