package org.yiping.console;

import java.nio.IntBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.CameraUse.Observation;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Tape;
import org.yiping.console.video.Visibility;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;

/// Tells the platform what this seat sees of cameras (画面状态上报): where that changes, and every minute; simulated
/// pictures too, for availability counts cameras and not what they show. A picture that moves is looked into as well:
/// it may be dark or blurred (`Visibility`). Any thread.
///
/// One of a session: it looks at what all windows watch when it is asked to, so that there is never more to tell than
/// what is seen now. While the platform is not reached nothing is told and nothing kept. Of many watches of one camera
/// the best counts: who sees it move proves that it does.
final class Sightings {
    static final int MOST_A_CALL = 200;
    static final Duration AGAIN_AFTER = Duration.ofSeconds(60);
    static final Duration QUIET_AFTER_REFUSAL = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Sightings.class);
    /// What was recorded, a replay say, tells nothing of what its camera does now.
    /// The best first.
    private static final List<String> STATES = List.of("live", "blurred", "dark", "frozen", "lost");
    /// How often a moving picture is looked into, and how many at one time.
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(5);

    private static final int MOST_LOOKS = 8;

    private final CameraUse use;
    private final BooleanSupplier linked;
    private final InstantSource clock;
    private final Set<Counted> watches = ConcurrentHashMap.newKeySet();
    private final Map<CameraId, Observation> told = new HashMap<>();
    private Instant quietUntil = Instant.MIN;
    private IntBuffer scratch = IntBuffer.allocate(0);
    private boolean sending;

    /// `clock` is the platform's; `linked` says whether it is reached.
    Sightings(CameraUse use, BooleanSupplier linked, InstantSource clock) {
        this.use = use;
        this.linked = linked;
        this.clock = clock;
    }

    /// The same player, whose watches are looked at.
    CameraPlayer of(CameraPlayer player) {
        return new Looked(player);
    }

    /// To be asked every second.
    void tick() {
        List<Observation> due;
        synchronized (this) {
            Instant now = clock.instant();
            if (!linked.getAsBoolean()) {
                told.clear();
                return;
            }
            look(now);
            if (sending || now.isBefore(quietUntil)) {
                return;
            }
            Map<CameraId, String> seen = seen();
            told.keySet().retainAll(seen.keySet());
            due = seen.entrySet().stream()
                    .filter(e -> isDue(told.get(e.getKey()), e.getValue(), now))
                    .limit(MOST_A_CALL)
                    .map(e -> new Observation(e.getKey(), e.getValue(), now))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            sending = true;
        }
        var _ = use.observed(due).whenComplete((found, failed) -> answered(due, found, failed));
    }

    private static boolean isDue(@Nullable Observation before, String state, Instant now) {
        return before == null
                || !before.state().equals(state)
                || !now.isBefore(before.at().plus(AGAIN_AFTER));
    }

    private synchronized void answered(
            List<Observation> due, @Nullable Found<CameraUse.Told> found, @Nullable Throwable failed) {
        sending = false;
        if (found instanceof Found.Got<CameraUse.Told> _) {
            due.forEach(o -> told.put(o.camera(), o));
            return;
        }
        quietUntil = clock.instant().plus(QUIET_AFTER_REFUSAL);
        if (found instanceof Found.Refused<CameraUse.Told>(String code, String _)) {
            LOG.warn("what is seen of {} cameras was not taken: {}", due.size(), code);
        } else if (failed != null) {
            LOG.error("what is seen of cameras could not be told", failed);
        }
    }

    private Map<CameraId, String> seen() {
        Map<CameraId, String> best = new HashMap<>();
        for (Counted watch : new ArrayList<>(watches)) {
            state(watch.picture(), watch.visibility.said())
                    .ifPresent(s -> best.merge(
                            watch.camera().id(), s, (a, b) -> STATES.indexOf(a) <= STATES.indexOf(b) ? a : b));
        }
        return best;
    }

    /// Into those pictures that were not looked into for longest, beside every window.
    private void look(Instant now) {
        List.copyOf(watches).stream()
                .filter(w -> !now.isBefore(w.lookAt) && w.picture() instanceof Picture.Live)
                .sorted(Comparator.comparing(w -> w.lookAt))
                .limit(MOST_LOOKS)
                .forEach(w -> {
                    w.lookAt = now.plus(LOOKED_EVERY);
                    look(w);
                });
    }

    /// One copy, a few thousand points.
    private void look(Counted watch) {
        int pixels = watch.size().pixels();
        if (scratch.capacity() < pixels) {
            scratch = IntBuffer.allocate(pixels);
        }
        if (watch.copy(scratch, 0) != 0) {
            watch.visibility.look(
                    scratch.array(), watch.size().width(), watch.size().height());
        }
    }

    /// Empty where the picture says nothing of the camera: it is on its way, or the trouble is this machine's, the
    /// platform's or its source's, or one of rights. A camera that lets nobody in, or that its source does not
    /// know or calls offline, has no picture for anybody.
    private static Optional<String> state(Picture picture, Visibility.Look look) {
        return switch (picture) {
            case Picture.Live _ ->
                Optional.of(
                        switch (look) {
                            case CLEAR -> "live";
                            case DARK -> "dark";
                            case BLURRED -> "blurred";
                        });
            case Picture.Frozen _ -> Optional.of("frozen");
            case Picture.Offline offline ->
                switch (offline.fault()) {
                    case UNREACHABLE, ENDED, NO_PICTURE, REFUSED, NOT_AT_SOURCE, DEVICE_OFFLINE -> Optional.of("lost");
                    case NO_STREAM,
                            FORBIDDEN,
                            SOURCE_SILENT,
                            SOURCE_REFUSES,
                            NO_PLATFORM,
                            NO_ADDRESS,
                            DECODER,
                            NO_ROOM -> Optional.empty();
                };
            case Picture.Connecting _, Picture.Stalled _, Picture.NoDecoder _ -> Optional.empty();
        };
    }

    private final class Looked implements CameraPlayer {
        private final CameraPlayer player;

        Looked(CameraPlayer player) {
            this.player = player;
        }

        @Override
        public Watch watch(Camera camera, FrameSize size, Listener listener) {
            if (camera.streams().stream().anyMatch(CameraStream::past)) {
                return player.watch(camera, size, listener);
            }
            Counted watch = new Counted(player.watch(camera, size, listener));
            watches.add(watch);
            return watch;
        }

        @Override
        public void close() {
            player.close();
        }
    }

    private final class Counted implements Watch {
        private final Watch watch;
        private final Visibility visibility = new Visibility();
        private Instant lookAt = Instant.MIN;

        Counted(Watch watch) {
            this.watch = watch;
        }

        @Override
        public Camera camera() {
            return watch.camera();
        }

        @Override
        public Optional<CameraStream> stream() {
            return watch.stream();
        }

        @Override
        public FrameSize size() {
            return watch.size();
        }

        @Override
        public Picture picture() {
            return watch.picture();
        }

        @Override
        public long copy(IntBuffer target, long seen) {
            return watch.copy(target, seen);
        }

        @Override
        public boolean isTimed() {
            return watch.isTimed();
        }

        @Override
        public Optional<Tape> tape() {
            return watch.tape();
        }

        @Override
        public boolean hold(boolean still) {
            return watch.hold(still);
        }

        @Override
        public boolean step() {
            return watch.step();
        }

        @Override
        public boolean tryAgain() {
            return watch.tryAgain();
        }

        @Override
        public void close() {
            watches.remove(this);
            watch.close();
        }
    }
}
