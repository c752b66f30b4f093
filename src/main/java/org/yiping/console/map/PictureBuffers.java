package org.yiping.console.map;

import java.util.ArrayDeque;
import java.util.Iterator;

/// The buffers in which pictures of all windows are composed, used again and again (画面缓冲池). Any thread.
///
/// A window needs one only on the way from here to its surface, where the picture stays. So there are as many as
/// pictures are on their way at a time, and not some for each of a wall's windows.
final class PictureBuffers {
    /// So many pixels are kept for the next pictures, four of a usual screen; of larger ones a single picture.
    private static final int SPARE = 4 * 1920 * 1080;
    /// More are never on their way at a time; small windows that change their size would leave dozens behind.
    private static final int MOST = 4;

    private final ArrayDeque<int[]> spare = new ArrayDeque<>();

    /// Its pixels are whatever they were.
    synchronized int[] take(int size) {
        for (Iterator<int[]> each = spare.iterator(); each.hasNext(); ) {
            int[] pixels = each.next();
            if (pixels.length == size) {
                each.remove();
                return pixels;
            }
        }
        return new int[size];
    }

    synchronized int size() {
        return spare.size();
    }

    synchronized void giveBack(int[] pixels) {
        int kept = pixels.length;
        for (Iterator<int[]> each = spare.iterator(); each.hasNext(); ) {
            kept += each.next().length;
            if (kept > SPARE) {
                each.remove();
            }
        }
        spare.addFirst(pixels);
        while (spare.size() > MOST) {
            spare.removeLast();
        }
    }
}
