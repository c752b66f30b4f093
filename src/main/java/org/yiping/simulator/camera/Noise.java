package org.yiping.simulator.camera;

import java.util.Random;

/// Bytes that are no stream at all, at the pace of one. The same number gives the same bytes. Any thread.
record Noise(long seed) implements Programme {
    private static final int BYTES = 8 * Ts.PACKET;

    @Override
    public long ticksPerPicture() {
        return Ts.TICKS_PER_SECOND / 15;
    }

    @Override
    public boolean isKey(long picture) {
        return true;
    }

    @Override
    public byte[] packets(long picture) {
        byte[] bytes = new byte[BYTES];
        new Random(seed + picture).nextBytes(bytes);
        return bytes;
    }
}
