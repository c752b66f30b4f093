package org.yiping.console.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// How far the platform's clock is ahead, between bounds that cannot be wrong. Confined to one thread.
///
/// An answer was written after its question left and before it came, so the difference lies between what the two
/// moments say. Of several answers it lies in what their bounds share, whose middle is nearest to the truth: one quick
/// answer is worth more than many slow ones. Bounds that share nothing are those of a clock that was set meanwhile.
final class ClockBounds {
    /// In that time quartz drifts by less than a millisecond or two.
    private static final int ANSWERS = 20;

    private final Deque<Bounds> last = new ArrayDeque<>();

    private record Bounds(Duration least, Duration most) {
        Bounds meet(Bounds o) {
            return new Bounds(
                    least.compareTo(o.least) > 0 ? least : o.least, most.compareTo(o.most) < 0 ? most : o.most);
        }

        boolean none() {
            return least.compareTo(most) > 0;
        }
    }

    /// By one more answer: when the question left and the answer came by this machine's clock, and the platform's time
    /// in it.
    Duration heard(Instant left, Instant theirs, Instant came) {
        Bounds next = new Bounds(Duration.between(came, theirs), Duration.between(left, theirs));
        if (next.none()) {
            return Duration.between(came, theirs); // set back while the answer was on its way: the next one tells
        }
        Bounds all = last.stream().reduce(next, Bounds::meet);
        if (all.none()) {
            last.clear();
            all = next;
        }
        last.addLast(next);
        if (last.size() > ANSWERS) {
            last.removeFirst();
        }
        return all.least().plus(all.most().minus(all.least()).dividedBy(2));
    }
}
