package org.yiping.simulator.camera;

/// The few fields of an MPEG transport stream a looper has to read and to write again (ISO/IEC 13818-1, 2.4.3).
/// Times are in ticks of 90 kHz and run modulo 2³³, as on the wire.
final class Ts {
    static final int PACKET = 188;
    static final long TICKS_PER_SECOND = 90_000;
    private static final long WRAP = 1L << 33;

    private Ts() {}

    static int pid(byte[] b, int at) {
        return ((b[at + 1] & 0x1F) << 8) | (b[at + 2] & 0xFF);
    }

    static boolean startsUnit(byte[] b, int at) {
        return (b[at + 1] & 0x40) != 0;
    }

    static boolean hasPayload(byte[] b, int at) {
        return (b[at + 3] & 0x10) != 0;
    }

    static int continuity(byte[] b, int at) {
        return b[at + 3] & 0x0F;
    }

    static void continuity(byte[] b, int at, long counter) {
        b[at + 3] = (byte) ((b[at + 3] & 0xF0) | (int) (counter & 0x0F));
    }

    /// Where the payload begins; the end of the packet when it has none.
    static int payload(byte[] b, int at) {
        boolean adaptation = (b[at + 3] & 0x20) != 0;
        return at + 4 + (adaptation ? 1 + (b[at + 4] & 0xFF) : 0);
    }

    private static int flags(byte[] b, int at) {
        boolean adaptation = (b[at + 3] & 0x20) != 0 && b[at + 4] != 0;
        return adaptation ? b[at + 5] & 0xFF : 0;
    }

    /// True where a decoder may begin: a key picture.
    static boolean randomAccess(byte[] b, int at) {
        return (flags(b, at) & 0x40) != 0;
    }

    /// Offset of the six bytes of the programme clock, -1 when the packet carries none.
    static int clockOffset(byte[] b, int at) {
        return (flags(b, at) & 0x10) != 0 ? at + 6 : -1;
    }

    static long clock(byte[] b, int offset) {
        long base = 0;
        for (int i = 0; i < 4; i++) {
            base = (base << 8) | (b[offset + i] & 0xFF);
        }
        return (base << 1) | ((b[offset + 4] & 0x80) >> 7);
    }

    static void clock(byte[] b, int offset, long ticks) {
        long base = Math.floorMod(ticks, WRAP);
        for (int i = 0; i < 4; i++) {
            b[offset + i] = (byte) (base >> (25 - 8 * i));
        }
        b[offset + 4] = (byte) (((base & 1) << 7) | 0x7E);
        b[offset + 5] = 0;
    }

    /// Offset of the presentation time of the unit that starts in this packet, -1 when it declares none.
    static int shownOffset(byte[] b, int at) {
        int pes = payload(b, at);
        boolean pesStart = b[pes] == 0 && b[pes + 1] == 0 && b[pes + 2] == 1;
        return pesStart && (b[pes + 7] & 0x80) != 0 ? pes + 9 : -1;
    }

    /// Offset of the decoding time, -1 when it is the same as the presentation time.
    static int decodedOffset(byte[] b, int at) {
        int pes = payload(b, at);
        return (b[pes + 7] & 0x40) != 0 ? pes + 14 : -1;
    }

    static long time(byte[] b, int offset) {
        return (b[offset] & 0x0EL) << 29
                | (b[offset + 1] & 0xFFL) << 22
                | (b[offset + 2] & 0xFEL) << 14
                | (b[offset + 3] & 0xFFL) << 7
                | (b[offset + 4] & 0xFEL) >> 1;
    }

    static void time(byte[] b, int offset, long ticks) {
        long t = Math.floorMod(ticks, WRAP);
        b[offset] = (byte) ((b[offset] & 0xF0) | ((t >> 29) & 0x0E) | 1);
        b[offset + 1] = (byte) (t >> 22);
        b[offset + 2] = (byte) (((t >> 14) & 0xFE) | 1);
        b[offset + 3] = (byte) (t >> 7);
        b[offset + 4] = (byte) (((t << 1) & 0xFE) | 1);
    }
}
