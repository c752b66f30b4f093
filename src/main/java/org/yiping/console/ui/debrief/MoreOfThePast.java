package org.yiping.console.ui.debrief;

import org.jspecify.annotations.Nullable;

/// More of the past being waited for (等待数据), and what is to be done as soon as it is here. FX thread.
final class MoreOfThePast {
    private boolean waiting;
    private @Nullable Runnable goal;

    /// Whether the replay would go on if more were here.
    boolean waiting() {
        return waiting;
    }

    void waiting(boolean now) {
        waiting = now;
    }

    /// Whether something is to be done with it.
    boolean isWanted() {
        return goal != null;
    }

    void then(Runnable next) {
        waiting = true;
        goal = next;
    }

    void notWanted() {
        waiting = false;
        goal = null;
    }

    void came() {
        Runnable next = goal;
        if (next != null) {
            notWanted();
            next.run();
        }
    }
}
