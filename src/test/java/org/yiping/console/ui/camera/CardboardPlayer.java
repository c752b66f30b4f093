package org.yiping.console.ui.camera;

import java.nio.IntBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Tape;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// A player whose pictures are given by hand, and which counts its streams.
final class CardboardPlayer implements CameraPlayer {
    final List<Looked> watches = new ArrayList<>();

    @Nullable
    Tape tape;

    /// How late its pictures are is known.
    boolean timed = true;

    /// What is said of all it shows, from the beginning.
    Picture first = new Picture.Live(25, Duration.ZERO, List.of());

    /// Which of a camera's streams it takes.
    Function<List<CameraStream>, CameraStream> taken = List::getFirst;

    private int colour;

    /// All it shows has one picture of that colour from the beginning.
    static CardboardPlayer of(int colour) {
        CardboardPlayer player = new CardboardPlayer();
        player.colour(colour);
        return player;
    }

    /// All that is watched from now on has a picture from the beginning.
    void colour(int next) {
        colour = next;
    }

    @Override
    public Looked watch(Camera camera, FrameSize size, Listener listener) {
        Looked watch = new Looked(this, camera, size, listener);
        if (colour != 0) {
            watch.give(colour);
        }
        watches.add(watch);
        return watch;
    }

    Looked last() {
        return watches.getLast();
    }

    /// The cameras that are being watched.
    List<String> open() {
        return watches.stream()
                .filter(w -> !w.closed)
                .map(w -> w.camera.id().value())
                .toList();
    }

    FrameSize sizeOf(String camera) {
        return watches.stream()
                .filter(w -> w.camera.id().value().equals(camera))
                .findFirst()
                .orElseThrow()
                .size;
    }

    @Override
    public void close() {}

    static final class Looked implements Watch {
        final CameraStream stream;
        Picture picture;
        long number;
        boolean held;
        boolean holds = true;
        boolean hasStream = true;
        boolean timed;
        int steps;
        boolean closed;
        private final Camera camera;
        private final FrameSize size;
        private final @Nullable Tape tape;
        private final Listener listener;
        private int colour;

        private Looked(CardboardPlayer by, Camera camera, FrameSize size, Listener listener) {
            this.camera = camera;
            this.size = size;
            this.listener = listener;
            stream = by.taken.apply(camera.streams());
            tape = by.tape;
            timed = by.timed;
            picture = by.first;
        }

        /// From now on that is said of it, and told.
        void become(Picture next) {
            picture = next;
            listener.changed(next);
        }

        /// The next picture, all of one colour.
        void give(int next) {
            colour = next;
            number++;
        }

        @Override
        public Camera camera() {
            return camera;
        }

        @Override
        public Optional<CameraStream> stream() {
            return hasStream ? Optional.of(stream) : Optional.empty();
        }

        @Override
        public FrameSize size() {
            return size;
        }

        @Override
        public Picture picture() {
            return picture;
        }

        @Override
        public long copy(IntBuffer target, long seen) {
            if (number <= seen) {
                return seen;
            }
            for (int i = 0; i < size.pixels(); i++) {
                target.put(i, colour);
            }
            return number;
        }

        @Override
        public boolean isTimed() {
            return timed;
        }

        @Override
        public Optional<Tape> tape() {
            return Optional.ofNullable(tape);
        }

        @Override
        public boolean hold(boolean still) {
            held = still && holds;
            return holds;
        }

        @Override
        public boolean step() {
            steps++;
            return true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
