package org.yiping.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.domain.video.Broadcast;

/// A platform's cameras of cardboard: what is asked waits until the test answers it; all else is out of reach.
class CardboardCameras implements CameraUse {
    final List<String> asked = new ArrayList<>();
    final List<CompletableFuture<Found<Address>>> addresses = new ArrayList<>();
    final List<String> left = new ArrayList<>();
    final List<List<Observation>> told = new ArrayList<>();
    final List<CompletableFuture<Found<Told>>> tellings = new ArrayList<>();

    @Override
    public CompletableFuture<Found<Address>> play(CameraId camera, String grade) {
        asked.add(camera.value() + " " + grade);
        addresses.add(new CompletableFuture<>());
        return addresses.getLast();
    }

    @Override
    public CompletableFuture<Void> leave(CameraId camera, String viewing) {
        left.add(camera.value() + " " + viewing);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> leaveAll() {
        left.add("all");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Found<Told>> observed(List<Observation> seen) {
        told.add(seen);
        tellings.add(new CompletableFuture<>());
        return tellings.getLast();
    }

    @Override
    public CompletableFuture<Found<Address>> playback(CameraId camera, String grade, Instant from, Instant until) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<Turned>> turn(CameraId camera, double pan, double tilt, double zoom) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<Turned>> became(CameraId camera, String use) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<Turned>> stop(CameraId camera) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<Turned>> preset(CameraId camera, String act, Preset preset) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<List<Preset>>> presets(CameraId camera) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<Talked>> talk(CameraId camera, int volume) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<Talked>> say(CameraId camera, String talk, int number, byte[] alaw) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<Talked>> endTalk(CameraId camera, String talk) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<Said>> speak(CameraId camera, Broadcast.Words words) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<List<CameraId>>> favourites() {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<List<CameraId>>> keepFavourites(List<CameraId> cameras) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<CaptureFigures>> captureFigures() {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<byte[]>> patrolPicture(PatrolRoundId round, String fileId) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<CameraDay>> availability(LocalDate day) {
        return unreachable();
    }

    @Override
    public CompletableFuture<Found<byte[]>> capturePicture(CaptureId capture) {
        return unreachable();
    }

    private static <T> CompletableFuture<Found<T>> unreachable() {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }
}
