package org.yiping.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
/// Questions that are the same share one answer, and its viewing: it is ended when the last who asked has. A source
/// that refuses the platform is left alone for ten minutes:
/// whoever guesses is locked out.
final class PlatformAddresses implements Addresses {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformAddresses.class);

    static final Duration LEFT_ALONE = Duration.ofMinutes(10);

    /// A console that closes waits no longer for a platform that does not answer.
    private static final Duration PARTING = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Executor workers;
    private volatile @Nullable SignedIn signedIn;

    /// `workers`: players end viewings under their locks and on the user interface's thread.
    PlatformAddresses(InstantSource clock, Executor workers) {
        this.clock = clock;
        this.workers = workers;
    }

    /// Somebody has signed in.
    void bind(CameraUse use) {
        signedIn = new SignedIn(use);
    }

    /// Nobody is signed in: no address is to be had, and what is watched ends. Waits for the platform, a moment at
    /// most.
    void clear() {
        SignedIn was = signedIn;
        signedIn = null;
        if (was == null) {
            return;
        }
        try {
            was.use.leaveAll().get(PARTING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("not every viewing was ended: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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
                : now.ask(new Wish(camera.id(), stream.grade()), stream);
    }

    private record Wish(CameraId camera, String grade) {}

    /// On its way, and how many have asked it and not ended.
    private static final class Question {
        private final CompletableFuture<Found<CameraUse.Address>> answer = new CompletableFuture<>();
        private final AtomicInteger askers = new AtomicInteger();
    }

    /// One sign-in's questions.
    private final class SignedIn {
        private static final Found<CameraUse.Address> KNOWN = new Found.Refused<>("VID-4031", "");

        private final CameraUse use;
        private final Map<Wish, Question> asked = new ConcurrentHashMap<>();
        private final Map<CameraId, Instant> leftAloneUntil = new ConcurrentHashMap<>();

        SignedIn(CameraUse use) {
            this.use = use;
        }

        CompletableFuture<Given> ask(Wish wish, CameraStream stream) {
            Instant until = leftAloneUntil.get(wish.camera);
            if (until != null && clock.instant().isBefore(until)) {
                return CompletableFuture.completedFuture(new Given.None(fault(KNOWN)));
            }
            Question fresh = new Question();
            Question question = asked.compute(wish, (_, before) -> {
                Question now = before == null ? fresh : before;
                now.askers.incrementAndGet(); // here, so that none comes after it was answered
                return now;
            });
            CompletableFuture<Given> given = question.answer.thenApply(found -> given(wish, stream, question, found));
            if (question == fresh) {
                send(wish, question);
            }
            return given;
        }

        private void send(Wish wish, Question question) {
            var _ = use.play(wish.camera, wish.grade).whenComplete((found, _) -> {
                asked.remove(wish, question);
                Found<CameraUse.Address> heard = found == null ? new Found.Unreachable<>() : found;
                if (fault(heard) == Fault.SOURCE_REFUSES) {
                    leftAloneUntil.put(wish.camera, clock.instant().plus(LEFT_ALONE));
                }
                question.answer.complete(heard);
            });
        }

        private Given given(Wish wish, CameraStream stream, Question question, Found<CameraUse.Address> found) {
            if (!(found instanceof Found.Got<CameraUse.Address>(CameraUse.Address at))) {
                return new Given.None(fault(found));
            }
            leftAloneUntil.remove(wish.camera);
            return new Given.At(
                    new CameraStream(at.grade(), at.url(), stream.width(), stream.height(), stream.framesPerSecond()),
                    viewing(wish.camera, question, at.viewing()));
        }

        private Viewing viewing(CameraId camera, Question question, @Nullable String name) {
            if (name == null) {
                return Viewing.NONE;
            }
            AtomicBoolean ended = new AtomicBoolean();
            return () -> {
                if (ended.compareAndSet(false, true) && question.askers.decrementAndGet() == 0) {
                    workers.execute(() -> {
                        var _ = use.leave(camera, name);
                    });
                }
            };
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
