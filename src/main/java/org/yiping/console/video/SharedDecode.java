package org.yiping.console.video;

import java.nio.IntBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.video.CameraPlayer.Listener;

/// One stream being decoded in one size for everybody who watches it so. Any thread.
final class SharedDecode {
    private static final Logger log = LoggerFactory.getLogger(SharedDecode.class);

    private final Source source;
    private final Decoder decoder;
    private final InstantSource clock;
    private final Frames frames;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final PictureWatch watch;
    private final Object telling = new Object();
    private Class<?> toldKind = Picture.Connecting.class;
    private boolean over;

    /// What tells one decode from another.
    record Source(String url, FrameSize size) {}

    SharedDecode(Source source, Decoder decoder, InstantSource clock, Backoff backoff) {
        this.source = source;
        this.decoder = decoder;
        this.clock = clock;
        frames = new Frames(source.size);
        watch = new PictureWatch(clock.instant(), backoff);
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
        watch.started(clock.instant());
        decoder.play(source.url, source.size, new Pictures());
    }

    /// Stops for good and hands the decoder back.
    synchronized Decoder end() {
        over = true;
        decoder.stop();
        return decoder;
    }

    void tick() {
        Instant now = clock.instant();
        boolean asks;
        synchronized (this) {
            if (over) {
                return;
            }
            switch (watch.tick(now)) {
                case CARRY_ON -> {}
                case STOP -> decoder.stop();
                case START -> start();
            }
            asks = watch.wantsBytes(now);
        }
        if (asks) {
            decoder.askBytes(this::bytes);
        }
        tell();
    }

    synchronized Picture picture() {
        return watch.picture(clock.instant());
    }

    long copy(IntBuffer target, long seen) {
        return frames.copy(target, seen);
    }

    private synchronized void bytes(long total) {
        watch.bytes(clock.instant(), total);
    }

    /// In turn, so that nobody is left believing in a picture that froze a moment later.
    private void tell() {
        synchronized (telling) {
            Picture picture;
            synchronized (this) {
                picture = watch.picture(clock.instant());
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
        public void frame(IntBuffer pixels) {
            Frames.Change change = frames.publish(pixels);
            Instant now = clock.instant();
            synchronized (SharedDecode.this) {
                watch.frame(now, change.isNew(), change.difference());
            }
            tell();
        }

        @Override
        public void ended(Picture.Fault why) {
            Instant now = clock.instant();
            synchronized (SharedDecode.this) {
                if (!over) {
                    watch.failed(now, why);
                }
            }
            tell();
        }
    }
}
