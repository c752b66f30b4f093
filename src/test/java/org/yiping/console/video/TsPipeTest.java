package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TsPipeTest {
    private static final long PICTURE = 3_600;

    private final TsPipe pipe = new TsPipe();
    private long millis = 5_000;

    @Test
    void whatIsWrittenIsReadInOrderUntilTheEnd() throws InterruptedException {
        pipe.write(new byte[] {1, 2, 3});
        pipe.write(new byte[] {4});
        byte[] some = new byte[2];
        assertThat(pipe.read(some, 2)).isEqualTo(2);
        assertThat(some).containsExactly(1, 2);
        assertThat(pipe.read(some, 2)).isEqualTo(1);
        assertThat(some[0]).isEqualTo((byte) 3);
        assertThat(pipe.read(some, 2)).isEqualTo(1);
        assertThat(some[0]).isEqualTo((byte) 4);
        pipe.end();
        assertThat(pipe.read(some, 2)).isZero();
        assertThat(pipe.write(new byte[] {5})).isFalse();
        assertThat(pipe.total()).isEqualTo(4);
    }

    @Test
    void nothingIsReadOnceItIsClosedThoughSomeWasBegun() throws InterruptedException {
        pipe.write(new byte[] {1, 2, 3});
        pipe.read(new byte[1], 1);
        pipe.close();
        assertThat(pipe.read(new byte[1], 1)).isZero();
    }

    /// libvlc takes a while to begin; what came meanwhile is of the past when it does.
    @Test
    void whatWaitedForWhoReadsIsDueAtOnceAndAgainAfterAPart() throws InterruptedException {
        pipe.live(() -> millis * 1_000_000);
        write(0, 10);
        assertThat(between(read(), read(8))).as("ten pictures that waited").isLessThan(90);
        pipe.part();
        assertThat(pipe.read(new byte[TsPacket.LENGTH], TsPacket.LENGTH)).isZero();
        assertThat(pipe.wasParted()).isTrue();
        write(100, 10);
        assertThat(between(read(), read(8)))
                .as("ten that waited for it to begin anew")
                .isLessThan(90);
    }

    @Test
    void aRecordingIsReadAtItsPace() throws InterruptedException {
        write(0, 10);
        assertThat(between(read(), read(8))).isEqualTo(9 * PICTURE);
    }

    private void write(int from, int count) throws InterruptedException {
        for (int i = from; i < from + count; i++) {
            pipe.write(LiveEdgeTest.picture(i * PICTURE, i * PICTURE));
            millis += 40;
        }
    }

    private static long between(long first, long last) {
        return last - first;
    }

    /// The time of the next picture.
    private long read() throws InterruptedException {
        byte[] packet = new byte[TsPacket.LENGTH];
        assertThat(pipe.read(packet, packet.length)).isEqualTo(packet.length);
        return TsPacket.time(packet, TsPacket.shownAt(packet));
    }

    private long read(int skipped) throws InterruptedException {
        for (int i = 0; i < skipped; i++) {
            read();
        }
        return read();
    }
}
