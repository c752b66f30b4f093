package org.yiping.simulator.camera;

/// What a stream shows: an endless row of pictures, each a whole number of transport packets that depend on nothing
/// but the picture's number. So any number of viewers share one copy, and a stream costs nothing unwatched.
/// Any thread.
interface Programme {
    /// Ticks of 90 kHz from one picture to the next.
    long ticksPerPicture();

    /// True where a viewer may join.
    boolean isKey(long picture);

    byte[] packets(long picture);
}
