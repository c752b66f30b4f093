package org.yiping.console.sync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.yiping.console.link.Answer;
import org.yiping.console.link.InspectionCalls;
import org.yiping.console.store.InspectionLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionProof;
import org.yiping.domain.inspection.InspectionSet;

/// Asks the platform for inspections. Any thread.
final class PlatformInspections implements InspectionLookup {
    private final InspectionCalls calls;

    PlatformInspections(InspectionCalls calls) {
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Found<List<Inspection.Line>>> all() {
        return found(calls.all());
    }

    @Override
    public CompletableFuture<Found<InspectionSet>> set() {
        return found(calls.set());
    }

    @Override
    public CompletableFuture<Found<Inspection>> one(InspectionId id) {
        return found(calls.one(id));
    }

    @Override
    public CompletableFuture<Found<Inspection>> plan(InspectionId id, InspectionPlan.Task task) {
        return found(calls.plan(id, task));
    }

    @Override
    public CompletableFuture<Found<Inspection>> draw(InspectionId id) {
        return found(calls.draw(id));
    }

    @Override
    public CompletableFuture<Found<InspectionProof>> proof(InspectionId id) {
        return found(calls.proof(id));
    }

    @Override
    public CompletableFuture<Found<byte[]>> photo(InspectionId id, String fileId) {
        return found(calls.photo(id, fileId));
    }

    private static <T> CompletableFuture<Found<T>> found(CompletableFuture<Answer<T>> answer) {
        return answer.thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }
}
