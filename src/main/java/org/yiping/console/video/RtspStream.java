package org.yiping.console.video;

import java.time.Duration;
import org.yiping.console.video.Picture.Fault;
import uk.co.caprica.vlcj.media.callback.nonseekable.NonSeekableCallbackMedia;

/// One RTSP stream being fetched, and the medium that libvlc reads of it. Any thread; held by its decoder as long as
/// libvlc may call it.
final class RtspStream extends NonSeekableCallbackMedia {
    private final String url;
    private final TsPipe pipe = new TsPipe();
    private volatile boolean closed;
    private volatile long deadline;

    RtspStream(String url) {
        this.url = url;
    }

    static boolean isRtsp(String url) {
        return url.regionMatches(true, 0, "rtsp://", 0, 7) || url.regionMatches(true, 0, "rtsps://", 0, 8);
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

    /// Lets go whoever waits for it.
    void close() {
        closed = true;
        pipe.close();
    }

    @Override
    protected long onGetSize() {
        return 0;
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
