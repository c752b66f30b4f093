package org.yiping.console.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.protocol.Push;

/// How to go on after a break: from the cursor while the frames join on to it, by a snapshot when they do
/// not. Confined to the writer's thread, except `caughtUp`.
///
/// A gap is first answered by reconnecting, because frames in flight may have been lost with the line; a
/// second gap without progress between them means that the platform cannot close it.
final class Resume {
    private static final Logger LOG = LoggerFactory.getLogger(Resume.class);

    private long last;
    private long target = Long.MAX_VALUE;
    private boolean snapshotNeeded;
    private boolean gapBefore;
    private boolean cacheBehind;
    private volatile boolean caughtUp;

    void startAt(long revision) {
        last = revision;
        snapshotNeeded = false;
        gapBefore = false;
    }

    long last() {
        return last;
    }

    /// Where a restart may go on. A cache that did not take a snapshot has rows of no revision: it must
    /// be read anew.
    long cursor() {
        return cacheBehind ? 0 : last;
    }

    void cacheBehind(boolean behind) {
        cacheBehind = behind;
    }

    boolean needsSnapshot() {
        return snapshotNeeded;
    }

    void snapshotNeeded() {
        snapshotNeeded = true;
    }

    /// Whether everything the platform had when it greeted is applied.
    boolean caughtUp() {
        return caughtUp;
    }

    void lost() {
        caughtUp = false;
        target = Long.MAX_VALUE;
    }

    /// Whether to go on after the greeting: a platform behind this console has another journal.
    boolean greeted(Push.Hello hello) {
        if (snapshotNeeded) {
            return false;
        }
        if (hello.revision() < last) {
            LOG.warn("the platform stands at {}, this console at {}: another journal", hello.revision(), last);
            snapshotNeeded = true;
            return false;
        }
        target = hello.revision();
        caughtUp = last >= target;
        return true;
    }

    /// Whether to go on. Frames come in order: what the greeting owed has come before a heartbeat, and
    /// one that says more was told than came here tells of a lost frame.
    boolean heartbeat(long told) {
        if (snapshotNeeded) {
            return false;
        }
        if (told > last) {
            return gap(told);
        }
        caughtUp = true;
        gapBefore = false;
        return true;
    }

    private boolean gap(long follows) {
        LOG.warn("a gap: the frame follows {}, this console stands at {}", follows, last);
        snapshotNeeded |= gapBefore;
        gapBefore = true;
        return false;
    }

    boolean takes(Push.Delta delta) {
        if (snapshotNeeded) {
            return false; // what was on its way when that was found
        }
        if (delta.after() != last || delta.upto() < last) {
            return gap(delta.after());
        }
        last = delta.upto();
        gapBefore = false;
        caughtUp |= last >= target;
        return true;
    }
}
