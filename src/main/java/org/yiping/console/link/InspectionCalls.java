package org.yiping.console.link;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.domain.inspection.Inspection;
import org.yiping.domain.inspection.InspectionId;
import org.yiping.domain.inspection.InspectionPlan;
import org.yiping.domain.inspection.InspectionProof;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.protocol.Json;

/// What a link asks of inspections. Any thread.
public final class InspectionCalls {
    private static final String ALL = "/api/v1/inspections";

    private final Calls calls;

    InspectionCalls(Calls calls) {
        this.calls = calls;
    }

    public CompletableFuture<Answer<List<Inspection.Line>>> all() {
        return calls.all(ALL, Inspection.Line.class);
    }

    public CompletableFuture<Answer<InspectionSet>> set() {
        return calls.json(Call.get(ALL + "/set"), InspectionSet.class);
    }

    public CompletableFuture<Answer<Inspection>> one(InspectionId id) {
        return calls.json(Call.get(path(id)), Inspection.class);
    }

    public CompletableFuture<Answer<Inspection>> plan(InspectionId id, InspectionPlan.Task task) {
        return calls.json(Call.put(path(id), Json.mapper().writeValueAsBytes(task)), Inspection.class);
    }

    public CompletableFuture<Answer<Inspection>> draw(InspectionId id) {
        return calls.json(Call.put(path(id) + "/draw", new byte[0]), Inspection.class);
    }

    public CompletableFuture<Answer<InspectionProof>> proof(InspectionId id) {
        return calls.json(Call.get(path(id) + "/proof"), InspectionProof.class);
    }

    public CompletableFuture<Answer<byte[]>> photo(InspectionId id, String fileId) {
        return calls.bytes(Call.get(path(id) + "/picture?file=" + Link.encode(fileId)));
    }

    private static String path(InspectionId id) {
        return ALL + "/" + Link.encode(id.value());
    }
}
