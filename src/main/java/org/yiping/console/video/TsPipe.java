package org.yiping.console.video;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A stream's bytes on their way from the thread that fetches them to the one that decodes. Bounded: who decodes too
/// slowly makes the camera wait. One writer, one reader; both may be let go by anybody.
final class TsPipe {
    /// Some four seconds of a large stream.
    private static final int ROOM = 4 << 20;

    private static final byte[] PART = {};

    private static final byte[] NOTHING = {};

    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private int held;
    private byte[] reading = NOTHING;
    private int begun;
    private @Nullable LongSupplier nanos;
    private @Nullable LiveEdge edge;
    private long total;
    private boolean parted;
    private boolean ended;
    private boolean closed;

    /// False when nobody reads any more.
    synchronized boolean write(byte[] bytes) throws InterruptedException {
        while (held > ROOM && !closed) {
            wait();
        }
        if (closed || ended) {
            return false;
        }
        chunks.addLast(bytes);
        held += bytes.length;
        total += bytes.length;
        notifyAll();
        return true;
    }

    /// Who reads comes to an end here, once, and may read on.
    synchronized void part() {
        chunks.addLast(PART);
        notifyAll();
    }

    /// What is read is moved to the present of whoever reads, by this clock that never jumps.
    synchronized void live(LongSupplier clock) {
        nanos = clock;
    }

    /// Waits for bytes; 0 at the end and at a part's.
    synchronized int read(byte[] into, int most) throws InterruptedException {
        while (begun == reading.length) {
            while (chunks.isEmpty() && !ended && !closed) {
                wait();
            }
            byte[] next = chunks.pollFirst();
            if (next == null || closed) {
                return 0;
            }
            if (next.length == 0) {
                parted = true;
                edge = null; // who reads on begins anew, with a present of its own
                return 0;
            }
            held -= next.length;
            reading = moved(next);
            begun = 0;
            notifyAll();
        }
        int count = Math.min(most, reading.length - begun);
        System.arraycopy(reading, begun, into, 0, count);
        begun += count;
        return count;
    }

    private byte[] moved(byte[] bytes) {
        LongSupplier clock = nanos;
        if (clock == null) {
            return bytes;
        }
        LiveEdge to = edge;
        if (to == null) {
            to = new LiveEdge(clock);
            edge = to;
        }
        return to.move(bytes);
    }

    /// Whether who reads was brought to an end by a part and not by the stream's; true once for each.
    synchronized boolean wasParted() {
        boolean was = parted && !closed;
        parted = false;
        return was;
    }

    synchronized long total() {
        return total;
    }

    /// No more comes; what is there may still be read.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// Nothing is read any more, and nobody waits.
    synchronized void close() {
        closed = true;
        chunks.clear();
        begun = reading.length;
        notifyAll();
    }
}
