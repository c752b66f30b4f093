package org.yiping.console.video;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Who may open a stream now. Any thread; is given the time.
///
/// Sixteen at once, so that a switch that comes back with fifty cameras behind it does not make the decoders open all
/// of them in one moment; the others wait their turn for a fraction of a second. An opening that takes longer than a
/// second no longer counts: black holes must not keep healthy cameras waiting.
final class Openings {
    static final int AT_ONCE = 16;
    static final Duration COUNTS_FOR = Duration.ofSeconds(1);

    private final Map<Object, Instant> open = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    synchronized boolean begin(Object who, Instant now) {
        open.values().removeIf(since -> !now.isBefore(since.plus(COUNTS_FOR)));
        if (open.size() >= AT_ONCE && !open.containsKey(who)) {
            return false;
        }
        open.put(who, now);
        return true;
    }

    synchronized void done(Object who) {
        open.remove(who);
    }

    /// Name or password in this address were refused, or those of a camera whose address is asked for. It is remembered
    /// as long as the program runs: a tour that comes
    /// by every minute would lock the account out.
    synchronized void refuse(String account) {
        refused.add(account);
    }

    synchronized boolean isRefused(String account) {
        return refused.contains(account);
    }
}
