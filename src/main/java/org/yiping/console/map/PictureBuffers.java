package org.yiping.console.map;

import java.util.ArrayDeque;
import java.util.Iterator;

/// The buffers in which pictures of all windows are composed, used again and again (画面缓冲池). Any thread.
///
/// A window needs one only on the way from here to its surface, where the picture stays. So there are as many as
/// pictures are on their way at a time, and not some for each of a wall's windows. The one that lay longest is taken
/// first: the last may have been shown a moment ago, and still be on its way to the screen.
final class PictureBuffers {
    private static final int SCREEN = 1920 * 1080;
    /// More are never on their way at a time; small windows that change their size would leave dozens behind.
    private static final int MOST = 4;

    private final int pixels;
    private final ArrayDeque<int[]> spare = new ArrayDeque<>();

    /// So many pixels are kept for the next pictures; of larger ones a single picture.
    private PictureBuffers(int pixels) {
        this.pixels = pixels;
    }

    /// Four of a usual screen, for windows that are panned.
    static PictureBuffers ofDesk() {
        return new PictureBuffers(4 * SCREEN);
    }

    /// One: of a wall's windows hardly two change in the same instant.
    static PictureBuffers ofWall() {
        return new PictureBuffers(SCREEN);
    }

    /// Its pixels are whatever they were.
    synchronized int[] take(int size) {
        for (Iterator<int[]> each = spare.iterator(); each.hasNext(); ) {
            int[] picture = each.next();
            if (picture.length == size) {
                each.remove();
                return picture;
            }
        }
        return new int[size];
    }

    synchronized int size() {
        return spare.size();
    }

    synchronized void giveBack(int[] picture) {
        int kept = picture.length;
        for (Iterator<int[]> each = spare.iterator(); each.hasNext(); ) {
            kept += each.next().length;
            if (kept > pixels) {
                each.remove();
            }
        }
        spare.addLast(picture);
        while (spare.size() > MOST) {
            spare.removeFirst();
        }
    }
}
