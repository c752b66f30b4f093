package org.yiping.console.video;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Who may open a stream now. Any thread; is given the time.
///
/// Sixteen at once, so that a switch that comes back with fifty cameras behind it does not make the decoders open all
/// of them in one moment; the others wait their turn for a fraction of a second. An opening that takes longer than a
/// second no longer counts: black holes must not keep healthy cameras waiting.
final class Openings {
    static final int AT_ONCE = 16;
    static final Duration COUNTS_FOR = Duration.ofSeconds(1);

    /// Somebody who asks for another try of what was refused gets one so often: a device locks out who guesses.
    static final Duration ASKED_EVERY = Duration.ofMinutes(1);

    private final Map<Object, Instant> open = new HashMap<>();
    private final Map<String, Refused> refused = new HashMap<>();

    /// Since when, and whether somebody has asked for one more try.
    private record Refused(Instant since, boolean onceMore) {}

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

    /// Name or password in this address were refused, or those of a camera whose address is asked for. It is
    /// remembered until it was accepted, for as long as the program runs: a tour that comes by every minute
    /// would lock the account out.
    synchronized void refuse(String account, Instant now) {
        refused.put(account, new Refused(now, false));
    }

    /// Somebody asks for one more try; false where one was refused just now.
    synchronized boolean once(String account, Instant now) {
        Refused before = refused.get(account);
        if (before == null || now.isBefore(before.since.plus(ASKED_EVERY))) {
            return before == null;
        }
        refused.put(account, new Refused(now, true));
        return true;
    }

    synchronized boolean isRefused(String account) {
        Refused before = refused.get(account);
        return before != null && !before.onceMore;
    }

    /// It is being tried: the one more try, if it was that, is spent.
    synchronized void tried(String account) {
        refused.computeIfPresent(account, (_, before) -> new Refused(before.since, false));
    }

    /// It has opened.
    synchronized void accept(String account) {
        refused.remove(account);
    }
}
