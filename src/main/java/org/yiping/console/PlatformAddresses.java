package org.yiping.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.video.Addresses;
import org.yiping.console.video.Picture.Fault;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.camera.Device;

/// Play addresses from the platform of whoever is signed in; players are opened before anybody is. Any thread.
///
/// Questions that are the same share one answer. A source that refuses the platform is left alone for ten minutes:
/// whoever guesses is locked out.
final class PlatformAddresses implements Addresses {
    static final Duration LEFT_ALONE = Duration.ofMinutes(10);

    private final InstantSource clock;
    private volatile @Nullable SignedIn signedIn;

    PlatformAddresses(InstantSource clock) {
        this.clock = clock;
    }

    /// Somebody has signed in.
    void bind(CameraUse use) {
        signedIn = new SignedIn(use);
    }

    /// Nobody is signed in: no address is to be had.
    void clear() {
        signedIn = null;
    }

    @Override
    public CompletableFuture<Given> fresh(Camera camera, CameraStream stream) {
        Device device = camera.device();
        if (stream.past() // a live picture in its place would be a lie
                || (!stream.url().isEmpty()
                        && (device == null || device.source().isEmpty()))) {
            return CompletableFuture.completedFuture(new Given.At(stream));
        }
        SignedIn now = signedIn;
        return now == null
                ? CompletableFuture.completedFuture(new Given.None(Fault.NO_PLATFORM))
                : now.ask(new Wish(camera.id(), stream.grade()))
                        .thenApply(found -> now.given(camera.id(), stream, found));
    }

    private record Wish(CameraId camera, String grade) {}

    /// One sign-in's questions.
    private final class SignedIn {
        private static final Found<CameraUse.Address> KNOWN = new Found.Refused<>("VID-4031", "");

        private final CameraUse use;
        private final Map<Wish, CompletableFuture<Found<CameraUse.Address>>> asked = new ConcurrentHashMap<>();
        private final Map<CameraId, Instant> leftAloneUntil = new ConcurrentHashMap<>();

        SignedIn(CameraUse use) {
            this.use = use;
        }

        CompletableFuture<Found<CameraUse.Address>> ask(Wish wish) {
            Instant until = leftAloneUntil.get(wish.camera);
            if (until != null && clock.instant().isBefore(until)) {
                return CompletableFuture.completedFuture(KNOWN);
            }
            CompletableFuture<Found<CameraUse.Address>> answer = new CompletableFuture<>();
            var before = asked.putIfAbsent(wish, answer);
            if (before != null) {
                return before;
            }
            var _ = use.play(wish.camera, wish.grade).whenComplete((found, _) -> {
                asked.remove(wish, answer);
                Found<CameraUse.Address> heard = found == null ? new Found.Unreachable<>() : found;
                if (fault(heard) == Fault.SOURCE_REFUSES) {
                    leftAloneUntil.put(wish.camera, clock.instant().plus(LEFT_ALONE));
                }
                answer.complete(heard);
            });
            return answer;
        }

        Given given(CameraId camera, CameraStream stream, Found<CameraUse.Address> found) {
            if (!(found instanceof Found.Got<CameraUse.Address>(CameraUse.Address at))) {
                return new Given.None(fault(found));
            }
            leftAloneUntil.remove(camera);
            return new Given.At(
                    new CameraStream(at.grade(), at.url(), stream.width(), stream.height(), stream.framesPerSecond()));
        }
    }

    private static Fault fault(Found<CameraUse.Address> found) {
        return switch (found) {
            case Found.Unreachable<CameraUse.Address> _ -> Fault.NO_PLATFORM;
            case Found.Got<CameraUse.Address> _ -> Fault.NO_ADDRESS;
            case Found.Refused<CameraUse.Address>(String code, String _) ->
                switch (code.split("\\.", 2)[0]) {
                    case "VID-4030" -> Fault.FORBIDDEN;
                    case "VID-4031" -> Fault.SOURCE_REFUSES;
                    case "VID-4040" -> Fault.NOT_AT_SOURCE;
                    case "VID-4091" -> Fault.DEVICE_OFFLINE;
                    case "VID-5030" -> Fault.SOURCE_SILENT;
                    default -> Fault.NO_ADDRESS;
                };
        };
    }
}
