package org.yiping.server.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.video.VideoRules;
import org.yiping.protocol.Json;
import org.yiping.server.command.Answer;
import org.yiping.server.command.CameraUses;
import org.yiping.server.video.Talks;
import org.yiping.server.video.VideoFault;
import org.yiping.server.video.VideoSource;
import org.yiping.server.video.VideoSources;

/// Somebody speaks live through a camera's loudspeaker while a button is held (对讲): begin, piece after piece, end. That
/// it begins and how it ends is in the journal; what is said is nowhere.
final class TalkRoutes {
    /// Of sound in one piece: two seconds.
    private static final int LARGEST_PIECE = 16_000;

    private static final long MOST_PIECES = 1_000_000;

    private final CameraUseRoutes cameras;
    private final CameraUses uses;
    private final VideoSources sources;
    private final Talks talks;
    private final ZoneId zone;
    private final InstantSource clock;

    private record Wish(int volume) {}

    private record Holder(Actor by, Instant since, Instant until) {}

    TalkRoutes(
            CameraUseRoutes cameras,
            CameraUses uses,
            VideoSources sources,
            Talks talks,
            ZoneId zone,
            InstantSource clock) {
        this.cameras = cameras;
        this.uses = uses;
        this.sources = sources;
        this.talks = talks;
        this.zone = zone;
        this.clock = clock;
    }

    void open(Door door) {
        door.post("/api/v1/cameras/{id}/talk", this::begin);
        door.post("/api/v1/cameras/{id}/talk/{talk}", this::piece);
        door.delete("/api/v1/cameras/{id}/talk/{talk}", this::end);
    }

    /// Another speaks there.
    static Fault taken(Talks.State by) {
        return Fault.of("VID-4095")
                .withCurrent(Json.mapper().writeValueAsString(new Holder(by.by(), by.since(), by.until())), null);
    }

    /// Written down before anybody can speak.
    private Reply begin(Call call) {
        Wish wish = call.body(Wish.class);
        CameraUseRoutes.Used used = cameras.used(call, true);
        Instant now = clock.instant();
        VideoRules rules = uses.rules(now);
        rules.talkRefusal(used.camera(), wish.volume(), LocalTime.ofInstant(now, zone))
                .ifPresent(code -> {
                    throw Fault.at("VID-4220", "/", code);
                });
        VideoSource source = used.source(sources);
        CameraId id = used.camera().id();
        Actor by = call.who().actor();
        talks.at(id).ifPresent(other -> {
            throw taken(other);
        });
        if (uses.note(used.row(), "talk", VideoSource.Told.PENDING, by) instanceof Answer.Postponed p) {
            throw CommandRoute.fault(p);
        }
        Talks.Begun begun;
        try {
            begun = talks.begin(source, id, by, wish.volume(), rules.speaking().longestTalk(), (state, reason) -> {
                var _ = uses.note(used.row(), "talkEnd", reason.isEmpty() ? state : reason, by);
            });
        } catch (VideoFault e) {
            var _ = uses.note(used.row(), "talk", e.code(), by);
            throw CameraUseRoutes.fault(e);
        }
        if (!begun.granted()) {
            var _ = uses.note(used.row(), "talk", "held", by);
            throw taken(begun.state());
        }
        return told(begun.state());
    }

    private Reply piece(Call call) {
        CameraId camera = cameras.used(call, true).camera().id();
        int number = (int) call.number("number", -1, 0, MOST_PIECES);
        if (number < 0) {
            throw Fault.at("QRY-4000", "/number", "missing");
        }
        byte[] sound = call.bytes(LARGEST_PIECE);
        return told(talks.take(call.path("talk"), camera, call.who().actor(), number, sound)
                .orElseThrow(() -> Fault.of("RES-4040")));
    }

    /// Also at a camera one may no longer use: what was begun may be ended.
    private Reply end(Call call) {
        return told(talks.end(
                        call.path("talk"),
                        new CameraId(call.path("id")),
                        call.who().actor())
                .orElseThrow(() -> Fault.of("RES-4040")));
    }

    private static Reply told(Talks.State talk) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("talk", talk.id());
        answer.put("state", talk.state());
        if (!talk.reason().isEmpty()) {
            answer.put("reason", talk.reason());
        }
        answer.put("since", talk.since());
        answer.put("until", talk.until());
        answer.put("receivedMillis", talk.sound().toMillis());
        answer.put("simulated", talk.simulated());
        return Reply.json(answer);
    }
}
