package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// When the first picture was to be seen of what came faster than it plays.
class BacklogTest {
    private static final Instant CAME = Instant.parse("2026-11-27T06:00:00Z");
    private static final long SECOND = 90_000;
    /// Shortly before the times begin anew.
    private static final long LATE = (1L << 33) - SECOND;

    /// Twenty-five pictures a second of so many seconds, from that time on.
    static byte[] film(double seconds, long first) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Stream.programmes());
        for (int i = 0; i <= seconds * 25; i++) {
            long time = (first + i * SECOND / 25) & ((1L << 33) - 1);
            all.writeBytes(LiveEdgeTest.picture(time, time));
        }
        return all.toByteArray();
    }

    private static Instant begin(byte[] film, double took) {
        return told(film, took).at();
    }

    private static Backlog.Begin told(byte[] film, double took) {
        return Backlog.begin(film, CAME, CAME.plusMillis((long) (took * 1_000)));
    }

    @Test
    void whatComesAsItPlaysBeganWhenItCame() {
        assertThat(begin(film(5, 7), 5)).isEqualTo(CAME);
        assertThat(begin(film(5, 7), 4.8)).as("a buffer's worth").isEqualTo(CAME);
        assertThat(begin(film(5, 7), 9)).as("a stream that stood still").isEqualTo(CAME);
    }

    @Test
    void whatAServerKeptIsAsMuchOlder() {
        assertThat(begin(film(6, 7), 2)).isEqualTo(CAME.minusSeconds(4));
        assertThat(begin(film(6, LATE), 2)).as("over the end of the times").isEqualTo(CAME.minusSeconds(4));
    }

    @Test
    void picturesOutOfOrderCountOnce() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 101; i++) {
            long time = i * SECOND / 25;
            long shown = time + (i % 4 == 0 && i < 100 ? 6 : 1) * SECOND / 25;
            all.writeBytes(LiveEdgeTest.picture(time, shown));
        }
        assertThat(begin(all.toByteArray(), 1)).as("four seconds of decoding").isEqualTo(CAME.minusSeconds(3));
    }

    @Test
    void aJumpOfTheTimesMovesNoBeginAndIsSaid() {
        for (long seconds : new long[] {3, 20, 29, -20, 1_000}) {
            ByteArrayOutputStream jumped = new ByteArrayOutputStream();
            jumped.writeBytes(film(1, 100 * SECOND));
            jumped.writeBytes(film(1, (101 + seconds) * SECOND));
            assertThat(told(jumped.toByteArray(), 2)).as("by %s s", seconds).isEqualTo(new Backlog.Begin(CAME, true));
        }
        assertThat(told(film(6, 7), 2).jumped()).isFalse();
    }

    @Test
    void aCameraThatSendsAPictureNowAndThenDoesNotJump() {
        ByteArrayOutputStream slow = new ByteArrayOutputStream();
        for (int i = 0; i < 6; i++) {
            slow.writeBytes(LiveEdgeTest.picture(i * 2 * SECOND, i * 2 * SECOND));
        }
        assertThat(told(slow.toByteArray(), 4)).isEqualTo(new Backlog.Begin(CAME.minusSeconds(6), false));
    }

    @Test
    void aJumpOfTheTimesOrARecordingTellsNothing() {
        ByteArrayOutputStream jumped = new ByteArrayOutputStream();
        jumped.writeBytes(film(1, 0));
        jumped.writeBytes(film(1, 1_000 * SECOND));
        assertThat(begin(jumped.toByteArray(), 2)).isEqualTo(CAME);
        assertThat(begin(film(60, 0), 1)).isEqualTo(CAME);
        assertThat(begin(new byte[0], 0)).isEqualTo(CAME);
        assertThat(Duration.between(begin(film(31, 0), 1.5), CAME)).isEqualTo(Duration.ofMillis(29_500));
    }
}
