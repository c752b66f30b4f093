package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TsChangeTest {
    private static final int H264 = 0x1B;
    private static final int MPEG2 = 0x02;

    private final TsChange change = new TsChange();

    @Test
    void theTableOfAnotherCodecIsFound() {
        byte[] all = stream(H264, H264, H264, MPEG2);
        assertThat(change.in(all)).isEqualTo(all.length - TsPacket.LENGTH);
    }

    @Test
    void tablesThatSayTheSameAgainAreNoChange() {
        assertThat(change.in(stream(H264, H264, H264))).isEqualTo(-1);
    }

    @Test
    void packetsMayLieAcrossWhatIsRead() {
        byte[] all = stream(H264, H264, MPEG2);
        int cut = all.length - 100;
        assertThat(change.in(Arrays.copyOf(all, cut))).isEqualTo(-1);
        assertThat(change.in(Arrays.copyOfRange(all, cut, all.length))).isZero();
    }

    @Test
    void garbageIsSkipped() {
        assertThat(change.in(new byte[500])).isEqualTo(-1);
    }

    private static byte[] stream(int... codecs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int codec : codecs) {
            out.writeBytes(
                    packet(0, new byte[] {0, 0, (byte) 0xB0, 13, 0, 1, (byte) 0xC1, 0, 0, 0, 1, (byte) 0xE1, 0}));
            out.writeBytes(packet(0x100, new byte[] {
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
                (byte) codec,
                (byte) 0xE1,
                1,
                (byte) 0xF0,
                0
            }));
        }
        return out.toByteArray();
    }

    private static byte[] packet(int pid, byte[] section) {
        byte[] p = new byte[TsPacket.LENGTH];
        Arrays.fill(p, (byte) 0xFF);
        p[0] = TsPacket.SYNC;
        p[1] = (byte) (0x40 | pid >> 8);
        p[2] = (byte) pid;
        p[3] = 0x10;
        System.arraycopy(section, 0, p, 4, section.length);
        return p;
    }
}
