package org.yiping.console.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// How often one may look through a whole city: one look at a time, and after each a rest of many times what it took.
/// In a small city that is whenever it is asked; among hundreds of thousands of cases a look costs a core for a tenth
/// of a second and more, and the hands at the desk need that core. One thread.
public final class Pace {
    /// A look may take this part of the time.
    private static final int SHARE = 30;
    /// A look that took long because the machine was busy must not leave old figures standing for minutes.
    private static final Duration LONGEST_REST = Duration.ofSeconds(15);

    private final InstantSource clock;
    private @Nullable Instant began;
    private Instant rested = Instant.MIN;

    public Pace(InstantSource clock) {
        this.clock = clock;
    }

    /// Whether a look may begin now; it has begun then and ends with `ended`.
    public boolean begins() {
        Instant now = clock.instant();
        if (began != null || now.isBefore(rested)) {
            return false;
        }
        began = now;
        return true;
    }

    /// Whatever came of the look.
    public void ended() {
        Instant from = began;
        if (from != null) {
            Instant now = clock.instant();
            began = null;
            Duration rest = Duration.between(from, now).multipliedBy(SHARE);
            rested = now.plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
        }
    }
}
