package org.yiping.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.Position;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Batch;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Change;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.video.VideoSource;

/// Writes down what a source lists: only what differs, once. A camera it lists no longer is not forgotten but offline,
/// with the reason. What goes about (body cameras, vehicles, drones) is where the source says. Cameras that are
/// another's, or have addresses of their own, are left alone: the city's own list goes before. One thread at a time.
public final class CameraList {
    static final String SOURCE = "source";

    private static final Logger LOG = LoggerFactory.getLogger(CameraList.class);
    private static final int PAGE = 1000;
    private static final int AT_ONCE = 200;
    private static final int LONGEST_NAME = 100;
    private static final int DISTRICT = 6;
    private static final double WAVERS_METRES = 10;
    private final Rows rows;
    private final AreaFinder areas;
    private final Position middle;
    private final Map<CameraId, Boolean> words = new ConcurrentHashMap<>();

    /// `middle` is the city's, where a camera stands of which nobody knows better.
    public CameraList(Rows rows, AreaFinder areas, Position middle) {
        this.rows = rows;
        this.areas = areas;
        this.middle = middle;
    }

    /// Waits until what differs is on disk.
    void write(CommandDesk desk, String source, List<VideoSource.Listed> all) {
        Map<CameraId, VideoSource.Listed> listed = new LinkedHashMap<>();
        all.forEach(l -> listed.putIfAbsent(l.id(), l));
        Map<CameraId, VideoSource.Listed> fresh = new LinkedHashMap<>(listed);
        List<CameraId> differing = new ArrayList<>();
        int foreign = 0;
        long cursor = 0;
        List<Row> page = rows.page(Kinds.CAMERA, CaseFilter.ALL, Reach.CITY, cursor, PAGE);
        while (!page.isEmpty()) {
            for (Row row : page) {
                Camera camera = camera(row);
                fresh.remove(camera.id());
                boolean own = isOf(camera, source);
                foreign += !own && listed.containsKey(camera.id()) ? 1 : 0;
                if (own && !told(camera, listed.get(camera.id()), Instant.EPOCH).equals(camera)) {
                    differing.add(camera.id());
                }
            }
            cursor = page.getLast().place().born();
            page = rows.page(Kinds.CAMERA, CaseFilter.ALL, Reach.CITY, cursor, PAGE);
        }
        differing.addAll(fresh.keySet());
        for (int from = 0; from < differing.size(); from += AT_ONCE) {
            List<CameraId> some = differing.subList(from, Math.min(differing.size(), from + AT_ONCE));
            desk.submit((batch, now) -> written(batch, now, source, some, listed));
        }
        listed.values().forEach(l -> {
            Boolean online = l.online();
            if (online == null) {
                words.remove(l.id());
            } else {
                words.put(l.id(), online);
            }
        });
        if (!differing.isEmpty()) {
            LOG.info(
                    "{} lists {} cameras: {} new, {} changed, {} of others left alone",
                    source,
                    listed.size(),
                    fresh.size(),
                    differing.size() - fresh.size(),
                    foreign);
        }
    }

    /// Judged again by the rows as they are now.
    private Answer written(
            Batch batch, Instant now, String source, List<CameraId> some, Map<CameraId, VideoSource.Listed> listed) {
        long revision = 0;
        for (CameraId id : some) {
            Camera before =
                    batch.find(Kinds.CAMERA, id.value()).map(CameraList::camera).orElse(null);
            VideoSource.Listed one = listed.get(id);
            Camera next;
            if (before != null) {
                next = isOf(before, source) ? told(before, one, now) : before;
            } else if (one != null) {
                next = told(fresh(id, source, now), one, now);
            } else {
                continue;
            }
            if (!next.equals(before)) {
                Device device = next.device();
                AreaCode area = device == null ? null : device.area();
                Scope scope = new Scope(area == null ? null : area.value(), null);
                String text = Json.mapper().writeValueAsString(next);
                revision = batch.put(Origin.PLATFORM, now, Change.fact(Kinds.CAMERA, id.value(), text, scope))
                        .revision();
            }
        }
        return new Answer.Applied(revision);
    }

    private static Camera camera(Row row) {
        return Json.mapper().readValue(row.content(), Camera.class);
    }

    private static boolean isOf(Camera camera, String source) {
        Device device = camera.device();
        return device != null && device.source().equals(source);
    }

    /// One nobody has heard of. What its streams measure nobody says; the sizes are there so that a tile takes the
    /// small one and an enlarged picture the large one.
    private Camera fresh(CameraId id, String source, Instant now) {
        AreaCode area = byCode(id);
        Device device =
                new Device(Device.type(id.value()), area, List.of(), false, List.of(), source, List.of(), List.of());
        return new Camera(
                id,
                id.value(),
                centre(area),
                new Camera.View(0, 0, "fixed"),
                List.of(new CameraStream("main", "", 1280, 720, 25), new CameraStream("sub", "", 640, 360, 15)),
                CameraState.untold(false, now),
                device);
    }

    /// The district in the first six digits of its code (GB/T 28181 Annex: administrative division), where the city has
    /// one of that code.
    private @Nullable AreaCode byCode(CameraId id) {
        if (Device.type(id.value()).isEmpty()) {
            return null;
        }
        String code = id.value().substring(0, DISTRICT);
        return rows.find(Kinds.AREA, code).map(_ -> new AreaCode(code)).orElse(null);
    }

    private Position centre(@Nullable AreaCode area) {
        return area == null
                ? middle
                : rows.find(Kinds.AREA, area.value())
                        .map(r ->
                                Json.mapper().readValue(r.content(), Area.class).centre())
                        .orElse(middle);
    }

    /// The camera as its source tells of it.
    private Camera told(Camera camera, VideoSource.@Nullable Listed listed, Instant now) {
        Device device = camera.device();
        if (device == null) {
            return camera;
        }
        if (listed == null) {
            return camera.with(camera.state().seen(CameraState.OFFLINE, CameraState.NOT_LISTED, now));
        }
        String said = listed.name().strip();
        String name = said.isEmpty() || said.equals(camera.id().value())
                ? camera.name()
                : said.substring(0, Math.min(LONGEST_NAME, said.length()));
        List<String> groups = listed.parents().isEmpty() ? device.groups() : listed.parents();
        Device able = device;
        for (String ability : listed.abilities().stream().sorted().toList()) {
            able = able.with(ability);
        }
        Position place = place(camera, able, listed);
        AreaCode area = place == null ? device.area() : areas.areaAt(place).orElse(device.area());
        Device next = new Device(
                device.type(),
                area,
                groups,
                device.placed() || place != null,
                able.abilities(),
                device.source(),
                device.viewers(),
                device.steerers());
        return new Camera(
                camera.id(),
                name,
                place == null ? camera.position() : place,
                camera.view(),
                camera.streams(),
                state(camera.state(), listed, now),
                next);
    }

    /// Where it stands now; null where that is known already: a fixed camera's place is taken over once and then the
    /// city's to say, what goes about is followed. That its receiver wavers by some metres is no move.
    private @Nullable Position place(Camera camera, Device device, VideoSource.Listed listed) {
        if (!device.placed()) {
            return place(listed);
        }
        Position now = device.moves() ? place(listed) : null;
        return now == null || now.distanceMetres(camera.position()) < WAVERS_METRES ? null : now;
    }

    /// A place outside of the city is none.
    private @Nullable Position place(VideoSource.Listed listed) {
        Double longitude = listed.longitude();
        Double latitude = listed.latitude();
        if (longitude == null || latitude == null || !(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
            return null;
        }
        Position place = new Position(longitude, latitude);
        return areas.isInCity(place) ? place : null;
    }

    private CameraState state(CameraState before, VideoSource.Listed listed, Instant now) {
        Boolean online = listed.online();
        boolean reasonless =
                Set.of(CameraState.NOT_LISTED, CameraState.NO_STATUS).contains(before.reason());
        if (online == null) {
            return reasonless ? before.seen(CameraState.UNKNOWN, CameraState.NO_STATUS, now) : before;
        }
        // what players found missing stays so until the source has a new word
        if (online && before.reason().equals(CameraState.NO_PICTURE) && Boolean.TRUE.equals(words.get(listed.id()))) {
            return before;
        }
        return !online && reasonless
                ? before.seen(CameraState.OFFLINE, SOURCE, now)
                : before.reached(online, online ? "" : SOURCE, now);
    }
}
