package org.yiping.domain.shift;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.Actor;

/// A shift's card (交接班卡): what the outgoing leader signs and the incoming one signs for. The platform makes the
/// card from the journal when the first has signed; it is absent for that moment. Immutable; any thread.
public record Handover(
        HandoverId id,
        Instant since,
        Signature outgoing,
        @Nullable Card card,
        @Nullable Signature incoming) {

    public record Signature(Actor by, Instant at, String note) {}

    /// `counts`: open, overdue, due-soon, supervised, suspended as of `revision`; reported, filed, closed since the
    /// shift's start. The lists name the most urgent of each, `notable` what was out of the ordinary, oldest first;
    /// `left` is how much of it did not fit.
    public record Card(
            long revision,
            Instant at,
            Map<String, Integer> counts,
            List<CaseId> overdue,
            List<CaseId> supervised,
            List<CaseId> suspended,
            List<Event> notable,
            int left) {
        public Card {
            counts = Map.copyOf(counts);
            overdue = List.copyOf(overdue);
            supervised = List.copyOf(supervised);
            suspended = List.copyOf(suspended);
            notable = List.copyOf(notable);
        }
    }

    /// `caseId` is absent for what is about no case, e.g. a rule that was stopped: `subject` names it then.
    public record Event(
            Instant at,
            @Nullable CaseId caseId,
            @Nullable String subject,
            ActionCode action,
            @Nullable Actor by,
            String note) {}

    public Handover with(Card made) {
        return new Handover(id, since, outgoing, made, incoming);
    }

    public Handover taken(Signature by) {
        return new Handover(id, since, outgoing, card, by);
    }
}
