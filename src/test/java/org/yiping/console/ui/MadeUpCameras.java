package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Tables;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.Device;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.BroadcastId;
import org.yiping.domain.video.VideoRules;

/// What the made-up city's cameras can do and are asked for.
final class MadeUpCameras implements CameraUse {
    private final CameraUse captures;
    private final Tables tables;

    MadeUpCameras(CameraUse captures, Tables tables) {
        this.captures = captures;
        this.tables = tables;
    }

    /// Every third camera was watched; some of them stood still, were away or dark.
    @Override
    public CompletableFuture<Found<CameraDay>> availability(LocalDate day) {
        List<Tally> all = new ArrayList<>();
        List<CameraId> ids = tables.cameras
                .rows()
                .values()
                .map(Camera::id)
                .sorted(Comparator.comparing(CameraId::value))
                .toList();
        for (int i = 0; i < ids.size(); i += 3) {
            int n = i / 3;
            all.add(new Tally(
                    ids.get(i),
                    8_000 + n * 37L % 900,
                    n % 7 == 2 ? 130 + n : 0,
                    n % 23 == 5 ? 2_400 : 0,
                    n % 31 == 9 ? 700 : 0,
                    n % 11 == 4 ? 90L * n : 0,
                    n % 7 == 2 ? 1 + n % 4 : n % 11 == 4 ? 1 : 0));
        }
        return got(new CameraDay(day, day.atTime(2, 42).toInstant(java.time.ZoneOffset.UTC), all));
    }

    /// Every camera turns and speaks, and two broadcasts wait for somebody to look.
    static void put(Tables tables, Instant now) {
        CityFacts was = tables.city.known().orElseThrow();
        VideoRules rules = new VideoRules(
                "video-1",
                was.rules().video().captures(),
                new VideoRules.Speaking(
                        List.of(new VideoRules.Hours(LocalTime.MIN, LocalTime.of(23, 59))),
                        3,
                        80,
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10)),
                VideoRules.NONE.ranks(),
                new VideoRules.Watermark(
                        VideoRules.Watermark.TILED,
                        List.of(VideoRules.Watermark.PERSON, VideoRules.Watermark.SEAT, VideoRules.Watermark.TIME)));
        tables.city.set(
                new CityFacts(
                        was.name(),
                        was.zone(),
                        was.extent(),
                        was.layers(),
                        was.promises(),
                        was.rules().with(rules)),
                new Freshness(true, now));
        List<Camera> all = tables.cameras.rows().values().toList();
        for (Camera c : all) {
            Device device = c.device() == null
                    ? new Device("132", null, List.of(), true, List.of(), "sim", List.of(), List.of())
                    : c.device();
            tables.cameras.put(
                    c.id(), c.with(device.with(Device.PTZ).with(Device.PRESETS).with(Device.SPEAKER)));
        }
        for (int i = 0; i < 2; i++) {
            BroadcastId id = new BroadcastId("b-" + i);
            tables.broadcasts.put(
                    id,
                    new Broadcast(
                            id,
                            all.get(i).id(),
                            new Broadcast.Words("请将摊位收回店内，不要占用盲道。", 60, 2),
                            new Actor(new PersonId("p-0"), new PostCode("dispatcher"), new SeatId("03")),
                            now.minusSeconds(700 - 600L * i),
                            i == 0 ? "done" : "pending",
                            "",
                            now.minusSeconds(100 - 600L * i),
                            null));
        }
    }

    private static <T> CompletableFuture<Found<T>> got(T value) {
        return CompletableFuture.completedFuture(new Found.Got<>(value));
    }

    private static <T> CompletableFuture<Found<T>> lost() {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    private static CompletableFuture<Found<Turned>> done() {
        return got(new Turned(DONE, null, null, null, null));
    }

    @Override
    public CompletableFuture<Found<Address>> play(CameraId camera, String grade) {
        return lost();
    }

    @Override
    public CompletableFuture<Void> leave(CameraId camera, String viewing) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> leaveAll() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Found<Address>> playback(CameraId camera, String grade, Instant from, Instant until) {
        return lost();
    }

    @Override
    public CompletableFuture<Found<Turned>> turn(CameraId camera, double pan, double tilt, double zoom) {
        return done();
    }

    @Override
    public CompletableFuture<Found<Turned>> became(CameraId camera, String use) {
        return done();
    }

    @Override
    public CompletableFuture<Found<Turned>> stop(CameraId camera) {
        return done();
    }

    @Override
    public CompletableFuture<Found<Turned>> preset(CameraId camera, String act, Preset preset) {
        return done();
    }

    @Override
    public CompletableFuture<Found<List<Preset>>> presets(CameraId camera) {
        return got(List.of(new Preset(1, "路口"), new Preset(2, "公厕"), new Preset(3, "市场东门"), new Preset(12, "河道")));
    }

    @Override
    public CompletableFuture<Found<Talked>> talk(CameraId camera, int volume) {
        return got(new Talked(FAILED, "not-offered", null, 0, false, null));
    }

    @Override
    public CompletableFuture<Found<Talked>> say(CameraId camera, String talk, int number, byte[] alaw) {
        return got(new Talked(FAILED, "not-offered", null, 0, false, null));
    }

    @Override
    public CompletableFuture<Found<Talked>> endTalk(CameraId camera, String talk) {
        return got(new Talked(FAILED, "not-offered", null, 0, false, null));
    }

    @Override
    public CompletableFuture<Found<Said>> speak(CameraId camera, Broadcast.Words words) {
        return got(new Said(PENDING, null, new BroadcastId("b-9"), Instant.EPOCH));
    }

    @Override
    public CompletableFuture<Found<Told>> observed(List<Observation> seen) {
        return lost();
    }

    @Override
    public CompletableFuture<Found<List<CameraId>>> favourites() {
        return got(List.of());
    }

    @Override
    public CompletableFuture<Found<List<CameraId>>> keepFavourites(List<CameraId> cameras) {
        return got(cameras);
    }

    @Override
    public CompletableFuture<Found<CaptureFigures>> captureFigures() {
        return captures.captureFigures();
    }

    @Override
    public CompletableFuture<Found<byte[]>> patrolPicture(PatrolRoundId round, String fileId) {
        return lost();
    }

    @Override
    public CompletableFuture<Found<byte[]>> capturePicture(CaptureId capture) {
        return captures.capturePicture(capture);
    }
}
