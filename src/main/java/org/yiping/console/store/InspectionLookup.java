package org.yiping.console.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionProof;
import org.yiping.domain.inspection.InspectionSet;

/// Inspections as the platform keeps them; what is found and answered goes through the outbox. Any thread;
/// answers come on the link's threads and never exceptionally.
public interface InspectionLookup {
    /// The newest first.
    CompletableFuture<Found<List<Inspection.Line>>> all();

    /// What a new plan is made by.
    CompletableFuture<Found<InspectionSet>> set();

    CompletableFuture<Found<Inspection>> one(InspectionId id);

    CompletableFuture<Found<Inspection>> plan(InspectionId id, InspectionPlan.Task task);

    /// Asked again, the same draw.
    CompletableFuture<Found<Inspection>> draw(InspectionId id);

    CompletableFuture<Found<InspectionProof>> proof(InspectionId id);

    /// A photo of one of its cards.
    CompletableFuture<Found<byte[]>> photo(InspectionId id, String fileId);
}
