package org.yiping.server.video;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.video.VideoRules;

/// Who turns which camera (云台): one at a time, a higher post takes it out of the hand of a lower one. A device goes on
/// turning until it is told to stop, so what nobody renews is stopped here, also where a console has died or lost its
/// line. A stop that was taken is no stop before the device has done it: until then it counts as turning, and one that
/// failed or came to nothing is sent again. Any thread; `beat` is called several times a second.
public final class Turning {
    /// After so long without a renewal it is stopped.
    static final Duration RENEWAL = Duration.ofSeconds(1);
    /// A turn or a stop that is not done by then has failed: the device is out of hand.
    static final Duration PATIENCE = Duration.ofSeconds(5);
    /// A camera stays in the hand of who turned it last.
    static final Duration HELD = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Turning.class);
    /// A source that does not take a stop is asked so often, once a beat.
    private static final int STOPS = 20;

    private final InstantSource clock;
    private final Executor threads;
    private final Tickets tickets;
    private final Map<CameraId, Held> held = new ConcurrentHashMap<>();

    /// In whose hand a camera is, and until when if they do nothing.
    public record Hold(Actor by, Instant until) {}

    /// What became of a wish: the hold is another's where it is refused, and `told` then absent. `begins` where a hand
    /// took the camera, began to turn it or turned it another way: what a journal wants to know. While that is
    /// pending, `Tickets` knows by `use` what became of it.
    public record Turned(
            Hold hold,
            VideoSource.@Nullable Told told,
            boolean begins,
            @Nullable String use) {}

    /// One camera's; guarded by itself, so that a stop never overtakes the move before it.
    private static final class Held {
        private @Nullable Actor by;
        private Instant until = Instant.EPOCH;
        private @Nullable VideoSource turning;
        private VideoSource.Motion motion = VideoSource.Motion.STOP;
        private Instant renewed = Instant.EPOCH;
        private int stops;
        /// Counts what was sent: what became of an earlier word does not say what is now.
        private long word;
        /// The last word was a stop that is not done yet.
        private boolean stopping;
    }

    public Turning(InstantSource clock, Executor threads, Tickets tickets) {
        this.clock = clock;
        this.threads = threads;
        this.tickets = tickets;
    }

    /// Turns, or stops with `Motion.STOP`. A stop by who does not hold it stops nothing. `then` hears what became of
    /// one that begins and is pending.
    public Turned move(
            VideoSource source,
            CameraId camera,
            VideoSource.Motion motion,
            Actor by,
            VideoRules rules,
            Consumer<VideoSource.Told> then) {
        return with(camera, by, rules, (h, begins) -> {
            if (motion.equals(VideoSource.Motion.STOP)) {
                return halt(source, camera, h, by, then);
            }
            boolean fresh = begins || h.turning == null || h.stopping || !motion.equals(h.motion);
            h.turning = source; // before it is sent: what was sent and not answered turns all the same
            h.motion = motion;
            h.renewed = clock.instant();
            h.stops = 0;
            h.word++;
            h.stopping = false;
            VideoSource.Told told = source.move(camera, motion);
            h.renewed = clock.instant();
            String ticket = told.ticket();
            String use = fresh && ticket != null ? tickets.follow(source, ticket, PATIENCE, then) : null;
            return new Turned(hold(h, by), told, fresh, use);
        });
    }

    public Turned preset(
            VideoSource source,
            CameraId camera,
            VideoSource.Preset preset,
            Actor by,
            VideoRules rules,
            Consumer<VideoSource.Told> then) {
        return with(camera, by, rules, (h, _) -> {
            VideoSource.Told told = source.preset(camera, preset);
            String ticket = told.ticket();
            return new Turned(hold(h, by), told, true, ticket == null ? null : tickets.follow(source, ticket, then));
        });
    }

    private Turned halt(VideoSource source, CameraId camera, Held h, Actor by, Consumer<VideoSource.Told> then) {
        long word = ++h.word;
        h.stopping = false;
        VideoSource.Told told = source.move(camera, VideoSource.Motion.STOP);
        String ticket = told.ticket();
        if (ticket == null) {
            stopped(camera, h, told);
            return new Turned(hold(h, by), told, true, null);
        }
        h.stopping = true;
        String use = tickets.follow(source, ticket, PATIENCE, t -> {
            synchronized (h) {
                if (h.word == word) {
                    h.stopping = false;
                    stopped(camera, h, t);
                }
            }
            then.accept(t);
        });
        return new Turned(hold(h, by), told, true, use);
    }

    /// What a source takes and says no more of is all that can be had of it.
    private static void stopped(CameraId camera, Held h, VideoSource.Told told) {
        if (told.state().equals(VideoSource.Told.FAILED)) {
            h.renewed = Instant.EPOCH; // the next beat stops it again
            failed(camera, h, told.reason());
        } else {
            h.turning = null;
        }
    }

    private static void failed(CameraId camera, Held h, String reason) {
        if (h.turning != null && h.stops >= STOPS) {
            h.turning = null;
            LOG.error("camera {} may go on turning: its source does not stop it ({})", camera.value(), reason);
        }
    }

    private interface Doing {
        Turned in(Held h, boolean begins);
    }

    private Turned with(CameraId camera, Actor by, VideoRules rules, Doing doing) {
        Held h = held.computeIfAbsent(camera, _ -> new Held());
        synchronized (h) {
            Instant now = clock.instant();
            Actor before = h.by;
            boolean another = before != null
                    && !(before.person().equals(by.person()) && before.seat().equals(by.seat()));
            if (before != null && another && now.isBefore(h.until) && !rules.goesBefore(by.post(), before.post())) {
                return new Turned(new Hold(before, h.until), null, false, null);
            }
            h.by = by;
            h.until = now.plus(HELD);
            return doing.in(h, before == null || another);
        }
    }

    private static Hold hold(Held h, Actor by) {
        return new Hold(by, h.until);
    }

    /// Stops what nobody renews.
    public void beat() {
        Instant now = clock.instant();
        held.forEach((camera, h) -> {
            if (h.turning != null && !h.stopping && now.isAfter(h.renewed.plus(RENEWAL))) {
                threads.execute(() -> stop(camera, h));
            } else if (h.turning == null && now.isAfter(h.until)) {
                held.computeIfPresent(
                        camera, (_, there) -> there.turning == null && now.isAfter(there.until) ? null : there);
            }
        });
    }

    private void stop(CameraId camera, Held h) {
        synchronized (h) {
            VideoSource source = h.turning;
            Actor by = h.by;
            if (source == null || by == null || h.stopping || !clock.instant().isAfter(h.renewed.plus(RENEWAL))) {
                return;
            }
            h.stops++;
            try {
                Turned told = halt(source, camera, h, by, _ -> {});
                LOG.info("camera {} was let go and is told to stop: {}", camera.value(), told.told());
            } catch (VideoFault e) {
                failed(camera, h, e.code());
            }
        }
    }
}
