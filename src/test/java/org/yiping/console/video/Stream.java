package org.yiping.console.video;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Transport streams made up packet by packet, for tests of what is kept of them.
final class Stream {
    static final int STREAMS_PID = 0x100;
    static final int VIDEO_PID = 0x101;
    static final byte H264 = 0x1B;
    static final byte H265 = 0x24;

    private Stream() {}

    private static byte[] packet(int pid, boolean starts) {
        byte[] p = new byte[TsPacket.LENGTH];
        Arrays.fill(p, (byte) 0xFF);
        p[0] = TsPacket.SYNC;
        p[1] = (byte) ((starts ? 0x40 : 0) | pid >> 8);
        p[2] = (byte) pid;
        p[3] = 0x10;
        return p;
    }

    static byte[] programmes() {
        byte[] p = packet(0, true);
        byte[] table = {0, 0, (byte) 0xB0, 13, 0, 1, (byte) 0xC1, 0, 0, 0, 1, (byte) (0xE0 | STREAMS_PID >> 8), 0};
        System.arraycopy(table, 0, p, 4, table.length);
        return p;
    }

    static byte[] streams(byte codec) {
        byte[] p = packet(STREAMS_PID, true);
        byte[] table = {
            0,
            2,
            (byte) 0xB0,
            18,
            0,
            1,
            (byte) 0xC1,
            0,
            0,
            (byte) 0xE1,
            1,
            (byte) 0xF0,
            0,
            codec,
            (byte) 0xE1,
            1,
            (byte) 0xF0,
            0
        };
        System.arraycopy(table, 0, p, 4, table.length);
        return p;
    }

    /// A picture of so many packets, the mark `own` in each.
    static byte[] picture(boolean key, int packets, int own) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < packets; i++) {
            byte[] p = packet(VIDEO_PID, i == 0);
            if (i == 0 && key) {
                p[3] = 0x30;
                p[4] = 1;
                p[5] = 0x40;
            }
            p[100] = (byte) own;
            all.writeBytes(p);
        }
        return all.toByteArray();
    }

    /// Tables and a second of pictures, the first of them a key.
    static byte[] second(byte codec, int packets, int own) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(programmes());
        all.writeBytes(streams(codec));
        all.writeBytes(picture(true, packets / 2, own));
        all.writeBytes(picture(false, packets - packets / 2, own));
        return all.toByteArray();
    }
}
