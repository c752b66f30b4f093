package org.yiping.domain.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Actor;

/// An inspection as it stands: the plan, where its entry is in the journal and the hash it has there (the
/// commitment), what was drawn, found and answered, what that comes to, and what the one before came to.
/// Immutable; any thread.
public record Inspection(
        InspectionPlan plan,
        long revision,
        String commitment,
        @Nullable InspectionDraw draw,
        List<InspectionCard> cards,
        InspectionScore score,
        @Nullable Before before,
        Instant at) {
    public Inspection {
        cards = List.copyOf(cards);
    }

    /// The last inspection of the same area that ended before this one began.
    public record Before(InspectionId id, String name, InspectionScore score) {}

    /// A line of a list.
    public record Line(
            InspectionId id,
            InspectionPlan.Task task,
            String version,
            boolean sample,
            boolean drawn,
            int points,
            int done,
            Actor by,
            Instant at) {}

    public List<SamplePoint> points() {
        return draw == null ? List.of() : draw.points();
    }

    public Optional<InspectionCard> card(int place) {
        return cards.stream().filter(c -> c.place() == place).findFirst();
    }
}
