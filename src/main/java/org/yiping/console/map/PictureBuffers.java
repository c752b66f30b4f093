package org.yiping.console.map;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The buffers in which pictures of all windows are composed, used again and again (画面缓冲池). Any thread.
///
/// A window at rest needs none: what it shows lies in its own surface. So there are as many as pictures are being made
/// or shown at a time, and not some for each of a wall's windows.
final class PictureBuffers {
    /// Buffers nobody uses, and pictures kept for windows that move.
    private static final int SPARE = 3;

    private static final int KEPT = 3;

    private final ArrayDeque<int[]> spare = new ArrayDeque<>();
    private final LinkedHashMap<Object, Buffer> kept = new LinkedHashMap<>();

    /// A buffer in use; given back when the last who holds it lets it go.
    final class Buffer {
        final int[] pixels;
        private int holders = 1;

        private Buffer(int[] pixels) {
            this.pixels = pixels;
        }

        void release() {
            PictureBuffers.this.release(this);
        }
    }

    /// Its pixels are whatever they were.
    synchronized Buffer take(int size) {
        for (Iterator<int[]> each = spare.iterator(); each.hasNext(); ) {
            int[] pixels = each.next();
            if (pixels.length == size) {
                each.remove();
                return new Buffer(pixels);
            }
        }
        return new Buffer(new int[size]);
    }

    /// Keeps a window's picture beyond its showing; of many windows' the one kept longest goes.
    synchronized void keep(Object window, Buffer picture) {
        forget(window);
        picture.holders++;
        kept.put(window, picture);
        if (kept.size() > KEPT) {
            Buffer eldest = kept.pollFirstEntry().getValue();
            release(eldest);
        }
    }

    /// The picture kept for a window, which is kept no longer; whoever takes it releases it.
    synchronized @Nullable Buffer takeKept(Object window) {
        return kept.remove(window);
    }

    synchronized void forget(Object window) {
        Buffer before = kept.remove(window);
        if (before != null) {
            release(before);
        }
    }

    private synchronized void release(Buffer buffer) {
        buffer.holders--;
        if (buffer.holders == 0) {
            spare.addFirst(buffer.pixels);
            if (spare.size() > SPARE) {
                spare.removeLast();
            }
        }
    }
}
