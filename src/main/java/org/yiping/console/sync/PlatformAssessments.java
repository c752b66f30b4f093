package org.yiping.console.sync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.link.Answer;
import org.yiping.console.link.AssessmentCalls;
import org.yiping.console.store.AssessmentLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentCheck;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.CasesBehind;
import org.yiping.domain.kpi.KpiCode;

/// Asks the platform for assessments and for departments called to account. Any thread.
final class PlatformAssessments implements AssessmentLookup {
    private final AssessmentCalls calls;

    PlatformAssessments(AssessmentCalls calls) {
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Found<List<AssessmentRules>>> rules() {
        return found(calls.rules());
    }

    @Override
    public CompletableFuture<Found<List<Assessment>>> all() {
        return found(calls.all());
    }

    @Override
    public CompletableFuture<Found<Assessment>> run(AssessmentId id, AssessmentWish wish) {
        return found(calls.run(id, wish));
    }

    @Override
    public CompletableFuture<Found<CasesBehind>> behind(AssessmentId id, String object, @Nullable KpiCode figure) {
        return found(calls.behind(id, object, figure));
    }

    @Override
    public CompletableFuture<Found<AssessmentCheck>> check(AssessmentId id) {
        return found(calls.check(id));
    }

    @Override
    public CompletableFuture<Found<List<Account>>> accounts() {
        return found(calls.accounts());
    }

    private static <T> CompletableFuture<Found<T>> found(CompletableFuture<Answer<T>> answer) {
        return answer.thenApply(a -> PlatformLookup.found(a, Function.identity()));
    }
}
