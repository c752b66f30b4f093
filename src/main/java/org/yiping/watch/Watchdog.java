package org.yiping.watch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Keeps one program running: looks at it twice a second and does what has to be done.
///
/// It never gives up, waits longer between tries that come to nothing (half a minute at most), and grows patient with a
/// machine on which everything seems to hang. How long something took is told by a clock that nobody sets; the time of
/// day is asked for the daily window alone. Any thread.
final class Watchdog {
    /// A look counts as that much silence at most; half a second is meant between two. Where a machine holds up the
    /// watchdog, it holds up the wall as well, and nobody heard beats meanwhile.
    private static final Duration LOOK = Duration.ofMillis(750);

    /// Of its patience, before it asks for threads: what hangs has the rest of it to answer.
    private static final double UNEASY = 0.6;

    private static final Duration PING = Duration.ofSeconds(4);

    /// Without a picture for that long somebody else shall start the watchdog anew, with all it holds.
    private static final Duration HOPE = Duration.ofMinutes(10);

    private final Kept.Launch launch;
    private final Terms terms;
    private final Time time;
    private final Ears ears;
    private @Nullable Kept kept;
    private Fall.@Nullable Cause ending;
    private boolean planned;
    private boolean stopped;
    private boolean up;
    private boolean uneasy;
    private boolean pictured;
    private boolean told;
    private long beats;
    private long started;
    private long silent;
    private long nextStart;
    private long endAsked;
    private long looked;
    private long pinged;
    private long hopedFrom;
    private int failures;
    private int hangs;

    /// What it was told: how long to wait, when to start anew by day (null: never), how to word a report.
    record Terms(Limits limits, @Nullable DailyWindow daily) {}

    /// Nanoseconds of a clock that nobody sets, and the time of day.
    record Time(LongSupplier nanos, Clock day) {}

    /// Who hears of what it does. Called on the thread that looks.
    interface Ears {
        /// A line for a person.
        void said(String line);

        /// `up`, `picture`, `down`, … with the program's name, for programs.
        void event(String line);

        /// Called when the next one has been started: writing takes time that a dark wall has not.
        void fell(Fall fall);

        /// For the keeper of the machine, in the words of sd_notify(3).
        void state(String state);
    }

    Watchdog(Kept.Launch launch, Terms terms, Time time, Ears ears) {
        this.launch = launch;
        this.terms = terms;
        this.time = time;
        this.ears = ears;
        looked = time.nanos().getAsLong();
        nextStart = looked;
        hopedFrom = looked;
        pinged = looked;
    }

    /// One look, to be called twice a second.
    synchronized void look() {
        if (stopped) {
            return;
        }
        long now = time.nanos().getAsLong();
        silent += Math.min(now - looked, LOOK.toNanos());
        looked = now;
        Kept at = kept;
        if (at == null) {
            if (now >= nextStart) {
                start(now);
            }
        } else {
            if (ending == null) {
                listen(at, now);
            }
            if (!at.alive()) {
                gone(at, now);
            } else if (ending != null || planned) {
                if (now - endAsked >= Limits.GRACE.toNanos()) {
                    at.kill();
                }
            } else {
                judge(at, now);
            }
        }
        if (now - pinged >= PING.toNanos() && now - hopedFrom < HOPE.toNanos()) {
            pinged = now;
            ears.state("WATCHDOG=1");
        }
    }

    private void start(long now) {
        try {
            kept = launch.start();
            ears.event("start " + kept.name());
        } catch (IOException e) {
            failures++;
            nextStart = now + Limits.rest(failures).toNanos();
            ears.said("it cannot be started, the next try is in "
                    + Limits.rest(failures).toSeconds() + " s: " + e);
            return;
        }
        ending = null;
        planned = false;
        up = false;
        uneasy = false;
        pictured = false;
        beats = 0;
        started = now;
        silent = 0;
    }

    private void listen(Kept at, long now) {
        long heard = at.beats();
        if (heard != beats) {
            if (uneasy) {
                ears.said(at.name() + " painted nothing for " + seconds(silent) + " and goes on");
            }
            beats = heard;
            silent = 0;
            hopedFrom = now;
            uneasy = false;
            if (!up) {
                up = true;
                ears.event("up " + at.name() + " " + millis(now - started));
                if (!told) {
                    told = true;
                    ears.state("READY=1");
                }
            }
        }
        if (!pictured && at.pictured()) {
            pictured = true;
            ears.event("picture " + at.name() + " " + millis(now - started));
        }
        if (up && now - started >= Limits.CALM.toNanos()) {
            hangs = 0;
        }
    }

    private void judge(Kept at, long now) {
        Duration lived = Duration.ofNanos(now - started);
        Duration patience =
                up ? terms.limits().silence(lived, hangs) : terms.limits().start(hangs);
        if (!uneasy && silent >= patience.toNanos() * UNEASY) {
            uneasy = true;
            at.askThreads();
        }
        DailyWindow daily = terms.daily();
        if (silent >= patience.toNanos()) {
            ears.said(at.name() + " painted nothing for " + seconds(silent) + " and is killed");
            hangs++;
            ending = Fall.Cause.HANG;
            endAsked = now;
            at.kill();
        } else if (daily != null && daily.asks(LocalTime.now(time.day()), lived)) {
            ears.said(at.name() + " is started anew, as every day");
            planned = true;
            endAsked = now;
            at.end();
        }
    }

    private void gone(Kept at, long now) {
        boolean wanted = planned;
        Fall.Cause cause = ending == null ? Fall.Cause.CRASH : ending;
        Duration unpainted = Duration.ofNanos(silent);
        Duration lived = Duration.ofNanos(now - started);
        failures = lived.compareTo(Limits.SETTLED) >= 0 ? 0 : failures + 1;
        kept = null;
        nextStart = now + (wanted ? 0 : Limits.rest(failures).toNanos());
        ears.event("down " + at.name() + " " + (wanted ? "daily" : cause.name().toLowerCase(Locale.ROOT)));
        if (nextStart <= now) {
            start(now);
        }
        if (!wanted) {
            ears.fell(new Fall(cause, at.name(), at.status(), lived, unpainted, at.words(), at.threads()));
        }
    }

    /// Asks the program to end and starts no other; to be followed by `ended` and, when that takes too long, `kill`.
    synchronized void stop() {
        stopped = true;
        ears.state("STOPPING=1");
        Kept at = kept;
        if (at != null) {
            at.end();
        }
    }

    synchronized boolean ended() {
        return kept == null || !kept.alive();
    }

    synchronized void kill() {
        if (kept != null) {
            kept.kill();
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
