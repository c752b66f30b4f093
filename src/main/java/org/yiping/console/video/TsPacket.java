package org.yiping.console.video;

import java.util.Arrays;

/// The few fields of a transport stream's packet that a recording is cut and a stream is moved in time by (ISO/IEC
/// 13818-1, 2.4.3 and 2.4.4). Times are in ticks of 90 kHz and run modulo 2³³. Stateless; any thread.
final class TsPacket {
    static final int LENGTH = 188;
    static final byte SYNC = 0x47;

    /// Where the table of programmes is.
    static final int PROGRAMMES = 0;

    /// MPEG-1 and -2 video, MPEG-4, H.264, H.265.
    private static final int[] VIDEO = {0x01, 0x02, 0x10, 0x1B, 0x24};

    private static final int VIDEO_STREAM = 0xE0;

    private TsPacket() {}

    static int pid(byte[] p) {
        return ((p[1] & 0x1F) << 8) | (p[2] & 0xFF);
    }

    /// A picture begins here that needs none before it.
    static boolean isKey(byte[] p) {
        boolean starts = (p[1] & 0x40) != 0;
        boolean adapts = (p[3] & 0x20) != 0 && p[4] != 0;
        return starts && adapts && (p[5] & 0x40) != 0;
    }

    /// Of the first programme; -1 where the table names none.
    static int streamsPid(byte[] p) {
        int at = section(p);
        int end = Math.min(LENGTH, at + 3 + length(p, at)) - 4;
        for (int i = at + 8; at > 0 && i + 4 <= end; i += 4) {
            int programme = ((p[i] & 0xFF) << 8) | (p[i + 1] & 0xFF);
            if (programme != 0) {
                return ((p[i + 2] & 0x1F) << 8) | (p[i + 3] & 0xFF);
            }
        }
        return -1;
    }

    /// `otherwise` where the table names no video.
    static int videoPid(byte[] p, int otherwise) {
        int at = section(p);
        if (at < 0 || at + 12 > LENGTH) {
            return otherwise;
        }
        int end = Math.min(LENGTH, at + 3 + length(p, at)) - 4;
        int i = at + 12 + (((p[at + 10] & 0x0F) << 8) | (p[at + 11] & 0xFF));
        while (i + 5 <= end) {
            int type = p[i] & 0xFF;
            if (Arrays.stream(VIDEO).anyMatch(v -> v == type)) {
                return ((p[i + 1] & 0x1F) << 8) | (p[i + 2] & 0xFF);
            }
            i += 5 + (((p[i + 3] & 0x0F) << 8) | (p[i + 4] & 0xFF));
        }
        return otherwise;
    }

    /// But for their counters.
    static boolean sameTable(byte[] one, byte[] other) {
        return Arrays.equals(one, 4, LENGTH, other, 4, LENGTH);
    }

    /// Where a table begins; -1 where it does not begin here.
    private static int section(byte[] p) {
        if ((p[1] & 0x40) == 0 || (p[3] & 0x10) == 0) {
            return -1;
        }
        int payload = payload(p);
        if (payload >= LENGTH) {
            return -1;
        }
        int at = payload + 1 + (p[payload] & 0xFF);
        return at + 3 > LENGTH ? -1 : at;
    }

    private static int length(byte[] p, int at) {
        return at < 0 ? 0 : ((p[at + 1] & 0x0F) << 8) | (p[at + 2] & 0xFF);
    }

    /// Where it says when the picture that begins here is to be shown; -1 where none does or it does not say.
    static int shownAt(byte[] p) {
        int pes = payload(p);
        boolean begins = (p[1] & 0x40) != 0
                && (p[3] & 0x10) != 0
                && pes + 19 <= LENGTH
                && p[pes] == 0
                && p[pes + 1] == 0
                && p[pes + 2] == 1
                && (p[pes + 3] & 0xF0) == VIDEO_STREAM;
        return begins && (p[pes + 7] & 0x80) != 0 ? pes + 9 : -1;
    }

    /// When it is to be decoded; -1 where that is when it is shown.
    static int decodedAt(byte[] p) {
        int shown = shownAt(p);
        return shown > 0 && (p[shown - 2] & 0x40) != 0 ? shown + 5 : -1;
    }

    /// Where the programme's clock stands; -1 where it does not.
    static int clockAt(byte[] p) {
        return (p[3] & 0x20) != 0 && (p[4] & 0xFF) >= 7 && (p[5] & 0x10) != 0 ? 6 : -1;
    }

    private static int payload(byte[] p) {
        return 4 + ((p[3] & 0x20) == 0 ? 0 : 1 + (p[4] & 0xFF));
    }

    static long time(byte[] p, int at) {
        return (p[at] & 0x0EL) << 29
                | (p[at + 1] & 0xFFL) << 22
                | (p[at + 2] & 0xFEL) << 14
                | (p[at + 3] & 0xFFL) << 7
                | (p[at + 4] & 0xFEL) >> 1;
    }

    static void time(byte[] p, int at, long time) {
        p[at] = (byte) ((p[at] & 0xF1) | ((time >> 29) & 0x0E));
        p[at + 1] = (byte) (time >> 22);
        p[at + 2] = (byte) (((time >> 14) & 0xFE) | 1);
        p[at + 3] = (byte) (time >> 7);
        p[at + 4] = (byte) (((time << 1) & 0xFE) | 1);
    }

    /// Without the part of a tick.
    static long clock(byte[] p, int at) {
        return (p[at] & 0xFFL) << 25
                | (p[at + 1] & 0xFFL) << 17
                | (p[at + 2] & 0xFFL) << 9
                | (p[at + 3] & 0xFFL) << 1
                | (p[at + 4] & 0x80L) >> 7;
    }

    static void clock(byte[] p, int at, long time) {
        p[at] = (byte) (time >> 25);
        p[at + 1] = (byte) (time >> 17);
        p[at + 2] = (byte) (time >> 9);
        p[at + 3] = (byte) (time >> 1);
        p[at + 4] = (byte) ((p[at + 4] & 0x7F) | ((time << 7) & 0x80));
    }

    /// From one time to another, which is less than half a round away.
    static long between(long from, long to) {
        return (to - from) << 31 >> 31;
    }
}
