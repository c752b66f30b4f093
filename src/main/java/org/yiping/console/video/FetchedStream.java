package org.yiping.console.video;

import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.yiping.console.video.Picture.Fault;
import uk.co.caprica.vlcj.media.callback.nonseekable.NonSeekableCallbackMedia;

/// One stream being fetched by ourselves, the medium that libvlc reads of it and what is kept of it. Any thread; held
/// by its decoder as long as libvlc may call it.
final class FetchedStream extends NonSeekableCallbackMedia {
    private final String url;
    private final TsPipe pipe = new TsPipe();
    private final TsChange change = new TsChange();
    private final @Nullable TapeWriter tape;
    private Runnable onClose = () -> {};
    private volatile boolean closed;
    private volatile long deadline;

    FetchedStream(String url, @Nullable TapeWriter tape) {
        this.url = url;
        this.tape = tape;
        // libvlc's thread stays known to Java: to make it known anew for each reading took longer than to read
        Native.setCallbackThreadInitializer(getRead(), new CallbackThreadInitializer(true, false, "streams"));
    }

    static boolean isRtsp(String url) {
        return url.regionMatches(true, 0, "rtsp://", 0, 7) || url.regionMatches(true, 0, "rtsps://", 0, 8);
    }

    /// Whether we fetch such an address ourselves and so know when its bytes come; what libvlc fetches, it gives away
    /// as late as it likes.
    static boolean isOurs(String url) {
        return isRtsp(url) || HttpReader.reads(url);
    }

    String url() {
        return url;
    }

    TsPipe pipe() {
        return pipe;
    }

    /// From now on, what blocks may take so long.
    void allow(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /// Asked by FFmpeg ten times a second while it waits for the network.
    boolean isOver() {
        return closed || System.nanoTime() - deadline > 0;
    }

    boolean isClosed() {
        return closed;
    }

    /// What comes is of now: what was kept for whoever joins is not played at its pace. Said before anything is
    /// written.
    void live() {
        pipe.live(System::nanoTime);
    }

    /// Hands on what came; false when nobody reads any more. One thread.
    boolean write(byte[] bytes) throws InterruptedException {
        if (tape != null) {
            tape.write(bytes);
        }
        int at = change.in(bytes);
        if (at < 0) {
            return pipe.write(bytes);
        }
        boolean read = at == 0 || pipe.write(Arrays.copyOf(bytes, at));
        pipe.part();
        return read && pipe.write(Arrays.copyOfRange(bytes, at, bytes.length));
    }

    /// No more comes. On the thread that writes.
    void end() {
        if (tape != null) {
            tape.close();
        }
        pipe.end();
    }

    /// Done when it is closed, at once where it is.
    void onClose(Runnable lets) {
        synchronized (this) {
            onClose = lets;
        }
        if (closed) {
            lets.run();
        }
    }

    /// Lets go whoever waits for it.
    void close() {
        closed = true;
        pipe.close();
        Runnable lets;
        synchronized (this) {
            lets = onClose;
        }
        lets.run();
    }

    @Override
    protected long onGetSize() {
        return -1; // nobody knows: libvlc reads it as the largest there is
    }

    @Override
    protected boolean onOpen() {
        return true;
    }

    @Override
    protected int onRead(byte[] buffer, int bufferSize) {
        try {
            return pipe.read(buffer, bufferSize);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    protected void onClose() {}

    /// What is told of a stream while it is fetched.
    interface Ears {
        /// There is something to read.
        void opened();

        void ended(Fault why);
    }
}
