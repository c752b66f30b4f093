package org.yiping.console.outbox;

import org.yiping.protocol.Problem;

/// What became of one sending. Immutable.
sealed interface Outcome {
    record Accepted(long revision) implements Outcome {}

    /// Trying again would be refused again.
    record Rejected(Problem problem) implements Outcome {}

    /// The platform found it too old.
    record TooOld() implements Outcome {}

    /// It never left: nobody could be reached at all.
    record NeverLeft(String reason) implements Outcome {}

    /// Nobody answered, or the platform is not itself: to be sent again, under the same key.
    record Again(String reason) implements Outcome {}
}
