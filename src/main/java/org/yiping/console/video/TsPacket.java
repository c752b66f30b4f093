package org.yiping.console.video;

import java.util.Arrays;

/// The few fields of a transport stream's packet that a recording is cut by (ISO/IEC 13818-1, 2.4.3 and 2.4.4).
/// Stateless; any thread.
final class TsPacket {
    static final int LENGTH = 188;
    static final byte SYNC = 0x47;

    /// Where the table of programmes is.
    static final int PROGRAMMES = 0;

    /// MPEG-1 and -2 video, MPEG-4, H.264, H.265.
    private static final int[] VIDEO = {0x01, 0x02, 0x10, 0x1B, 0x24};

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
        int payload = 4 + ((p[3] & 0x20) == 0 ? 0 : 1 + (p[4] & 0xFF));
        if (payload >= LENGTH) {
            return -1;
        }
        int at = payload + 1 + (p[payload] & 0xFF);
        return at + 3 > LENGTH ? -1 : at;
    }

    private static int length(byte[] p, int at) {
        return at < 0 ? 0 : ((p[at + 1] & 0x0F) << 8) | (p[at + 2] & 0xFF);
    }
}
