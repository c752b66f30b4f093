package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What becomes of the times in a stream whose server sends its past at once.
class LiveEdgeTest {
    private static final long PICTURE = 3_600;
    private static final long FIRST = 5_000_000;

    private long millis = 77;
    private final LiveEdge edge = new LiveEdge(() -> millis * 1_000_000);
    private final List<Long> decoded = new ArrayList<>();
    private final List<Long> shown = new ArrayList<>();
    private final List<Long> clock = new ArrayList<>();

    /// A picture that is decoded when it is shown.
    private void take(long time) {
        take(time, time);
    }

    private void take(long time, long shownAt) {
        read(edge.move(picture(time, shownAt)));
    }

    private void read(byte[] moved) {
        for (int at = 0; at < moved.length; at += TsPacket.LENGTH) {
            byte[] p = Arrays.copyOfRange(moved, at, at + TsPacket.LENGTH);
            if (TsPacket.shownAt(p) > 0) {
                shown.add(TsPacket.time(p, TsPacket.shownAt(p)));
                decoded.add(TsPacket.time(p, TsPacket.decodedAt(p) > 0 ? TsPacket.decodedAt(p) : TsPacket.shownAt(p)));
            }
            if (TsPacket.clockAt(p) > 0) {
                clock.add(TsPacket.clock(p, TsPacket.clockAt(p)));
            }
        }
    }

    static byte[] picture(long time, long shownAt) {
        byte[] p = new byte[TsPacket.LENGTH];
        Arrays.fill(p, (byte) 0xFF);
        byte[] head = {TsPacket.SYNC, 0x41, 1, 0x30, 7, 0x10, 0, 0, 0, 0, 0x7E, 0, 0, 0, 1, (byte) 0xE0, 0, 0};
        System.arraycopy(head, 0, p, 0, head.length);
        TsPacket.clock(p, 6, time - 900);
        p[18] = (byte) 0x80;
        boolean both = time != shownAt;
        p[19] = (byte) (both ? 0xC0 : 0x80);
        p[20] = (byte) (both ? 10 : 5);
        p[21] = (byte) (both ? 0x31 : 0x21);
        TsPacket.time(p, 21, shownAt);
        if (both) {
            p[26] = 0x11;
            TsPacket.time(p, 26, time);
        }
        return p;
    }

    @Test
    void aStreamThatComesAsItIsPlayedIsLeftAsItIs() {
        for (int i = 0; i < 300; i++) {
            take(FIRST + i * PICTURE);
            millis += 40;
        }
        assertThat(decoded).first().isEqualTo(FIRST);
        assertThat(decoded).last().isEqualTo(FIRST + 299 * PICTURE);
        assertThat(clock).last().isEqualTo(FIRST + 299 * PICTURE - 900);
    }

    @Test
    void whatIsSentOfThePastIsDueAtOnceAndThePresentInTime() {
        for (int i = 0; i < 25; i++) {
            take(FIRST + i * PICTURE);
        }
        assertThat(decoded).isSorted().doesNotHaveDuplicates();
        assertThat(decoded.getLast() - decoded.getFirst())
                .as("a millisecond at most")
                .isLessThan(90);
        for (int i = 25; i < 300; i++) {
            millis += 40;
            take(FIRST + i * PICTURE);
            long late = decoded.getLast() - FIRST - (i - 24) * PICTURE;
            assertThat(late).as("ticks behind the present").isBetween(0L, 90L);
            assertThat(shown.getLast()).isEqualTo(decoded.getLast());
            assertThat(clock.getLast()).isEqualTo(decoded.getLast() - 900);
        }
    }

    /// Decoded in order, shown in another.
    @Test
    void bothTimesOfAPictureAreMovedAlike() {
        long[] order = {2, 5, 3, 4, 8, 6, 7, 11, 9, 10};
        for (int i = 0; i < order.length; i++) {
            take(FIRST + i * PICTURE, FIRST + order[i] * PICTURE);
            assertThat(shown.getLast() - decoded.getLast()).isEqualTo((order[i] - i) * PICTURE);
        }
        assertThat(decoded.getLast() - FIRST).isLessThan(90);
    }

    @Test
    void aRecordingThatComesAtOnceIsPlayedAtItsPaceAfterAWhile() {
        for (int i = 0; i < 500; i++) {
            take(FIRST + i * PICTURE);
        }
        assertThat(decoded.getLast() - decoded.getFirst()).isEqualTo(499 * PICTURE - 5 * 90_000);
        assertThat(decoded.getLast() - decoded.get(498)).isEqualTo(PICTURE);
    }

    @Test
    void whatComesLateIsLate() {
        take(FIRST);
        millis += 900;
        take(FIRST + PICTURE);
        assertThat(decoded.getLast()).isEqualTo(FIRST + PICTURE);
    }

    @Test
    void afterTheBeginningNothingIsMovedFurther() {
        take(FIRST);
        millis += 6_000;
        take(FIRST + 150 * PICTURE);
        take(FIRST + 190 * PICTURE);
        assertThat(decoded.getLast()).isEqualTo(FIRST + 190 * PICTURE);
    }

    @Test
    void timesBeginAnewAfterADay() {
        long round = 1L << 33;
        for (int i = 0; i < 50; i++) {
            take(round - 20 * PICTURE + i * PICTURE);
        }
        assertThat(TsPacket.between(decoded.getFirst(), decoded.getLast())).isBetween(0L, 90L);
    }

    @Test
    void aClockInAPacketOfItsOwnDoesNotGoBack() {
        for (int i = 0; i < 20; i++) {
            byte[] alone = picture(FIRST + i * PICTURE, FIRST + i * PICTURE);
            alone[1] = 1; // no picture begins
            read(edge.move(alone));
            take(FIRST + i * PICTURE);
        }
        assertThat(clock).isSorted();
        assertThat(clock.getLast() - clock.getFirst()).isLessThan(2 * PICTURE);
    }

    @Test
    void packetsMayComeInPiecesAndNothingElseInThemChanges() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int i = 0; i < 10; i++) {
            whole.writeBytes(Stream.picture(i == 0, 3, i));
        }
        byte[] bytes = whole.toByteArray();
        ByteArrayOutputStream moved = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += 100) {
            moved.writeBytes(edge.move(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 100))));
        }
        assertThat(moved.toByteArray()).isEqualTo(bytes);
    }
}
