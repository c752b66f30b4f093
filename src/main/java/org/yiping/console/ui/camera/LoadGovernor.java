package org.yiping.console.ui.camera;

import java.util.Optional;

/// Judges by the pace of the pulses whether this machine can draw all it decodes, and if not, how often the tiles
/// nobody works in are drawn, and whether those that another window covers are paused. One thread; pure: every
/// method is given the time in nanoseconds.
///
/// A pulse that comes late for two seconds on end is one the pictures have delayed: then 8 pictures a second, then 4,
/// then what is covered is paused. After ten seconds in time it is tried a step better.
final class LoadGovernor {
    private static final int[] STEPS = {Integer.MAX_VALUE, 8, 4};

    /// Half again over the sixtieth of a second: below it nobody sees a delay.
    private static final double LATE_NANOS = 40e6;

    private static final double IN_TIME_NANOS = 25e6;
    private static final long WORSE_AFTER = 2_000_000_000L;
    private static final long BETTER_AFTER = 10_000_000_000L;

    /// A pulse weighs a sixteenth: one long pause is not a load.
    private static final double WEIGHT = 1 / 16.0;

    /// The most one pulse may weigh: a window that was hidden for an hour is not late by an hour.
    private static final double LONGEST_NANOS = 250e6;

    /// A measurement wants every picture drawn, or it would measure less than it says.
    private static final boolean OFF = Boolean.getBoolean("yiping.video.every-picture");

    private int step;
    private boolean pauses;
    private long last = Long.MIN_VALUE;
    private long since = Long.MIN_VALUE;
    private long drawnAt = Long.MIN_VALUE;
    private double pace;

    /// After a pause, which says nothing about the load.
    void restart() {
        last = Long.MIN_VALUE;
        since = Long.MIN_VALUE;
        pace = 0;
    }

    /// To be told of every pulse; true where all tiles are drawn in it.
    boolean pulse(long now) {
        if (OFF) {
            return true;
        }
        if (last != Long.MIN_VALUE) {
            double took = Math.min(LONGEST_NANOS, (double) (now - last));
            pace = pace == 0 ? took : pace + (took - pace) * WEIGHT;
            judge(now);
        }
        last = now;
        if (step == 0 || drawnAt == Long.MIN_VALUE || now - drawnAt >= 1_000_000_000L / STEPS[step]) {
            drawnAt = now;
            return true;
        }
        return false;
    }

    private void judge(long now) {
        boolean late = pace > LATE_NANOS && !pauses;
        boolean early = pace < IN_TIME_NANOS && step > 0;
        if (!late && !early) {
            since = Long.MIN_VALUE;
        } else if (since == Long.MIN_VALUE) {
            since = now;
        } else if (now - since >= (late ? WORSE_AFTER : BETTER_AFTER)) {
            pauses = late && step + 1 == STEPS.length;
            step = Math.min(STEPS.length - 1, step + (late ? 1 : -1));
            since = Long.MIN_VALUE;
        }
    }

    /// Whether tiles that another window covers are to pull nothing.
    boolean pauses() {
        return pauses;
    }

    /// How many pictures a second at most are drawn of a tile nobody works in; empty for all that come.
    Optional<Integer> most() {
        return step == 0 ? Optional.empty() : Optional.of(STEPS[step]);
    }
}
