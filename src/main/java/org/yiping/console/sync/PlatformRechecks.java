package org.yiping.console.sync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.yiping.console.link.RecheckCalls;
import org.yiping.console.store.FigureLookup.Frame;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.RecheckLookup;
import org.yiping.domain.kpi.RecheckId;
import org.yiping.domain.kpi.RecheckSheet;

/// Asks the platform for blind re-checks. Any thread.
final class PlatformRechecks implements RecheckLookup {
    private final RecheckCalls calls;

    PlatformRechecks(RecheckCalls calls) {
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Found<List<RecheckSheet>>> all() {
        return calls.all().thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<RecheckSheet>> draw(RecheckId id, String counter, int size, Frame f) {
        return calls.draw(
                        id,
                        counter,
                        size,
                        f.period(),
                        f.day() == null ? null : f.day().toString(),
                        f.scope())
                .thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }

    @Override
    public CompletableFuture<Found<RecheckSheet>> judge(RecheckId id, int place, String verdict, String note) {
        return calls.judge(id, place, verdict, note).thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }
}
