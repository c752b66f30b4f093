package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Tables;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.VideoRules;
import org.yiping.simulator.photo.PhotoBooth;

/// A dozen captures of a made-up city, and a platform that knows of cameras nothing else. Any thread.
public final class MadeUpCaptures implements CameraUse {
    private final PhotoBooth booth = new PhotoBooth();
    private final Map<CaptureId, Capture> all = new HashMap<>();
    public @Nullable CaptureFigures figures =
            new CaptureFigures(LocalDate.of(2026, 11, 24), 184, 102, 16, 58, 8, 97, 71, 4, 71.0 / 168);
    public boolean reached = true;
    /// How many pictures were asked for.
    public int asked;

    /// One of each of the city's classes, and some once more, seen within the last minutes.
    public void put(Tables tables, VideoRules rules, Instant now, int count) {
        List<Camera> cameras = tables.cameras
                .rows()
                .values()
                .sorted(Comparator.comparing((Camera c) -> c.id().value()))
                .toList();
        List<VideoRules.Mapping> classes = rules.captures().classes();
        for (int i = 0; i < count; i++) {
            VideoRules.Mapping m = classes.get(i % classes.size());
            Capture c = new Capture(
                    new CaptureId("k-" + i),
                    cameras.get(i * 7 % cameras.size()).id(),
                    new Capture.Seen(m.alarm(), m.name(), m.classCode(), 0.97 - i % 9 * 0.025),
                    now.minus(Duration.ofSeconds(26 + 67L * i)),
                    m.classCode().value() + ":" + i,
                    null,
                    i % 4 == 1 ? 3 : 0,
                    now.minusSeconds(20),
                    true,
                    rules.version(),
                    null);
            all.put(c.id(), c);
            tables.captures.put(c.id(), c);
        }
    }

    private static <T> CompletableFuture<Found<T>> done(@Nullable T value) {
        return CompletableFuture.completedFuture(value == null ? new Found.Unreachable<>() : new Found.Got<>(value));
    }

    @Override
    public CompletableFuture<Found<Address>> play(CameraId camera, String grade) {
        return done(null);
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
        return done(null);
    }

    @Override
    public CompletableFuture<Found<Turned>> turn(CameraId camera, double pan, double tilt, double zoom) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<Turned>> became(CameraId camera, String use) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<Turned>> stop(CameraId camera) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<Turned>> preset(CameraId camera, String act, Preset preset) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<List<Preset>>> presets(CameraId camera) {
        return done(List.of());
    }

    @Override
    public CompletableFuture<Found<Talked>> talk(CameraId camera, int volume) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<Talked>> say(CameraId camera, String talk, int number, byte[] alaw) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<Talked>> endTalk(CameraId camera, String talk) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<Said>> speak(CameraId camera, Broadcast.Words words) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<Told>> observed(List<Observation> seen) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<List<CameraId>>> favourites() {
        return done(new ArrayList<>());
    }

    @Override
    public CompletableFuture<Found<List<CameraId>>> keepFavourites(List<CameraId> cameras) {
        return done(cameras);
    }

    @Override
    public CompletableFuture<Found<CaptureFigures>> captureFigures() {
        return done(reached ? figures : null);
    }

    @Override
    public CompletableFuture<Found<byte[]>> patrolPicture(PatrolRoundId round, String fileId) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<CameraDay>> availability(LocalDate day) {
        return done(null);
    }

    @Override
    public CompletableFuture<Found<byte[]>> capturePicture(CaptureId capture) {
        asked++;
        Capture c = all.get(capture);
        return done(
                c == null || !reached
                        ? null
                        : booth.capture(
                                c.seen().classCode().value(), c.id().value().hashCode()));
    }
}
