package org.yiping.console.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.kpi.RecheckId;
import org.yiping.domain.kpi.RecheckSheet;

/// Blind re-checks as the platform keeps them. Any thread; answers come on the link's threads and never exceptionally.
public interface RecheckLookup {
    /// The newest first.
    CompletableFuture<Found<List<RecheckSheet>>> all();

    /// Draws `size` of what a counter counted in a frame. A name draws once; asked again, the same sample.
    CompletableFuture<Found<RecheckSheet>> draw(RecheckId id, String counter, int size, Frame frame);

    /// What was found of the case at that place; the last word holds.
    CompletableFuture<Found<RecheckSheet>> judge(RecheckId id, int place, String verdict, String note);
}
