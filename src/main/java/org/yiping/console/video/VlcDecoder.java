package org.yiping.console.video;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import uk.co.caprica.vlcj.factory.MediaPlayerFactory;
import uk.co.caprica.vlcj.media.MediaRef;

/// One libvlc player, used again for one stream after another: a used one shows its first picture in half the time of
/// a new one. Calls into libvlc are made on the queue only, and never from a callback of libvlc, which would hang.
///
/// The fields keep the surface, the listener and the stream: were they collected, libvlc would call into freed memory.
final class VlcDecoder implements Decoder {
    /// The smallest buffer that rides out the jitter of a real network; the delay on the glass is this and 50 ms.
    private static final String CACHING = ":network-caching=300";

    private final MediaPlayerFactory factory;
    private final Executor threads;
    private final Readers readers;
    private final Executor queue;
    private final VlcSurface surface;
    private final Events events = new Events();
    private @Nullable VlcPlayer player;
    private volatile @Nullable Playing playing;
    private volatile @Nullable FetchedStream fetched;

    /// One stream; two of them are never the same, whatever they are made of.
    private static final class Playing implements VlcSurface.Canvas {
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

        @Override
        public FrameSize size() {
            return size;
        }

        @Override
        public Frames frames() {
            return frames;
        }

        @Override
        public void shown(Frames.Change change) {
            shown = true;
            target.frame(change);
        }
    }

    VlcDecoder(MediaPlayerFactory factory, Executor threads, Readers readers) {
        this.factory = factory;
        this.threads = threads;
        this.readers = readers;
        queue = new SerialQueue(threads);
        surface = new VlcSurface(() -> playing, true);
    }

    @Override
    public void play(String url, FrameSize size, Frames frames, Target target) {
        queue.execute(() -> {
            halt();
            Playing now = new Playing(url, size, frames, target);
            playing = now;
            if (FetchedStream.isRtsp(url) && readers.ffmpeg().isThere()) {
                fetch(new FetchedStream(url, tape(frames)), now, readers.ffmpeg()::read);
            } else if (HttpReader.reads(url)
                    && (!HttpReader.isFlv(url) || readers.ffmpeg().isThere())) {
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
        if (playing == now && !begins(factory.media().newMediaRef(now.url, CACHING))) {
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
        if (playing == now && !begins(factory.media().newMediaRef(stream, CACHING, ":demux=ts"))) {
            now.target.ended(Picture.Fault.NO_PICTURE);
        }
    }

    @Override
    public void stop() {
        playing = null;
        letGo();
        queue.execute(() -> {
            halt();
        });
    }

    @Override
    public void hold(boolean still) {
        queue.execute(() -> {
            if (player != null && playing != null) {
                player.hold(still);
            }
        });
    }

    @Override
    public void step() {
        queue.execute(() -> {
            if (player != null && playing != null) {
                player.step();
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
                player.bytes().ifPresent(answer::accept);
            }
        });
    }

    @Override
    public CompletableFuture<Void> release() {
        playing = null;
        letGo();
        return CompletableFuture.runAsync(
                () -> {
                    halt();
                    if (player != null) {
                        player.release();
                        player = null;
                    }
                },
                queue);
    }

    private boolean begins(MediaRef medium) {
        VlcPlayer mine = player;
        if (mine == null) {
            mine = new VlcPlayer(medium, surface, events);
            player = mine;
        }
        return mine.play(medium);
    }

    private void halt() {
        // First, so that what libvlc still has to say about the old stream is said to nobody.
        playing = null;
        letGo();
        if (player != null) {
            player.stop();
        }
        fetched = null;
    }

    /// What libvlc waits for when it is to stop.
    private void letGo() {
        FetchedStream stream = fetched;
        if (stream != null) {
            stream.close();
        }
    }

    private final class Events implements VlcPlayer.Ears {
        @Override
        public void failed() {
            ended(Picture.Fault.UNREACHABLE);
        }

        /// What follows a change in mid-stream, say of the codec, is begun anew.
        @Override
        public void finished() {
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
