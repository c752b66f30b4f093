package org.yiping.console.video;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.console.video.Picture.Fault;

/// Judges one stream by what it is told: decides what may be said of its picture and when to try again. Pure: every
/// method is given the time. One thread at a time.
///
/// What has gone wrong stays said until two different pictures prove the opposite, so that a tile does not flicker
/// between offline and connecting while it tries.
final class PictureWatch {
    static final Duration STALLED_AFTER = Duration.ofSeconds(1);
    static final Duration FROZEN_AFTER = Duration.ofSeconds(3);
    static final Duration FIRST_PICTURE_WITHIN = Duration.ofSeconds(10);

    /// So long live that the next fault is a new one and its waits begin small again.
    static final Duration RECOVERED_AFTER = Duration.ofSeconds(5);

    /// What only people change: asking soon and often helps nobody.
    private static final Set<Fault> PEOPLES =
            EnumSet.of(Fault.FORBIDDEN, Fault.SOURCE_REFUSES, Fault.NOT_AT_SOURCE, Fault.NO_ADDRESS);

    private static final Set<Fault> UNANSWERED = EnumSet.of(Fault.UNREACHABLE, Fault.NO_PICTURE);

    private static final Duration RATE_WINDOW = Duration.ofSeconds(2);
    private static final int BARS = 6;

    /// What the owner of the decoder has to do now.
    enum Order {
        CARRY_ON,
        STOP,
        /// Stop, if it runs, and play from anew. Said again until told that it was started.
        START
    }

    private final Backoff backoff;
    private final Deque<Instant> changes = new ArrayDeque<>();
    private final Deque<Double> motion = new ArrayDeque<>();

    private Instant began;
    private Instant attempt;
    private int changesOfAttempt;
    private boolean running;
    private boolean frozen;
    private @Nullable Instant lastChange;
    private @Nullable Instant lastFrame;
    private @Nullable Instant liveSince;
    private @Nullable Instant nextTry;
    private @Nullable Fault fault;
    private @Nullable String blind;
    private Instant faultSince;
    private Instant failedAt;
    private int tries;
    private long bytes = -1;
    private @Nullable Instant bytesMoved;

    PictureWatch(Instant now, Backoff backoff) {
        this.backoff = backoff;
        began = now;
        attempt = now;
        faultSince = now;
        failedAt = now;
    }

    /// The decoder was told to play.
    void started(Instant now) {
        if (nextTry != null) {
            tries++;
        }
        attempt = now;
        running = true;
        changesOfAttempt = 0;
        nextTry = null;
        liveSince = null;
        bytes = -1;
        bytesMoved = null;
    }

    /// The decoder showed a picture: a new one, or the last one again. `difference` from 0 to 1.
    void frame(Instant now, boolean changed, double difference) {
        if (!running) {
            return;
        }
        lastFrame = now;
        if (!changed) {
            return;
        }
        changesOfAttempt++;
        lastChange = now;
        changes.addLast(now);
        forget(now);
        motion.addLast(difference);
        if (motion.size() > BARS) {
            motion.removeFirst();
        }
        if (changesOfAttempt >= 2) {
            proven(now);
        }
    }

    private void proven(Instant now) {
        fault = null;
        blind = null;
        frozen = false;
        nextTry = null;
        if (liveSince == null) {
            liveSince = now;
        } else if (tries > 0 && !now.isBefore(liveSince.plus(RECOVERED_AFTER))) {
            tries = 0;
        }
    }

    /// The decoder gave up, or the other side did.
    void failed(Instant now, Fault why) {
        failedAt = now;
        if (fault == null) {
            faultSince = now;
        }
        fault = why;
        blind = null;
        frozen = false;
        running = false;
        nextTry = why == Fault.REFUSED
                ? null
                : now.plus(PEOPLES.contains(why) ? backoff.longest() : backoff.after(tries));
    }

    /// There is nothing to decode with; looked for again now and then, because it may be installed.
    void blind(Instant now, String reason) {
        failed(now, Fault.DECODER);
        blind = reason;
        nextTry = now.plus(backoff.longest());
    }

    /// It is over for good: from its beginning it would be another stretch of time under the same words.
    void over(Instant now) {
        failed(now, Fault.ENDED);
        nextTry = null;
    }

    /// Whether there has been a picture, in whatever attempt.
    boolean hasShown() {
        return lastChange != null;
    }

    /// Whether the decoder plays, as far as it has told.
    boolean isRunning() {
        return running;
    }

    /// What was refused may be tried again, because it is asked for in another way.
    void mayTryAgain(Instant now) {
        if (fault == Fault.REFUSED) {
            nextTry = now;
        }
    }

    /// Since when nobody has been asked again, where nobody answered and the next try is still to come.
    Optional<Instant> unanswered() {
        return !running && nextTry != null && fault != null && UNANSWERED.contains(fault)
                ? Optional.of(failedAt)
                : Optional.empty();
    }

    /// Who did not answer does again: the next try is now.
    void answersAgain(Instant now) {
        if (nextTry != null && nextTry.isAfter(now)) {
            nextTry = now;
        }
    }

    boolean isRefused() {
        return fault == Fault.REFUSED;
    }

    /// How many bytes the stream has brought so far; asked for while no new picture comes. Bytes that flow under a
    /// still picture mean a still scene or an encoder that hangs; both look alike from here, so the picture
    /// is called frozen all the same, but the connection is good and only tried anew now and then.
    void bytes(Instant now, long total) {
        if (bytes >= 0 && total > bytes) {
            bytesMoved = now;
        }
        bytes = total;
    }

    boolean wantsBytes(Instant now) {
        return running
                && changesOfAttempt > 0
                && !sinceChange(now).minus(STALLED_AFTER).isNegative();
    }

    /// To be asked several times a second.
    Order tick(Instant now) {
        if (nextTry != null && !now.isBefore(nextTry)) {
            return Order.START;
        }
        if (!running) {
            return Order.CARRY_ON;
        }
        if (changesOfAttempt == 0 && lastFrameOfAttempt() == null) {
            if (!now.isBefore(attempt.plus(FIRST_PICTURE_WITHIN))) {
                failed(now, Fault.NO_PICTURE);
                return Order.STOP;
            }
            return Order.CARRY_ON;
        }
        if (sinceChange(now).compareTo(FROZEN_AFTER) < 0) {
            return Order.CARRY_ON;
        }
        liveSince = null;
        frozen = frozen || framesCome(now);
        if (nextTry == null) {
            nextTry = now.plus(bytesFlow(now) ? backoff.longest() : backoff.after(tries));
        }
        return Order.CARRY_ON;
    }

    Picture picture(Instant now) {
        if (blind != null) {
            return new Picture.NoDecoder(blind);
        }
        if (fault != null) {
            return new Picture.Offline(fault, faultSince, tries, nextTry == null ? attempt : nextTry);
        }
        if (frozen) {
            return new Picture.Frozen(
                    lastChange == null ? began : lastChange, tries, nextTry == null ? attempt : nextTry);
        }
        if (lastChange == null) {
            return new Picture.Connecting(began);
        }
        Duration age = Duration.between(lastChange, now);
        if (age.compareTo(STALLED_AFTER) >= 0) {
            return new Picture.Stalled(lastChange);
        }
        if (changesOfAttempt < 2) {
            return new Picture.Connecting(attempt);
        }
        return new Picture.Live(rate(now), age.isNegative() ? Duration.ZERO : age, new ArrayList<>(motion));
    }

    private double rate(Instant now) {
        forget(now);
        Instant first = changes.peekFirst();
        Instant last = changes.peekLast();
        if (first == null || last == null || !first.isBefore(last)) {
            return 0;
        }
        return (changes.size() - 1) * 1e9 / Duration.between(first, last).toNanos();
    }

    private void forget(Instant now) {
        Instant oldest = now.minus(RATE_WINDOW);
        while (!changes.isEmpty() && changes.getFirst().isBefore(oldest)) {
            changes.removeFirst();
        }
    }

    /// A new attempt is given its own time before it is judged.
    private Duration sinceChange(Instant now) {
        Instant from = lastChange == null || lastChange.isBefore(attempt) ? attempt : lastChange;
        return Duration.between(from, now);
    }

    private @Nullable Instant lastFrameOfAttempt() {
        return lastFrame == null || lastFrame.isBefore(attempt) ? null : lastFrame;
    }

    private boolean framesCome(Instant now) {
        return lastFrame != null && Duration.between(lastFrame, now).compareTo(STALLED_AFTER) < 0;
    }

    private boolean bytesFlow(Instant now) {
        return bytesMoved != null && Duration.between(bytesMoved, now).compareTo(STALLED_AFTER) < 0;
    }
}
