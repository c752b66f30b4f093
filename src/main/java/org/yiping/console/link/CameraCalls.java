package org.yiping.console.link;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.protocol.Json;

/// What a link asks of cameras in use; who asks says what the answer is read as. Any thread.
public final class CameraCalls {
    private static final String CAMERAS = "/api/v1/cameras/";
    private static final String FAVOURITES = "/api/v1/seats/own/favourites";
    private static final String CAPTURES = "/api/v1/captures/";

    private static final String ROUNDS = "/api/v1/patrols/rounds/";

    private final Calls calls;

    CameraCalls(Calls calls) {
        this.calls = calls;
    }

    /// `use` is play, ptz, broadcast or talk.
    public <T> CompletableFuture<Answer<T>> use(CameraId camera, String use, Object wish, Class<T> answer) {
        return calls.json(Call.post(path(camera, use), bytes(wish)), answer);
    }

    /// Of a play whose answer named the `viewing`.
    public CompletableFuture<Answer<byte[]>> leave(CameraId camera, String viewing) {
        return calls.bytes(Call.delete(path(camera, "play/" + Link.encode(viewing))));
    }

    /// The next piece of a talk, as G.711 A-law.
    public <T> CompletableFuture<Answer<T>> say(
            CameraId camera, String talk, int number, byte[] alaw, Class<T> answer) {
        String path = path(camera, "talk/" + Link.encode(talk)) + "?number=" + number;
        return calls.json(Call.post(path, alaw).with("Content-Type", "audio/PCMA"), answer);
    }

    public <T> CompletableFuture<Answer<T>> endTalk(CameraId camera, String talk, Class<T> answer) {
        return calls.json(Call.delete(path(camera, "talk/" + Link.encode(talk))), answer);
    }

    /// Of a ptz whose answer named the `use`.
    public <T> CompletableFuture<Answer<T>> became(CameraId camera, String use, Class<T> answer) {
        return calls.json(Call.get(path(camera, "ptz/" + Link.encode(use))), answer);
    }

    public <T> CompletableFuture<Answer<List<T>>> presets(CameraId camera, Class<T> item) {
        return calls.all(path(camera, "presets"), item);
    }

    public <T> CompletableFuture<Answer<T>> observed(Object seen, Class<T> answer) {
        return calls.json(Call.post(CAMERAS + "observations", bytes(seen)), answer);
    }

    private record Favourites(List<CameraId> cameras) {}

    public CompletableFuture<Answer<List<CameraId>>> favourites() {
        return calls.json(Call.get(FAVOURITES), Favourites.class).thenApply(a -> a.map(Favourites::cameras));
    }

    public CompletableFuture<Answer<List<CameraId>>> keepFavourites(List<CameraId> cameras) {
        return calls.json(Call.put(FAVOURITES, bytes(new Favourites(cameras))), Favourites.class)
                .thenApply(a -> a.map(Favourites::cameras));
    }

    public <T> CompletableFuture<Answer<T>> captureFigures(Class<T> answer) {
        return calls.json(Call.get(CAPTURES + "figures"), answer);
    }

    public CompletableFuture<Answer<byte[]>> capturePicture(CaptureId capture) {
        return calls.bytes(Call.get(CAPTURES + Link.encode(capture.value()) + "/picture"));
    }

    public <T> CompletableFuture<Answer<T>> availability(LocalDate day, Class<T> answer) {
        return calls.json(Call.get(CAMERAS + "availability?day=" + day), answer);
    }

    public CompletableFuture<Answer<byte[]>> patrolPicture(PatrolRoundId round, String fileId) {
        return calls.bytes(Call.get(ROUNDS + Link.encode(round.value()) + "/picture?file=" + Link.encode(fileId)));
    }

    private static String path(CameraId camera, String use) {
        return CAMERAS + Link.encode(camera.value()) + "/" + use;
    }

    private static byte[] bytes(Object body) {
        return Json.mapper().writeValueAsBytes(body);
    }
}
