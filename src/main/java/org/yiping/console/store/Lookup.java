package org.yiping.console.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.kpi.KpiCode;

/// What windows ask the platform for on demand, because no store holds it. Any thread; answers come on
/// the link's threads and never exceptionally: not being reached is an answer.
public interface Lookup {
    /// Loads this case's flow records into `Stores.records()` and keeps them current until the
    /// subscription is closed.
    Subscription open(CaseId id);

    /// What this post may do with the case now, and why not, as the server sees it.
    CompletableFuture<Found<List<Offer>>> actions(CaseId id);

    /// Exactly the cases behind a figure.
    CompletableFuture<Found<List<Case>>> casesBehind(KpiCode code);

    CompletableFuture<Found<List<CameraStream>>> streams(CameraId id);

    /// The content of a photo; kept on disk once fetched.
    CompletableFuture<Found<byte[]>> file(String fileId);

    /// An answer on demand.
    sealed interface Found<T> {
        record Got<T>(T value) implements Found<T> {}

        /// `code` leads to the help text, `detail` is in the operator's language.
        record Refused<T>(String code, String detail) implements Found<T> {}

        record Unreachable<T>() implements Found<T> {}
    }

    /// One button of the workflow; `refusal` is an open code, absent where allowed.
    record Offer(
            ActionCode action, boolean allowed, @Nullable String refusal, Workflow.Transition transition) {}
}
