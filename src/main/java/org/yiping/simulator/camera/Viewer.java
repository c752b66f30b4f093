package org.yiping.simulator.camera;

/// One connection that watches a channel. Touched by the broadcast only, under its lock.
///
/// A viewer joins at the last key picture, as at a media server that keeps what came since (GOP 缓存),
/// and shows something at once; it is for the player to be no later for it. One who cannot keep up
/// loses pictures to the next key picture.
final class Viewer {
    private final Sink sink;
    private final Mishap mishap;
    private boolean waitsForKey = true;
    private long firstPicture = Long.MIN_VALUE;

    /// Where the bytes go. Never blocks.
    interface Sink {
        enum Taken {
            ALL,
            /// The earlier bytes are still on their way: nothing of these was taken.
            NOTHING,
            GONE
        }

        Taken offer(byte[] data);

        void close();
    }

    /// What goes wrong on this connection, counted in pictures from its first one. For tests and demonstrations.
    sealed interface Mishap {
        record None() implements Mishap {}

        record Stall(long from, long until) implements Mishap {}

        record Cut(long from) implements Mishap {}
    }

    Viewer(Sink sink, Mishap mishap) {
        this.sink = sink;
        this.mishap = mishap;
    }

    /// What came from the last key picture to this one, the newest. False when the viewer is to be forgotten.
    boolean begin(long picture, byte[] packets) {
        firstPicture = picture;
        return offer(packets);
    }

    /// False when the viewer is to be forgotten.
    boolean deliver(long picture, boolean key, byte[] packets) {
        if (waitsForKey && !key) {
            return true;
        }
        if (firstPicture == Long.MIN_VALUE) {
            firstPicture = picture;
        }
        return switch (fate(picture - firstPicture)) {
            case DELIVERED -> offer(packets);
            case WITHHELD -> {
                waitsForKey = true;
                yield true;
            }
            case CUT -> false;
        };
    }

    private boolean offer(byte[] packets) {
        Sink.Taken taken = sink.offer(packets);
        waitsForKey = taken == Sink.Taken.NOTHING;
        return taken != Sink.Taken.GONE;
    }

    void skipToKey() {
        waitsForKey = true;
    }

    void close() {
        sink.close();
    }

    private enum Fate {
        DELIVERED,
        WITHHELD,
        CUT
    }

    private Fate fate(long age) {
        return switch (mishap) {
            case Mishap.None() -> Fate.DELIVERED;
            case Mishap.Stall(long from, long until) -> age >= from && age < until ? Fate.WITHHELD : Fate.DELIVERED;
            case Mishap.Cut(long from) -> age >= from ? Fate.CUT : Fate.DELIVERED;
        };
    }
}
