package org.yiping.console.video;

/// Cuts the bytes of a transport stream, however they come in pieces, into its packets; what lies between them is
/// skipped. One thread.
final class TsPackets {
    private final byte[] packet = new byte[TsPacket.LENGTH];
    private int filled;

    /// Hands on every packet that ends in these bytes, which follow those of before.
    void cut(byte[] bytes, Taker taker) {
        int at = 0;
        while (at < bytes.length) {
            if (filled == 0 && bytes[at] != TsPacket.SYNC) {
                at++;
                continue;
            }
            int count = Math.min(TsPacket.LENGTH - filled, bytes.length - at);
            System.arraycopy(bytes, at, packet, filled, count);
            filled += count;
            at += count;
            if (filled == TsPacket.LENGTH) {
                filled = 0;
                taker.take(packet, at);
            }
        }
    }

    /// `packet` is good until the call returns; `end` is the index after it in the bytes it ended in.
    @FunctionalInterface
    interface Taker {
        void take(byte[] packet, int end);
    }
}
