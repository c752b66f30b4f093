package org.yiping.console.video;

import java.util.ArrayDeque;
import java.util.Deque;

/// A stream's bytes on their way from the thread that fetches them to the one that decodes. Bounded: who decodes too
/// slowly makes the camera wait. One writer, one reader; both may be let go by anybody.
final class TsPipe {
    /// Some four seconds of a large stream.
    private static final int ROOM = 4 << 20;

    private static final byte[] PART = {};

    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private int held;
    private int begun;
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

    /// Waits for bytes; 0 at the end and at a part's.
    synchronized int read(byte[] into, int most) throws InterruptedException {
        while (chunks.isEmpty() && !ended && !closed) {
            wait();
        }
        byte[] first = chunks.peekFirst();
        if (first == null || closed) {
            return 0;
        }
        if (first.length == 0) {
            chunks.removeFirst();
            parted = true;
            return 0;
        }
        int count = Math.min(most, first.length - begun);
        System.arraycopy(first, begun, into, 0, count);
        begun += count;
        held -= count;
        if (begun == first.length) {
            chunks.removeFirst();
            begun = 0;
        }
        notifyAll();
        return count;
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
        notifyAll();
    }
}
