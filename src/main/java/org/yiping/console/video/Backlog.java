package org.yiping.console.video;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much older what was kept is than the moment it came. A media server sends whoever joins what it kept since the
/// last
/// key picture, all at once; and after a stumble of the network everything comes late. The pictures' own times tell:
/// what
/// spans more time than its coming took began so much earlier, because its end is of now. Stateless; any thread.
final class Backlog {
    /// Packets lie in a buffer for as long before their file says that they came.
    private static final Duration UNSURE = Duration.ofMillis(300);

    /// More is no backlog: a recording sent as fast as it goes, or times that jumped.
    private static final Duration MOST = Duration.ofSeconds(30);

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long TICKS_PER_SECOND = 90_000;

    private Backlog() {}

    /// When the first of these whole packets was to be seen, of which the first came at `came` and the last at `until`.
    static Instant begin(byte[] packets, Instant came, Instant until) {
        Duration early = span(packets).minus(Duration.between(came, until));
        return early.compareTo(UNSURE) <= 0 || early.compareTo(MOST) > 0 ? came : came.minus(early);
    }

    /// From the first picture to the latest in it, by the times they are decoded at.
    private static Duration span(byte[] packets) {
        Span span = new Span();
        new TsPackets().cut(packets, (packet, _) -> span.take(packet));
        long ticks = span.latest;
        return Duration.ofSeconds(
                ticks / TICKS_PER_SECOND, ticks % TICKS_PER_SECOND * NANOS_PER_SECOND / TICKS_PER_SECOND);
    }

    private static final class Span {
        private @Nullable Long told;
        private long due;
        private long latest;

        void take(byte[] packet) {
            int shown = TsPacket.shownAt(packet);
            if (shown < 0) {
                return;
            }
            int decoded = TsPacket.decodedAt(packet);
            long time = TsPacket.time(packet, decoded > 0 ? decoded : shown);
            due += told == null ? 0 : TsPacket.between(told, time);
            told = time;
            latest = Math.max(latest, due);
        }
    }
}
