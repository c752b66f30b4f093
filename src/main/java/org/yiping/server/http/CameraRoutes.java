package org.yiping.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.domain.camera.CameraId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.command.CameraDays;
import org.yiping.server.command.CameraStates;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Rows;

/// What seats know of cameras and keep of them.
final class CameraRoutes {
    private static final int MOST_SEEN = 200;
    private static final int MOST_FAVOURITES = 500;
    private static final String FAVOURITES = "favourites-";

    private final HttpApi.Video video;
    private final CommandDesk desk;
    private final Meta meta;
    private final Access access;
    private final Rows rows;
    private final Days days;

    private record Observations(List<Observation> observations) {}

    private record Observation(CameraId camera, String state, Instant at) {}

    private record Favourites(List<CameraId> cameras) {}

    CameraRoutes(HttpApi.Video video, CommandDesk desk, Meta meta, Access access, Rows rows, Days days) {
        this.video = video;
        this.rows = rows;
        this.days = days;
        this.desk = desk;
        this.meta = meta;
        this.access = access;
    }

    void open(Door door) {
        door.post("/api/v1/cameras/observations", this::observe);
        door.get("/api/v1/cameras/availability", this::availability);
        door.get("/api/v1/seats/own/favourites", this::favourites);
        door.put("/api/v1/seats/own/favourites", this::keep);
    }

    private Reply observe(Call call) {
        List<Observation> all = call.body(Observations.class).observations();
        if (all.size() > MOST_SEEN) {
            throw Fault.at("QRY-4000", "/observations", "range");
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == null) {
                throw Fault.at("BOD-4001", "/observations/" + i, "missing");
            }
            if (!CameraStates.SEEN.contains(all.get(i).state())) {
                throw Fault.at("BOD-4001", "/observations/" + i + "/state", "unknown");
            }
        }
        return Reply.json(video.states()
                .take(
                        desk,
                        all.stream()
                                .map(o -> new CameraStates.Seen(o.camera(), o.state(), o.at()))
                                .toList(),
                        call.who().actor(),
                        access.reach(Kinds.CAMERA, call.who())));
    }

    /// Of today or a day that is over; cameras of which nothing is known that day are not in it.
    private Reply availability(Call call) {
        if (!access.mayReceive(Kinds.CAMERA, call.who().post())) {
            throw Fault.of("AUT-4030");
        }
        LocalDate today = days.date();
        LocalDate day = call.query("day").map(CameraRoutes::day).orElse(today);
        if (day.isAfter(today)) {
            throw Fault.at("QRY-4000", "/day", "range");
        }
        Set<CameraId> wanted = new LinkedHashSet<>();
        rows.page(Kinds.CAMERA, CaseFilter.ALL, access.reach(Kinds.CAMERA, call.who()), 0, CameraDays.MOST)
                .forEach(r -> wanted.add(new CameraId(r.id())));
        Instant now = days.now();
        return Reply.json(Map.of(
                "day", day.toString(), "until", now, "items", video.days().of(day, wanted, now)));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Fault.at("QRY-4000", "/day", "type");
        }
    }

    private Reply favourites(Call call) {
        List<CameraId> kept = meta.get(name(call))
                .map(t -> Json.mapper().readValue(t, Favourites.class).cameras())
                .orElse(List.of());
        return Reply.json(Map.of("cameras", kept));
    }

    /// What a seat likes to look at is no fact of the city: it is kept, not journalled.
    private Reply keep(Call call) {
        Favourites wanted = call.body(Favourites.class);
        if (wanted.cameras().size() > MOST_FAVOURITES) {
            throw Fault.at("BOD-4001", "/cameras", "range");
        }
        for (int i = 0; i < wanted.cameras().size(); i++) {
            if (wanted.cameras().get(i) == null) {
                throw Fault.at("BOD-4001", "/cameras/" + i, "missing");
            }
        }
        meta.set(name(call), Json.mapper().writeValueAsString(wanted));
        return Reply.json(wanted);
    }

    private static String name(Call call) {
        return FAVOURITES
                + Hashes.sha256(call.who().actor().seat().value().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, 32);
    }
}
