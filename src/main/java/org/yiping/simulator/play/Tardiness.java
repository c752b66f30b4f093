package org.yiping.simulator.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;

/// Which work gets done late: some in the yellow, some after its time, and what is left to people not before
/// that. Stateless.
///
/// It goes by the case's own clock and not by the run's speed, because the platform's clocks do not run faster
/// with it. A city where all is done in time would show one light only.
final class Tardiness {
    /// The seats' own limits are shorter than this; with longer ones the usual pace holds.
    private static final Duration SHORT = Duration.ofMinutes(20);
    private static final int LATE_PERCENT = 12;
    private static final int LAST_MINUTE_PERCENT = 15;

    private Tardiness() {}

    /// When it gets done, if it is one of those.
    static Optional<Instant> delay(Case row, boolean leftToPeople, Instant now, RandomGenerator random) {
        Optional<CaseClock> clock = row.runningClock().filter(c -> c.dueAt().isBefore(now.plus(SHORT)));
        int dice = random.nextInt(100);
        double share = random.nextDouble();
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        Instant due = clock.get().dueAt();
        if (leftToPeople || dice < LATE_PERCENT) {
            Instant from = due.isAfter(now) ? due : now;
            return Optional.of(from.plusMillis((long) (5_000 + share * 85_000)));
        }
        if (dice < LATE_PERCENT + LAST_MINUTE_PERCENT && clock.get().yellowAt().isAfter(now)) {
            long yellow = Duration.between(clock.get().yellowAt(), due).toMillis();
            return Optional.of(clock.get().yellowAt().plusMillis((long) (yellow * share)));
        }
        return Optional.empty();
    }
}
