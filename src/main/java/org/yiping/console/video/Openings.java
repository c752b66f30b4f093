package org.yiping.console.video;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /// By then a device that refuses a login has said so. One that says nothing for longer keeps no others waiting.
    static final Duration LOGIN_WITHIN = Duration.ofSeconds(3);

    private final Map<Object, Instant> open = new HashMap<>();
    private final Map<String, Refused> refused = new HashMap<>();
    private final Map<String, LoggingIn> loggingIn = new HashMap<>();
    private final Set<String> accepted = new HashSet<>();

    /// What opens a stream: its own address, or the camera whose address is asked for, and the login in it
    /// (`Login.account`), which many streams of one device share.
    record Account(String address, @Nullable String login) {
        boolean has(String key) {
            return key.equals(address) || key.equals(login);
        }

        /// Nobody's log is a place for it.
        @Override
        public String toString() {
            return "Account";
        }
    }

    private record LoggingIn(Object who, Instant since) {}

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
        loggingIn.values().removeIf(l -> l.who().equals(who));
    }

    /// Whether this login may be sent now: one at a time until it was accepted, because a device that is guessed at by
    /// all of its channels at once locks out.
    synchronized boolean logIn(Object who, Account account, Instant now) {
        String login = account.login;
        if (login == null || accepted.contains(login)) {
            return true;
        }
        LoggingIn other = loggingIn.get(login);
        if (other != null && !other.who.equals(who) && now.isBefore(other.since.plus(LOGIN_WITHIN))) {
            return false;
        }
        loggingIn.put(login, new LoggingIn(who, now));
        return true;
    }

    /// Name or password in this address were refused, or those of a camera whose address is asked for; with them the
    /// same login at the same device, unless that plays another channel, so that it is this one's rights. It is
    /// remembered until it was accepted, for as long as the program runs: a tour that comes by every minute
    /// would lock the account out.
    synchronized void refuse(Account account, Instant now) {
        refused.put(account.address, new Refused(now, false));
        if (account.login != null && !accepted.contains(account.login)) {
            refused.put(account.login, new Refused(now, false));
        }
    }

    /// Somebody asks for one more try; false where one was refused just now.
    synchronized boolean once(Account account, Instant now) {
        boolean justNow = refused.entrySet().stream()
                .anyMatch(e -> account.has(e.getKey())
                        && now.isBefore(e.getValue().since.plus(ASKED_EVERY)));
        if (!justNow) {
            refused.replaceAll((key, before) -> account.has(key) ? new Refused(now, true) : before);
        }
        return !justNow;
    }

    synchronized boolean isRefused(Account account) {
        return refused.entrySet().stream().anyMatch(e -> account.has(e.getKey()) && !e.getValue().onceMore);
    }

    /// Nothing is held against it, not even that it is being tried once more.
    synchronized boolean isFree(Account account) {
        return refused.keySet().stream().noneMatch(account::has);
    }

    /// It is being tried: the one more try, if it was that, is spent.
    synchronized void tried(Account account) {
        refused.replaceAll((key, before) -> account.has(key) ? new Refused(before.since, false) : before);
    }

    /// It has opened.
    synchronized void accept(Account account) {
        refused.keySet().removeIf(account::has);
        if (account.login != null) {
            accepted.add(account.login);
            loggingIn.remove(account.login);
        }
    }

    /// What played has failed: its password may have been changed, so that one tries it before all do.
    synchronized void doubt(Account account) {
        if (account.login != null) {
            accepted.remove(account.login);
        }
    }
}
