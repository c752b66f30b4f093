package org.yiping.console.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.yiping.console.link.Answer;
import org.yiping.console.link.CameraCalls;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.domain.video.Broadcast;
import org.yiping.protocol.Json;
import org.yiping.protocol.Problem;
import tools.jackson.core.JacksonException;

/// Uses cameras through the platform. Any thread.
final class PlatformCameras implements CameraUse {
    private static final String TAKEN = "VID-4090";
    /// Another speaks there.
    private static final String SPOKEN = "VID-4095";

    private final CameraCalls calls;
    private final Map<String, CameraId> viewings = new ConcurrentHashMap<>();
    private volatile boolean closing;

    PlatformCameras(CameraCalls calls) {
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Found<Address>> play(CameraId camera, String grade) {
        return watched(camera, Map.of("grade", grade));
    }

    @Override
    public CompletableFuture<Found<Address>> playback(CameraId camera, String grade, Instant from, Instant until) {
        return watched(camera, Map.of("grade", grade, "from", from, "until", until));
    }

    private CompletableFuture<Found<Address>> watched(CameraId camera, Map<String, Object> wish) {
        return calls.use(camera, "play", wish, Address.class).thenApply(answer -> {
            String viewing = answer instanceof Answer.Ok<Address>(Address at) ? at.viewing() : null;
            if (viewing != null) {
                viewings.put(viewing, camera);
                if (closing) {
                    var _ = leave(camera, viewing);
                }
            }
            return of(answer);
        });
    }

    @Override
    public CompletableFuture<Void> leave(CameraId camera, String viewing) {
        return viewings.remove(viewing, camera)
                ? calls.leave(camera, viewing).thenAccept(_ -> {})
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> leaveAll() {
        closing = true;
        return CompletableFuture.allOf(viewings.entrySet().stream()
                .map(v -> leave(v.getValue(), v.getKey()))
                .toArray(CompletableFuture<?>[]::new));
    }

    @Override
    public CompletableFuture<Found<Turned>> turn(CameraId camera, double pan, double tilt, double zoom) {
        return turned(camera, Map.of("move", Map.of("pan", pan, "tilt", tilt, "zoom", zoom)));
    }

    @Override
    public CompletableFuture<Found<Turned>> stop(CameraId camera) {
        return turned(camera, Map.of("stop", true));
    }

    @Override
    public CompletableFuture<Found<Turned>> preset(CameraId camera, String act, Preset preset) {
        return turned(camera, Map.of("preset", Map.of("do", act, "number", preset.number(), "name", preset.name())));
    }

    @Override
    public CompletableFuture<Found<Turned>> became(CameraId camera, String use) {
        return found(calls.became(camera, use, Turned.class));
    }

    @Override
    public CompletableFuture<Found<List<Preset>>> presets(CameraId camera) {
        return found(calls.presets(camera, Preset.class));
    }

    @Override
    public CompletableFuture<Found<Said>> speak(CameraId camera, Broadcast.Words words) {
        return found(calls.use(camera, "broadcast", words, Said.class));
    }

    @Override
    public CompletableFuture<Found<Talked>> talk(CameraId camera, int volume) {
        return calls.use(camera, "talk", Map.of("volume", volume), Talked.class).thenApply(a -> {
            if (a instanceof Answer.Refused<Talked>(Problem problem)
                    && problem.code().equals(SPOKEN)
                    && problem.current() != null) {
                try {
                    Hold hold = Json.mapper().treeToValue(problem.current(), Hold.class);
                    return new Found.Got<>(new Talked(HELD, null, null, 0, false, hold.by()));
                } catch (JacksonException _) {
                    return of(a); // by whom is not to be read
                }
            }
            return of(a);
        });
    }

    @Override
    public CompletableFuture<Found<Talked>> say(CameraId camera, String talk, int number, byte[] alaw) {
        return found(calls.say(camera, talk, number, alaw, Talked.class));
    }

    @Override
    public CompletableFuture<Found<Talked>> endTalk(CameraId camera, String talk) {
        return found(calls.endTalk(camera, talk, Talked.class));
    }

    @Override
    public CompletableFuture<Found<Told>> observed(List<Observation> seen) {
        return found(calls.observed(Map.of("observations", seen), Told.class));
    }

    @Override
    public CompletableFuture<Found<List<CameraId>>> favourites() {
        return found(calls.favourites());
    }

    @Override
    public CompletableFuture<Found<List<CameraId>>> keepFavourites(List<CameraId> cameras) {
        return found(calls.keepFavourites(cameras));
    }

    @Override
    public CompletableFuture<Found<CaptureFigures>> captureFigures() {
        return found(calls.captureFigures(CaptureFigures.class));
    }

    @Override
    public CompletableFuture<Found<byte[]>> capturePicture(CaptureId capture) {
        return found(calls.capturePicture(capture));
    }

    @Override
    public CompletableFuture<Found<byte[]>> patrolPicture(PatrolRoundId round, String fileId) {
        return found(calls.patrolPicture(round, fileId));
    }

    @Override
    public CompletableFuture<Found<CameraDay>> availability(LocalDate day) {
        return found(calls.availability(day, CameraDay.class));
    }

    private static <T> CompletableFuture<Found<T>> found(CompletableFuture<Answer<T>> answer) {
        return answer.thenApply(PlatformCameras::of);
    }

    private static <T> Found<T> of(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> new Found.Got<>(value);
            case Answer.Refused<T>(Problem problem) -> new Found.Refused<>(code(problem), problem.detail());
            case Answer.Unreachable<T> _ -> new Found.Unreachable<>();
        };
    }

    private static String code(Problem problem) {
        List<Problem.FieldError> errors = problem.errors();
        return errors == null || errors.isEmpty()
                ? problem.code()
                : problem.code() + '.' + errors.getFirst().code();
    }

    private record Hold(Actor by, Instant until) {}

    private CompletableFuture<Found<Turned>> turned(CameraId camera, Map<String, Object> wish) {
        return calls.use(camera, "ptz", wish, Turned.class).thenApply(a -> {
            if (a instanceof Answer.Refused<Turned>(Problem problem)
                    && problem.code().equals(TAKEN)
                    && problem.current() != null) {
                try {
                    Hold hold = Json.mapper().treeToValue(problem.current(), Hold.class);
                    return new Found.Got<>(new Turned(HELD, null, hold.by(), hold.until(), null));
                } catch (JacksonException _) {
                    return of(a); // taken, by whom is not to be read
                }
            }
            return of(a);
        });
    }
}
