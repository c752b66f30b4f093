package org.yiping.server.http;

import io.helidon.http.HeaderNames;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.hotline.CallId;
import org.yiping.domain.hotline.PhoneCall;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.SeatId;
import org.yiping.server.access.SwitchKeys;
import org.yiping.server.command.Answer;
import org.yiping.server.command.Switchboard;

/// Where the hotline's switch tells of calls (CTI): there only where the city has given it a key.
final class HotlineRoute {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_ID = 64;
    /// A number as it is dialled, or nothing where the caller withholds it.
    private static final String NUMBER = "[0-9+*#() -]{0,32}";

    private final @Nullable SwitchKeys keys;
    private final Switchboard board;
    private final InstantSource clock;

    HotlineRoute(@Nullable SwitchKeys keys, Switchboard board, InstantSource clock) {
        this.keys = keys;
        this.board = board;
        this.clock = clock;
    }

    void open(Door door) {
        door.post("/api/v1/calls", this::hear);
    }

    private record Told(
            String call,
            String state,
            @Nullable String number,
            @Nullable String seat,
            Instant at) {}

    private Reply hear(Call call) {
        if (keys == null) {
            throw Fault.of("ROU-4040");
        }
        Actor line = call.header(HeaderNames.AUTHORIZATION)
                .filter(h -> h.startsWith(BEARER))
                .flatMap(h -> keys.find(h.substring(BEARER.length()).strip()))
                .orElseThrow(() -> Fault.of("AUT-4010"));
        PhoneCall.News news = news(call.body(Told.class), keys);
        Instant now = clock.instant();
        return switch (board.hear(news, line)) {
            case Answer.Applied a ->
                Reply.json(Map.of(
                        "revision",
                        a.revision(),
                        "late",
                        news.at().plus(PhoneCall.RINGS).isBefore(now)));
            case Answer.Refused r -> throw CommandRoute.fault(r);
            case Answer.Postponed p -> throw CommandRoute.fault(p);
        };
    }

    private static PhoneCall.News news(Told told, SwitchKeys keys) {
        String number = told.number() == null ? "" : told.number().strip();
        if (!number.matches(NUMBER)) {
            throw Fault.at("BOD-4001", "/number", "range");
        }
        PhoneCall.Step step = switch (told.state()) {
            case "ringing" -> PhoneCall.Step.RINGING;
            case "answered" -> PhoneCall.Step.ANSWERED;
            case "ended" -> PhoneCall.Step.ENDED;
            default -> throw Fault.at("BOD-4001", "/state", "unknown");
        };
        String seat = told.seat() == null || told.seat().isBlank() ? null : named(told.seat(), "/seat");
        return new PhoneCall.News(
                new CallId(named(told.call(), "/call")),
                step,
                number,
                seat == null ? null : seat(keys, seat),
                told.at());
    }

    private static SeatId seat(SwitchKeys keys, String extension) {
        return keys.seat(extension);
    }

    private static String named(String text, String pointer) {
        if (text.isBlank() || text.length() > LONGEST_ID) {
            throw Fault.at("BOD-4001", pointer, "range");
        }
        return text.strip();
    }
}
