package org.yiping.console.video;

/// When the pictures of a stream are to be decoded, where a camera tells only when they are to be shown: in the order
/// they come in, each later than the one before and none later than it is shown. One thread.
///
/// A picture that others lie before (B pictures, B 帧) comes earlier than it is shown. How many lie before it at most is
/// learned from what comes, so that a camera without such pictures waits for none; until it is known a few
/// pictures are late.
final class DecodingTimes {
    /// The most that H.264 and H.265 allow.
    private static final int MOST = 16;

    /// Of the clock of transport streams, two seconds: a camera whose clock is set back further begins anew.
    private static final long SET_BACK = 180_000;

    /// The latest of the times told so far, falling.
    private final long[] latest = new long[MOST + 1];
    private int count;
    private int before;
    private long last = Long.MIN_VALUE;

    /// For the next picture, which is shown at this time.
    long of(long shown) {
        if (count > 0 && shown < latest[0] - SET_BACK) {
            count = 0;
        }
        int rank = 0;
        while (rank < count && latest[rank] > shown) {
            rank++;
        }
        before = Math.min(MOST, Math.max(before, rank));
        if (rank <= MOST) {
            System.arraycopy(latest, rank, latest, rank + 1, MOST - rank);
            latest[rank] = shown;
            count = Math.min(count + 1, MOST + 1);
        }
        return told(latest[Math.min(before, count - 1)]);
    }

    /// For the next picture, of which the camera tells it. Cameras count badly.
    long told(long due) {
        last = due <= last ? last + 1 : due;
        return last;
    }
}
