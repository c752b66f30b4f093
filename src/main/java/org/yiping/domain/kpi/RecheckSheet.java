package org.yiping.domain.kpi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;

/// A blind re-check as it stands, for one who judges: how many of all were judged and how, and the cards of those cases
/// this person may see. `share`, `lower` and `upper` are percent (Wilson's interval, 95 %), absent while nothing
/// counts.
/// Immutable; any thread.
public record RecheckSheet(
        Recheck recheck,
        int judged,
        int holds,
        int broken,
        @Nullable Double share,
        @Nullable Double lower,
        @Nullable Double upper,
        List<Card> cards) {
    public RecheckSheet {
        cards = List.copyOf(cards);
    }

    /// What whoever looks needs to judge a case: what it was, where, and what it looked like before and afterwards; not
    /// who handled it, when, and how it ended. `verdict` is the own one, never another's.
    public record Card(
            int place,
            CaseId caseId,
            String number,
            ClassCode classCode,
            String description,
            String address,
            @Nullable Position position,
            List<Photo> photos,
            boolean simulated,
            @Nullable String verdict) {
        public Card {
            photos = List.copyOf(photos);
        }
    }

    /// A picture; `after` where it was taken when the case was said to be done.
    public record Photo(String fileId, boolean after) {}

    /// Absent where this person may not see that case.
    public Optional<Card> card(int place) {
        return cards.stream().filter(c -> c.place() == place).findFirst();
    }
}
