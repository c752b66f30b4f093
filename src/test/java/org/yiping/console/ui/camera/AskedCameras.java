package org.yiping.console.ui.camera;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.domain.video.Broadcast;

/// Cameras that are asked for things and answer when the test says so.
final class AskedCameras implements CameraUse {
    final List<Asked> asked = new ArrayList<>();
    final List<CompletableFuture<Found<List<Preset>>>> lists = new ArrayList<>();
    final List<CompletableFuture<Found<Said>>> spoken = new ArrayList<>();
    final List<Broadcast.Words> words = new ArrayList<>();

    /// What patrols kept, by the id of its file; what is not here is out of reach.
    final Map<String, byte[]> pictures = new HashMap<>();

    @Override
    public CompletableFuture<Found<byte[]>> patrolPicture(PatrolRoundId round, String fileId) {
        byte[] kept = pictures.get(fileId);
        return CompletableFuture.completedFuture(kept == null ? new Found.Unreachable<>() : new Found.Got<>(kept));
    }

    final List<String> playbacks = new ArrayList<>();
    Found<Address> recording = new Found.Unreachable<>();

    final List<LocalDate> days = new ArrayList<>();
    CompletableFuture<Found<CameraDay>> day = CompletableFuture.completedFuture(new Found.Unreachable<>());

    @Override
    public CompletableFuture<Found<CameraDay>> availability(LocalDate asked) {
        days.add(asked);
        return day;
    }

    /// What was asked for: `turn 0.5 0.0 0.0`, `stop`, `call 3`.
    record Asked(CameraId camera, String what, CompletableFuture<Found<Turned>> answer) {
        void state(String state) {
            answer.complete(new Found.Got<>(new Turned(state, null, null, null, null)));
        }

        void pending(String use) {
            answer.complete(new Found.Got<>(new Turned("pending", null, null, null, use)));
        }
    }

    /// What became of what was pending, by its name; what is not here is still pending.
    final Map<String, Found<Turned>> ended = new HashMap<>();

    final List<String> after = new ArrayList<>();

    void became(String use, String state, String reason) {
        ended.put(use, new Found.Got<>(new Turned(state, reason, null, null, null)));
    }

    @Override
    public CompletableFuture<Found<Turned>> became(CameraId camera, String use) {
        after.add(use);
        Found<Turned> pending = new Found.Got<>(new Turned("pending", null, null, null, null));
        return CompletableFuture.completedFuture(ended.getOrDefault(use, pending));
    }

    List<String> said() {
        return asked.stream().map(a -> a.camera().value() + " " + a.what()).toList();
    }

    Asked last() {
        return asked.getLast();
    }

    private CompletableFuture<Found<Turned>> ask(CameraId camera, String what) {
        asked.add(new Asked(camera, what, new CompletableFuture<>()));
        return asked.getLast().answer();
    }

    @Override
    public CompletableFuture<Found<Turned>> turn(CameraId camera, double pan, double tilt, double zoom) {
        return ask(camera, "turn " + pan + " " + tilt + " " + zoom);
    }

    @Override
    public CompletableFuture<Found<Turned>> stop(CameraId camera) {
        return ask(camera, "stop");
    }

    @Override
    public CompletableFuture<Found<Turned>> preset(CameraId camera, String act, Preset preset) {
        return ask(camera, act + " " + preset.number());
    }

    @Override
    public CompletableFuture<Found<List<Preset>>> presets(CameraId camera) {
        lists.add(new CompletableFuture<>());
        return lists.getLast();
    }

    /// Everything asked of a live voice: `talk 60`, `say 0 2000`, `end t1`; each waits for its answer.
    final List<String> voice = new ArrayList<>();

    final List<CompletableFuture<Found<Talked>>> talks = new ArrayList<>();

    private CompletableFuture<Found<Talked>> voiced(String what) {
        voice.add(what);
        talks.add(new CompletableFuture<>());
        return talks.getLast();
    }

    @Override
    public CompletableFuture<Found<Talked>> talk(CameraId camera, int volume) {
        return voiced("talk " + volume);
    }

    @Override
    public CompletableFuture<Found<Talked>> say(CameraId camera, String talk, int number, byte[] alaw) {
        return voiced("say " + number + " " + alaw.length);
    }

    @Override
    public CompletableFuture<Found<Talked>> endTalk(CameraId camera, String talk) {
        return voiced("end " + talk);
    }

    @Override
    public CompletableFuture<Found<Said>> speak(CameraId camera, Broadcast.Words said) {
        words.add(said);
        spoken.add(new CompletableFuture<>());
        return spoken.getLast();
    }

    @Override
    public CompletableFuture<Found<Address>> play(CameraId camera, String grade) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    final List<String> left = new ArrayList<>();

    @Override
    public CompletableFuture<Void> leave(CameraId camera, String viewing) {
        left.add(camera.value() + " " + viewing);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> leaveAll() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Found<Address>> playback(CameraId camera, String grade, Instant from, Instant until) {
        playbacks.add(from + " " + until);
        return CompletableFuture.completedFuture(recording);
    }

    @Override
    public CompletableFuture<Found<Told>> observed(List<Observation> seen) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<List<CameraId>>> favourites() {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<List<CameraId>>> keepFavourites(List<CameraId> cameras) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<CaptureFigures>> captureFigures() {
        return CompletableFuture.completedFuture(
                new Found.Got<>(new CaptureFigures(LocalDate.EPOCH, 0, 0, 0, 0, 0, 0, 0, 0, null)));
    }

    @Override
    public CompletableFuture<Found<byte[]>> capturePicture(CaptureId capture) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }
}
