package org.yiping.domain.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A roll-call as it stands: the journal entry whose hash draws it, and everybody drawn with what became of
/// it. Immutable; any thread.
public record RollCallSheet(RollCall call, long revision, String seed, String method, List<Line> lines) {
    public RollCallSheet {
        lines = List.copyOf(lines);
    }

    /// Somebody drawn, in the order of the draw.
    public record Line(
            RollCall.Present present, String name, RollCall.Outcome outcome, RollCall.@Nullable Answer answer) {}

    public long count(RollCall.Outcome outcome) {
        return lines.stream().filter(l -> l.outcome() == outcome).count();
    }
}
