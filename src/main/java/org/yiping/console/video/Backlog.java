package org.yiping.console.video;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much older what was kept is than the moment it came. A media server sends whoever joins what it kept
/// since the last key picture, all at once; and after a stumble of the network everything comes late. The
/// pictures' own times tell: what spans more time than its coming took began so much earlier, because its end
/// is of now. Where those times jump, by the camera's clock or by what was lost, they tell nothing, and it is
/// said that nobody knows. Stateless; any thread.
final class Backlog {
    /// Packets lie in a buffer for as long before their file says that they came.
    private static final Duration UNSURE = Duration.ofMillis(300);

    /// More is no backlog but a recording sent as fast as it goes.
    private static final Duration MOST = Duration.ofSeconds(30);

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long TICKS_PER_SECOND = 90_000;

    private Backlog() {}

    /// When the first picture was to be seen; whether its times `jumped`, so that it may have been earlier.
    record Begin(Instant at, boolean jumped) {}

    /// Of these whole packets, of which the first came at `came` and the last at `until`.
    static Begin begin(byte[] packets, Instant came, Instant until) {
        Steps steps = new Steps();
        new TsPackets().cut(packets, (packet, _) -> steps.take(packet));
        if (steps.jump()) {
            return new Begin(came, true);
        }
        Duration early = steps.span().minus(Duration.between(came, until));
        return new Begin(early.compareTo(UNSURE) <= 0 || early.compareTo(MOST) > 0 ? came : came.minus(early), false);
    }

    /// From each picture to the next one, by the times they are decoded at.
    private static final class Steps {
        private final List<Long> all = new ArrayList<>();
        private @Nullable Long told;

        void take(byte[] packet) {
            int shown = TsPacket.shownAt(packet);
            if (shown < 0) {
                return;
            }
            int decoded = TsPacket.decodedAt(packet);
            long time = TsPacket.time(packet, decoded > 0 ? decoded : shown);
            if (told != null) {
                all.add(TsPacket.between(told, time));
            }
            told = time;
        }

        /// Far beyond a stream's usual step, which is seconds where a camera sends a picture now and then.
        boolean jump() {
            long usual = all.isEmpty() ? 0 : all.stream().sorted().toList().get(all.size() / 2);
            return all.stream().anyMatch(s -> Math.abs(s) > Math.max(TICKS_PER_SECOND, 3 * usual));
        }

        /// From the first to the latest.
        Duration span() {
            long due = 0;
            long latest = 0;
            for (long step : all) {
                due += step;
                latest = Math.max(latest, due);
            }
            return Duration.ofSeconds(
                    latest / TICKS_PER_SECOND, latest % TICKS_PER_SECOND * NANOS_PER_SECOND / TICKS_PER_SECOND);
        }
    }
}
