package org.yiping.server.http;

// long because every way of using a camera passes the same checks and is noted alike

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.camera.Device;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.VideoRules;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.command.Answer;
import org.yiping.server.command.CameraUses;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.video.Talks;
import org.yiping.server.video.Tickets;
import org.yiping.server.video.Turning;
import org.yiping.server.video.VideoFault;
import org.yiping.server.video.VideoSource;
import org.yiping.server.video.VideoSources;
import org.yiping.server.video.Viewings;

/// Cameras in use: played, turned, spoken through. Each use is in the journal; a device that goes on turning is stopped
/// by `Turning`.
final class CameraUseRoutes {
    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_PRESETS = 255;
    private static final Duration LONGEST_PLAYBACK = Duration.ofDays(1);

    private final VideoSources sources;
    private final Turning turning;
    private final CameraUses uses;
    private final Rows rows;
    private final Access access;
    private final Around around;
    private final Map<CameraId, Instant> spoken = new ConcurrentHashMap<>();

    /// The journal's place, the city's time, what is waited for, who watches, and who speaks.
    record Around(Ledger ledger, ZoneId zone, InstantSource clock, Tickets tickets, Viewings viewings, Talks talks) {}

    private record Play(
            String grade, @Nullable Instant from, @Nullable Instant until) {}

    private record Ptz(
            @Nullable Move move,
            @Nullable Boolean stop,
            @Nullable Preset preset) {}

    private record Move(double pan, double tilt, double zoom) {}

    private record Preset(
            @com.fasterxml.jackson.annotation.JsonProperty("do")
            String act,

            int number,
            @Nullable String name) {}

    private record Speak(String text, int volume, int repeats) {}

    /// A camera somebody may use.
    record Used(Row row, Camera camera, @Nullable Device device) {
        VideoSource source(VideoSources sources) {
            return sources.of(camera).orElseThrow(() -> Fault.of("VID-4221"));
        }
    }

    CameraUseRoutes(VideoSources sources, Turning turning, CameraUses uses, Rows rows, Access access, Around around) {
        this.sources = sources;
        this.turning = turning;
        this.uses = uses;
        this.rows = rows;
        this.access = access;
        this.around = around;
    }

    void open(Door door) {
        door.post("/api/v1/cameras/{id}/play", this::play);
        door.delete("/api/v1/cameras/{id}/play/{viewing}", this::ended);
        door.post("/api/v1/cameras/{id}/ptz", this::ptz);
        door.get("/api/v1/cameras/{id}/ptz/{use}", this::became);
        door.get("/api/v1/cameras/{id}/presets", this::presets);
        door.post("/api/v1/cameras/{id}/broadcast", this::speak);
        uses.interrupted(rows)
                .forEach(said -> rows.find(Kinds.CAMERA, said.camera().value())
                        .ifPresent(row -> around.tickets()
                                .lost(said.at(), t -> uses.told(row, said.told(t.state(), t.reason())))));
    }

    /// A camera the caller may use, or what refuses it.
    Used used(Call call, boolean steer) {
        Principal who = call.who();
        if (!access.mayReceive(Kinds.CAMERA, who.post())) {
            throw Fault.of("AUT-4030");
        }
        Row row = rows.find(Kinds.CAMERA, call.path("id"))
                .filter(r -> access.reach(Kinds.CAMERA, who).sees(r.scope()))
                .orElseThrow(() -> Fault.of("RES-4040"));
        Camera camera = Json.mapper().readValue(row.content(), Camera.class);
        Device device = camera.device();
        boolean may = device == null || (steer ? device.steeredBy(who.post()) : device.viewedBy(who.post()));
        if (!may) {
            throw Fault.of("VID-4030");
        }
        return new Used(row, camera, device);
    }

    private interface Asking<T> {
        T now();
    }

    /// A use is written down whatever became of it.
    private <T> T noted(Used used, String what, Call call, Asking<T> asking) {
        try {
            T answer = asking.now();
            uses.note(
                    used.row(),
                    what,
                    answer instanceof VideoSource.Told t ? t.state() : "done",
                    call.who().actor());
            return answer;
        } catch (VideoFault e) {
            uses.note(used.row(), what, e.code(), call.who().actor());
            throw fault(e);
        }
    }

    static Fault fault(VideoFault e) {
        return Fault.of(
                switch (e.code()) {
                    case "refused" -> "VID-4031";
                    case "unknown" -> "VID-4040";
                    case "offline" -> "VID-4091";
                    case "unable" -> "VID-4221";
                    case "not-offered" -> "VID-4222";
                    default -> "VID-5030";
                });
    }

    private Reply play(Call call) {
        Play wish = call.body(Play.class);
        if (!List.of("main", "sub").contains(wish.grade())) {
            throw Fault.at("BOD-4001", "/grade", "unknown");
        }
        Used used = used(call, false);
        VideoSource.Recorded recorded = recorded(wish);
        Optional<String> own = recorded == null ? own(used.camera(), wish.grade()) : Optional.empty();
        Viewings.Given given = noted(
                used,
                recorded == null ? "play" : "playback",
                call,
                () -> own.map(u -> new Viewings.Given(new VideoSource.Address(u, null, null), null))
                        .orElseGet(() -> watched(used, call.who(), wish.grade(), recorded)));
        VideoSource.Address address = given.address();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("url", address.url());
        answer.put("grade", wish.grade());
        if (address.expiresAt() != null) {
            answer.put("expiresAt", address.expiresAt());
        }
        if (address.session() != null) {
            answer.put("session", address.session());
        }
        if (given.viewing() != null) {
            answer.put("viewing", given.viewing());
        }
        return Reply.json(answer);
    }

    private Viewings.Given watched(Used used, Principal who, String grade, VideoSource.@Nullable Recorded recorded) {
        VideoSource source = used.source(sources);
        CameraId id = used.camera().id();
        Viewings.Watcher watcher = new Viewings.Watcher(who.actor(), who.session());
        return around.viewings().play(source, id, watcher, () -> source.play(id, grade, recorded));
    }

    /// Also of a camera one may no longer look at: what was begun may be ended.
    private Reply ended(Call call) {
        if (!around.viewings()
                .end(call.path("id"), call.path("viewing"), call.who().actor())) {
            throw Fault.of("RES-4040");
        }
        return new Reply.Empty(204);
    }

    private VideoSource.@Nullable Recorded recorded(Play wish) {
        Instant from = wish.from();
        Instant until = wish.until();
        if (from == null && until == null) {
            return null;
        }
        if (from == null
                || until == null
                || !from.isBefore(until)
                || Duration.between(from, until).compareTo(LONGEST_PLAYBACK) > 0
                || from.isAfter(around.clock().instant())) {
            throw Fault.at("BOD-4001", "/until", "range");
        }
        return new VideoSource.Recorded(from, until);
    }

    /// Of a camera that has addresses of its own; the other grade where this one is missing.
    private static Optional<String> own(Camera camera, String grade) {
        if (camera.device() != null && !camera.device().source().isEmpty()) {
            return Optional.empty();
        }
        return camera.streams().stream()
                .filter(s -> s.grade().equals(grade))
                .map(CameraStream::url)
                .findFirst()
                .or(() -> camera.streams().stream().map(CameraStream::url).findFirst())
                .filter(u -> !u.isEmpty());
    }

    private Reply ptz(Call call) {
        Ptz wish = call.body(Ptz.class);
        Used used = used(call, true);
        Preset preset = wish.preset();
        Device device = used.device();
        if (device != null && !device.can(preset == null ? Device.PTZ : Device.PRESETS)) {
            throw Fault.of("VID-4221");
        }
        VideoSource.Motion motion = motion(wish);
        if (motion == null ? preset == null : preset != null) {
            throw Fault.at("BOD-4001", "/move", "missing");
        }
        VideoSource source = used.source(sources);
        VideoRules rules = uses.rules(around.clock().instant());
        CameraId id = used.camera().id();
        Actor by = call.who().actor();
        boolean stop = motion != null && motion.equals(VideoSource.Motion.STOP);
        String what = preset != null ? "preset" : stop ? "stop" : "turn";
        Consumer<VideoSource.Told> later = t -> uses.note(used.row(), what, outcome(t), by);
        Turning.Turned turned;
        try {
            turned = motion != null
                    ? turning.move(source, id, motion, by, rules, later)
                    : turning.preset(source, id, checked(preset), by, rules, later);
        } catch (VideoFault e) {
            uses.note(used.row(), what, e.code(), by);
            throw fault(e);
        }
        VideoSource.Told told = turned.told();
        if (told == null) {
            uses.note(used.row(), what, "held", by);
            throw Fault.of("VID-4090").withCurrent(Json.mapper().writeValueAsString(turned.hold()), null);
        }
        if (turned.begins()) {
            uses.note(used.row(), what, told.state(), by);
        }
        Map<String, Object> answer = new LinkedHashMap<>(told(told));
        answer.put("holder", turned.hold().by());
        answer.put("until", turned.hold().until());
        if (turned.use() != null) {
            answer.put("use", turned.use());
        }
        return Reply.json(answer);
    }

    /// What became of a turn, a stop or a preset that was pending: only who asked for it knows its name.
    private Reply became(Call call) {
        used(call, true);
        return Reply.json(told(around.tickets().became(call.path("use")).orElseThrow(() -> Fault.of("RES-4040"))));
    }

    private static VideoSource.@Nullable Motion motion(Ptz wish) {
        if (Boolean.TRUE.equals(wish.stop())) {
            return VideoSource.Motion.STOP;
        }
        Move m = wish.move();
        if (m == null) {
            return null;
        }
        for (double part : new double[] {m.pan(), m.tilt(), m.zoom()}) {
            if (!(part >= -1 && part <= 1)) {
                throw Fault.at("BOD-4001", "/move", "range");
            }
        }
        return new VideoSource.Motion(m.pan(), m.tilt(), m.zoom());
    }

    private static VideoSource.Preset checked(@Nullable Preset preset) {
        if (preset == null) {
            throw Fault.at("BOD-4001", "/preset", "missing");
        }
        String name = preset.name() == null ? "" : preset.name();
        if (!List.of("call", "set", "delete").contains(preset.act())) {
            throw Fault.at("BOD-4001", "/preset/do", "unknown");
        }
        if (preset.number() < 1 || preset.number() > MOST_PRESETS || name.length() > LONGEST_NAME) {
            throw Fault.at("BOD-4001", "/preset/number", "range");
        }
        return new VideoSource.Preset(preset.act(), preset.number(), name);
    }

    private static String outcome(VideoSource.Told told) {
        return told.reason().isEmpty() ? told.state() : told.reason();
    }

    private static Map<String, Object> told(VideoSource.Told told) {
        return told.reason().isEmpty()
                ? Map.of("state", told.state())
                : Map.of("state", told.state(), "reason", told.reason());
    }

    private Reply presets(Call call) {
        Used used = used(call, false);
        try {
            List<Map<String, Object>> all = sources.of(used.camera()).stream()
                    .flatMap(s -> s.presets(used.camera().id()).stream())
                    .map(p -> Map.<String, Object>of("number", p.number(), "name", p.name()))
                    .toList();
            return Pages.of(all, around.ledger().revision(), null);
        } catch (VideoFault e) {
            throw fault(e);
        }
    }

    /// Written down before it is said. Two at once at one loudspeaker: the second comes too soon.
    private Reply speak(Call call) {
        Speak wish = call.body(Speak.class);
        if (wish.text().isBlank() || wish.text().length() > LONGEST_WORDS) {
            throw Fault.at("VID-4220", "/text", wish.text().isBlank() ? "missing" : "too-long");
        }
        Used used = used(call, true);
        Instant now = around.clock().instant();
        VideoRules rules = uses.rules(now);
        Broadcast.Words words = new Broadcast.Words(wish.text(), wish.volume(), wish.repeats());
        rules.refusal(used.camera(), words, LocalTime.ofInstant(now, around.zone()))
                .ifPresent(code -> {
                    throw Fault.at("VID-4220", "/", code);
                });
        VideoSource source = used.source(sources);
        CameraId id = used.camera().id();
        around.talks().at(id).ifPresent(talk -> {
            throw TalkRoutes.taken(talk);
        });
        boolean[] free = {false};
        spoken.compute(id, (_, last) -> {
            free[0] = last == null || !now.isBefore(last.plus(rules.speaking().pause()));
            return free[0] ? now : last;
        });
        if (!free[0]) {
            throw Fault.at("VID-4220", "/", "too-often");
        }
        Broadcast said = new Broadcast(
                CameraUses.fresh(),
                id,
                words,
                call.who().actor(),
                now,
                VideoSource.Told.PENDING,
                "",
                now.plus(rules.speaking().checkAfter()),
                null);
        if (uses.announce(used.row(), said) instanceof Answer.Postponed p) {
            spoken.remove(id);
            throw CommandRoute.fault(p);
        }
        VideoSource.Told told;
        try {
            told = source.speak(id, words);
        } catch (VideoFault e) {
            told = VideoSource.Told.failed(e.code());
        }
        uses.told(used.row(), said.told(told.state(), told.reason()));
        String ticket = told.ticket();
        if (ticket != null) {
            around.tickets().follow(source, ticket, t -> {
                uses.told(used.row(), said.told(t.state(), t.reason()));
                if (t.state().equals(VideoSource.Told.FAILED)) {
                    spoken.remove(id);
                }
            });
        }
        if (told.state().equals(VideoSource.Told.FAILED)) {
            spoken.remove(id); // nothing was heard
        }
        Map<String, Object> answer = new LinkedHashMap<>(told(told));
        answer.put("broadcast", said.id());
        answer.put("checkAt", said.checkAt());
        return Reply.json(answer);
    }
}
