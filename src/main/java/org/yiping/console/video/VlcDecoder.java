package org.yiping.console.video;

// long because what is said to libvlc and heard from it stands in one place

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.caprica.vlcj.factory.MediaPlayerFactory;
import uk.co.caprica.vlcj.media.MediaStatistics;
import uk.co.caprica.vlcj.player.base.MediaPlayer;
import uk.co.caprica.vlcj.player.base.MediaPlayerEventAdapter;
import uk.co.caprica.vlcj.player.embedded.EmbeddedMediaPlayer;
import uk.co.caprica.vlcj.player.embedded.videosurface.CallbackVideoSurface;
import uk.co.caprica.vlcj.player.embedded.videosurface.callback.BufferFormat;
import uk.co.caprica.vlcj.player.embedded.videosurface.callback.BufferFormatCallback;
import uk.co.caprica.vlcj.player.embedded.videosurface.callback.RenderCallback;

/// One libvlc player, used again for one stream after another: a used one shows its first picture in half the time of
/// a new one. Calls into libvlc are made on the queue only, and never from a callback of libvlc, which would hang.
///
/// The fields keep the surface, the listener and the stream: were they collected, libvlc would call into freed memory.
final class VlcDecoder implements Decoder {
    private static final Logger log = LoggerFactory.getLogger(VlcDecoder.class);

    /// The smallest buffer that rides out the jitter of a real network; the delay on the glass is this and 50 ms.
    private static final String CACHING = ":network-caching=300";

    private final MediaPlayerFactory factory;
    private final Executor threads;
    private final Readers readers;
    private final Executor queue;
    private final Surface surface = new Surface();
    private final Events events = new Events();
    private @Nullable EmbeddedMediaPlayer player;
    private @Nullable CallbackVideoSurface attached;
    private volatile @Nullable Playing playing;
    private volatile @Nullable FetchedStream fetched;

    /// One stream; two of them are never the same, whatever they are made of.
    private static final class Playing {
        final String url;
        final FrameSize size;
        final Frames frames;
        final Target target;
        volatile boolean shown;

        Playing(String url, FrameSize size, Frames frames, Target target) {
            this.url = url;
            this.size = size;
            this.frames = frames;
            this.target = target;
        }
    }

    VlcDecoder(MediaPlayerFactory factory, Executor threads, Readers readers) {
        this.factory = factory;
        this.threads = threads;
        this.readers = readers;
        queue = new SerialQueue(threads);
    }

    @Override
    public void play(String url, FrameSize size, Frames frames, Target target) {
        queue.execute(() -> {
            EmbeddedMediaPlayer mine = player();
            halt(mine);
            Playing now = new Playing(url, size, frames, target);
            playing = now;
            if (FetchedStream.isRtsp(url) && readers.rtsp().isThere()) {
                fetch(new FetchedStream(url, tape(frames)), now, readers.rtsp()::read);
            } else if (HttpReader.reads(url)) {
                fetch(new FetchedStream(url, tape(frames)), now, readers.http()::read);
            } else if (HttpReader.isHttp(url) && Login.of(url).isPresent()) {
                threads.execute(() -> beginIfLetIn(now));
            } else {
                begin(now);
            }
        });
    }

    /// Once it is known that name and password are right: libvlc says wrong ones four times, and cameras lock out.
    private void beginIfLetIn(Playing now) {
        if (!readers.http().isRefused(now.url)) {
            queue.execute(() -> begin(now));
        } else if (playing == now) {
            now.target.ended(Picture.Fault.REFUSED);
        }
    }

    private void begin(Playing now) {
        if (playing == now && !player().media().play(now.url, CACHING)) {
            now.target.ended(Picture.Fault.UNREACHABLE);
        }
    }

    /// Beside the pictures, where other processes see them; else nothing is kept.
    private @Nullable TapeWriter tape(Frames frames) {
        Path file = frames.file();
        return file == null
                ? null
                : new TapeWriter(
                        TapeFolder.of(file.resolveSibling(".").normalize()),
                        file.getFileName().toString(),
                        readers.clock());
    }

    /// libvlc is given the stream when there is something to read: it has no patience of its own to end.
    private void fetch(FetchedStream stream, Playing now, BiConsumer<FetchedStream, FetchedStream.Ears> reader) {
        fetched = stream;
        threads.execute(() -> reader.accept(stream, new FetchedStream.Ears() {
            @Override
            public void opened() {
                queue.execute(() -> begin(stream, now));
            }

            @Override
            public void ended(Picture.Fault why) {
                if (playing == now) {
                    now.target.ended(why);
                }
            }
        }));
    }

    private void begin(FetchedStream stream, Playing now) {
        if (playing == now && !player().media().play(stream, CACHING, ":demux=ts")) {
            now.target.ended(Picture.Fault.NO_PICTURE);
        }
    }

    @Override
    public void stop() {
        playing = null;
        letGo();
        queue.execute(() -> {
            if (player != null) {
                halt(player);
            }
        });
    }

    @Override
    public void hold(boolean still) {
        queue.execute(() -> {
            if (player != null && playing != null) {
                player.controls().setPause(still);
            }
        });
    }

    @Override
    public void step() {
        queue.execute(() -> {
            if (player != null && playing != null) {
                player.controls().nextFrame();
            }
        });
    }

    @Override
    public void askBytes(LongConsumer answer) {
        queue.execute(() -> {
            if (player != null && playing != null) {
                if (fetched != null) {
                    answer.accept(fetched.pipe().total());
                    return;
                }
                MediaStatistics statistics = player.media().info().statistics();
                if (statistics != null) {
                    answer.accept(statistics.inputBytesRead());
                }
            }
        });
    }

    @Override
    public CompletableFuture<Void> release() {
        playing = null;
        letGo();
        return CompletableFuture.runAsync(
                () -> {
                    if (player != null) {
                        halt(player);
                        player.release();
                        player = null;
                        attached = null;
                    }
                },
                queue);
    }

    private EmbeddedMediaPlayer player() {
        EmbeddedMediaPlayer mine = player;
        if (mine == null) {
            mine = factory.mediaPlayers().newEmbeddedMediaPlayer();
            attached = factory.videoSurfaces().newVideoSurface(surface, surface, false);
            mine.videoSurface().set(attached);
            mine.events().addMediaPlayerEventListener(events);
            player = mine;
        }
        return mine;
    }

    private void halt(EmbeddedMediaPlayer mine) {
        // First, so that what libvlc still has to say about the old stream is said to nobody.
        playing = null;
        letGo();
        mine.controls().stop();
        fetched = null;
    }

    /// What libvlc waits for when it is to stop.
    private void letGo() {
        FetchedStream stream = fetched;
        if (stream != null) {
            stream.close();
        }
    }

    private final class Surface implements BufferFormatCallback, RenderCallback {
        /// Called several times a start, with sizes that are not the picture's: only our own size counts.
        @Override
        public BufferFormat getBufferFormat(int sourceWidth, int sourceHeight) {
            Playing now = playing;
            FrameSize size = now == null ? new FrameSize(2, 2) : now.size;
            return new BufferFormat(
                    "RV32", size.width(), size.height(), new int[] {size.width() * 4}, new int[] {size.height()});
        }

        @Override
        public void newFormatSize(int bufferWidth, int bufferHeight, int displayWidth, int displayHeight) {}

        @Override
        public void allocatedBuffers(ByteBuffer[] buffers) {}

        @Override
        public void lock(MediaPlayer mediaPlayer) {}

        @Override
        public void unlock(MediaPlayer mediaPlayer) {}

        /// libvlc writes the next picture only after this returned, so the copy made here is whole.
        @Override
        public void display(
                MediaPlayer mediaPlayer,
                ByteBuffer[] buffers,
                BufferFormat format,
                int displayWidth,
                int displayHeight) {
            Playing now = playing;
            if (now == null || format.getWidth() != now.size.width() || format.getHeight() != now.size.height()) {
                return;
            }
            try {
                IntBuffer pixels = buffers[0]
                        .duplicate()
                        .order(ByteOrder.nativeOrder())
                        .clear()
                        .asIntBuffer();
                now.shown = true;
                now.target.frame(now.frames.publish(pixels));
            } catch (RuntimeException e) {
                log.error("a picture was lost", e);
            }
        }
    }

    private final class Events extends MediaPlayerEventAdapter {
        @Override
        public void error(MediaPlayer mediaPlayer) {
            ended(Picture.Fault.UNREACHABLE);
        }

        /// What follows a change in mid-stream, say of the codec, is begun anew.
        @Override
        public void finished(MediaPlayer mediaPlayer) {
            Playing now = playing;
            FetchedStream stream = fetched;
            if (now != null && stream != null && stream.pipe().wasParted()) {
                queue.execute(() -> begin(stream, now));
            } else {
                ended(Picture.Fault.ENDED);
            }
        }

        private void ended(Picture.Fault why) {
            Playing now = playing;
            if (now != null && !now.shown && asksUnknown(now.url)) {
                threads.execute(() -> ended(now, readers.http().isRefused(now.url) ? Picture.Fault.REFUSED : why));
            } else if (now != null) {
                ended(now, why);
            }
        }

        /// Others have been asked before libvlc was, or ask for nothing.
        private static boolean asksUnknown(String url) {
            return HttpReader.isHttp(url)
                    && !HttpReader.reads(url)
                    && Login.of(url).isEmpty();
        }

        private void ended(Playing of, Picture.Fault why) {
            if (playing == of) {
                of.target.ended(why);
            }
        }
    }
}
