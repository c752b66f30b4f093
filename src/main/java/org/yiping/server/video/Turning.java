package org.yiping.server.video;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.video.VideoRules;

/// Who turns which camera (云台): one at a time, a higher post takes it out of the hand of a lower one. A device goes on
/// turning until it is told to stop, so what nobody renews is stopped here, also where a console has died or lost its
/// line. Any thread; `beat` is called several times a second.
public final class Turning {
    /// After so long without a renewal it is stopped.
    static final Duration RENEWAL = Duration.ofSeconds(1);
    /// A camera stays in the hand of who turned it last.
    static final Duration HELD = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Turning.class);
    /// A source that does not take a stop is asked so often, once a beat.
    private static final int STOPS = 20;

    private final InstantSource clock;
    private final Executor threads;
    private final Map<CameraId, Held> held = new ConcurrentHashMap<>();

    /// In whose hand a camera is, and until when if they do nothing.
    public record Hold(Actor by, Instant until) {}

    /// What became of a wish: the hold is another's where it is refused, and `told` then absent. `begins` where a hand
    /// took the camera or began to turn it: what a journal wants to know.
    public record Turned(Hold hold, VideoSource.@Nullable Told told, boolean begins) {}

    /// One camera's; guarded by itself, so that a stop never overtakes the move before it.
    private static final class Held {
        private @Nullable Actor by;
        private Instant until = Instant.EPOCH;
        private @Nullable VideoSource turning;
        private Instant renewed = Instant.EPOCH;
        private int stops;
    }

    public Turning(InstantSource clock, Executor threads) {
        this.clock = clock;
        this.threads = threads;
    }

    /// Turns, or stops with `Motion.STOP`. A stop by who does not hold it stops nothing.
    public Turned move(VideoSource source, CameraId camera, VideoSource.Motion motion, Actor by, VideoRules rules) {
        return with(camera, by, rules, (h, begins) -> {
            boolean stop = motion.equals(VideoSource.Motion.STOP);
            boolean fresh = begins || (!stop && h.turning == null);
            if (!stop) { // before it is sent: what was sent and not answered turns all the same
                h.turning = source;
                h.renewed = clock.instant();
                h.stops = 0;
            }
            VideoSource.Told told = source.move(camera, motion);
            if (stop) {
                h.turning = null;
            } else {
                h.renewed = clock.instant();
            }
            return new Turned(hold(h, by), told, fresh || stop);
        });
    }

    public Turned preset(VideoSource source, CameraId camera, VideoSource.Preset preset, Actor by, VideoRules rules) {
        return with(camera, by, rules, (h, begins) -> new Turned(hold(h, by), source.preset(camera, preset), true));
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
                return new Turned(new Hold(before, h.until), null, false);
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
            if (h.turning != null && now.isAfter(h.renewed.plus(RENEWAL))) {
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
            if (source == null || !clock.instant().isAfter(h.renewed.plus(RENEWAL))) {
                return;
            }
            h.stops++;
            try {
                source.move(camera, VideoSource.Motion.STOP);
                h.turning = null;
                LOG.info("camera {} was let go and is stopped", camera.value());
            } catch (VideoFault e) {
                if (h.stops >= STOPS) {
                    h.turning = null;
                    LOG.error("camera {} may go on turning: its source takes no stop ({})", camera.value(), e.code());
                }
            }
        }
    }
}
