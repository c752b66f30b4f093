package org.yiping.console.link;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.protocol.Page;

/// What a link asks of the past. Any thread.
public final class ReplayCalls {
    private static final String REPLAY = "/api/v1/replay";

    private final Calls calls;

    ReplayCalls(Calls calls) {
        this.calls = calls;
    }

    public CompletableFuture<Answer<Page>> state(@Nullable CaseId about, Instant at) {
        return calls.json(Call.get(REPLAY + "/state?at=" + Link.encode(at.toString()) + of(about)), Page.class);
    }

    public CompletableFuture<Answer<Page>> state(long revision, long after) {
        return calls.json(Call.get(REPLAY + "/state?revision=" + revision + "&after=" + after), Page.class);
    }

    public CompletableFuture<Answer<Page>> changes(@Nullable CaseId about, long after, Instant until) {
        return calls.json(
                Call.get(REPLAY + "/changes?after=" + after + "&until=" + Link.encode(until.toString()) + of(about)),
                Page.class);
    }

    private static String of(@Nullable CaseId about) {
        return about == null ? "" : "&caseId=" + Link.encode(about.value());
    }
}
