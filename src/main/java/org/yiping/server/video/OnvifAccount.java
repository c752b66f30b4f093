package org.yiping.server.video;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// One name at one host, as the host counts wrong passwords: for all its channels together. Until a login has been
/// accepted they are sent one at a time, and what was refused is not sent again for `LOCKED`. Any thread.
final class OnvifAccount {
    static final Duration LOCKED = Duration.ofMinutes(30);

    /// A password may be changed at any time: what was accepted a while ago is tried by one again.
    static final Duration ACCEPTED = Duration.ofMinutes(1);

    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Instant lockedUntil = Instant.MIN;
    private volatile Instant acceptedUntil = Instant.MIN;

    /// `patience` is how long somebody waits for the others.
    OnvifAccount(Duration patience) {
        this.patience = patience;
    }

    /// Nobody may log in now.
    boolean isLocked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    boolean isAccepted(Instant now) {
        return now.isBefore(acceptedUntil);
    }

    void accepted(Instant now) {
        acceptedUntil = now.plus(ACCEPTED);
    }

    void refused(Instant now) {
        acceptedUntil = Instant.MIN;
        lockedUntil = now.plus(LOCKED);
    }

    /// Waits until nobody else is logging in; then nobody is until `leave`.
    void enter() {
        try {
            if (turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new VideoFault("busy"); // which says nothing of whether the device is there
    }

    void leave() {
        turn.unlock();
    }
}
