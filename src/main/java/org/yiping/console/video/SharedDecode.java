package org.yiping.console.video;

import java.nio.IntBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.video.CameraPlayer.Listener;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// One stream being decoded in one size for everybody who watches it so. Any thread.
final class SharedDecode {
    private static final Logger log = LoggerFactory.getLogger(SharedDecode.class);

    private final Source source;
    private final Camera camera;
    private final Decoder decoder;
    private final Frames frames;
    private final Memory memory;
    private final Optional<Tape> tape;
    private final Surroundings around;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final PictureWatch watch;
    private final Object telling = new Object();
    private Class<?> toldKind = Picture.Connecting.class;
    private CameraStream stream;
    private boolean waits;
    private boolean opening;
    private boolean over;

    /// What tells one decode from another: the stream as its camera lists it.
    record Source(CameraStream stream, FrameSize size) {}

    /// What all decodes share.
    record Surroundings(InstantSource clock, Openings openings, Addresses addresses) {}

    /// Its pictures and where they are from.
    record Memory(Frames frames, Decoders of) {}

    SharedDecode(Source source, Camera camera, Decoder decoder, Memory memory, Surroundings around, Backoff backoff) {
        this.source = source;
        this.camera = camera;
        this.decoder = decoder;
        this.memory = memory;
        frames = memory.frames;
        tape = memory.of.tape(frames);
        this.around = around;
        stream = source.stream;
        watch = new PictureWatch(around.clock.instant(), backoff);
    }

    Source source() {
        return source;
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    /// True when nobody is left.
    boolean remove(Listener listener) {
        listeners.remove(listener);
        return listeners.isEmpty();
    }

    synchronized void start() {
        if (over) {
            return;
        }
        Instant now = around.clock.instant();
        if (around.openings.isRefused(stream.url())) {
            watch.failed(now, Picture.Fault.REFUSED);
            return;
        }
        waits = !around.openings.begin(this, now);
        if (!waits) {
            opening = true;
            watch.started(now);
            decoder.play(stream.url(), source.size, frames, new Pictures());
        }
    }

    /// Stops for good and hands the decoder back.
    synchronized Decoder end() {
        over = true;
        opened();
        decoder.stop();
        frames.close();
        tape.ifPresent(memory.of::close);
        return decoder;
    }

    private void opened() {
        if (opening) {
            opening = false;
            around.openings.done(this);
        }
    }

    void tick() {
        Instant now = around.clock.instant();
        boolean asks;
        synchronized (this) {
            if (over) {
                return;
            }
            switch (watch.tick(now)) {
                case CARRY_ON -> {
                    if (waits) {
                        start();
                    }
                }
                case STOP -> {
                    opened();
                    decoder.stop();
                    renew();
                }
                case START -> start();
            }
            asks = watch.wantsBytes(now);
        }
        if (asks) {
            decoder.askBytes(this::bytes);
        }
        tell();
    }

    /// Asks whether the stream has moved to another address.
    private void renew() {
        var _ = around.addresses.fresh(camera, stream).whenComplete((fresh, _) -> moved(fresh));
    }

    private synchronized void moved(@Nullable CameraStream fresh) {
        if (fresh != null && !fresh.url().equals(stream.url())) {
            stream = fresh;
            watch.mayTryAgain(around.clock.instant());
        }
    }

    synchronized Picture picture() {
        return watch.picture(around.clock.instant());
    }

    /// Empty where nothing can be kept of such an address.
    synchronized Optional<Tape> tape() {
        String url = stream.url();
        return FetchedStream.isRtsp(url) || HttpReader.reads(url) ? tape : Optional.empty();
    }

    long copy(IntBuffer target, long seen) {
        return frames.copy(target, seen);
    }

    private synchronized void bytes(long total) {
        watch.bytes(around.clock.instant(), total);
    }

    /// In turn, so that nobody is left believing in a picture that froze a moment later.
    private void tell() {
        synchronized (telling) {
            Picture picture;
            synchronized (this) {
                picture = watch.picture(around.clock.instant());
                if (over || picture.getClass() == toldKind) {
                    return;
                }
            }
            toldKind = picture.getClass();
            listeners.forEach(listener -> tell(listener, picture));
        }
    }

    /// A listener that fails must not end the supervision of all the others.
    private static void tell(Listener listener, Picture picture) {
        try {
            listener.changed(picture);
        } catch (RuntimeException e) {
            log.error("a listener failed on {}", picture, e);
        }
    }

    private final class Pictures implements Decoder.Target {
        @Override
        public void frame(Frames.Change change) {
            Instant now = around.clock.instant();
            synchronized (SharedDecode.this) {
                opened();
                watch.frame(now, change.isNew(), change.difference());
            }
            tell();
        }

        @Override
        public void ended(Picture.Fault why) {
            Instant now = around.clock.instant();
            synchronized (SharedDecode.this) {
                if (!over) {
                    opened();
                    if (why == Picture.Fault.REFUSED) {
                        around.openings.refuse(stream.url());
                    }
                    watch.failed(now, why);
                    if (why != Picture.Fault.DECODER) {
                        renew();
                    }
                }
            }
            tell();
        }

        @Override
        public void blind(String reason) {
            Instant now = around.clock.instant();
            synchronized (SharedDecode.this) {
                if (!over) {
                    opened();
                    watch.blind(now, reason);
                }
            }
            tell();
        }
    }
}
