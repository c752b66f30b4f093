package org.yiping.watch;

import java.time.Duration;
import java.util.List;

/// How a watched program came to its end, for a report. `silent` is how long no frame had been painted then. Immutable;
/// any thread.
record Fall(
        Cause cause,
        String name,
        int status,
        Duration lived,
        Duration silent,
        List<String> words,
        List<String> threads) {
    /// Why it is no more.
    enum Cause {
        /// It ended by itself or was killed.
        CRASH,
        /// No frame was painted for too long, so it was killed.
        HANG
    }
}
