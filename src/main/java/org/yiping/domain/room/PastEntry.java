package org.yiping.domain.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Review;

/// One entry of the journal as a replay tells it (回放): when something was written, and what it said. Immutable; any
/// thread.
public record PastEntry(long revision, Instant at, Fact fact) {
    /// What can be replayed.
    public sealed interface Fact {
        CaseId about();
    }

    /// A case as it stood from then on; without its row where it had left the sight of whoever asks.
    public record OfCase(CaseId about, @Nullable Case value) implements Fact {}

    public record OfRecord(FlowRecord value) implements Fact {
        @Override
        public CaseId about() {
            return value.caseId();
        }
    }

    public record OfReview(Review value) implements Fact {
        @Override
        public CaseId about() {
            return value.caseId();
        }
    }
}
