package org.yiping.console.link;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentCheck;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.CasesBehind;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.protocol.Json;

/// What a link asks of assessments, and of departments that were called to account. Any thread.
public final class AssessmentCalls {
    private static final String ALL = "/api/v1/assessments";

    private final Calls calls;

    AssessmentCalls(Calls calls) {
        this.calls = calls;
    }

    public CompletableFuture<Answer<List<AssessmentRules>>> rules() {
        return calls.all(ALL + "/schemes", AssessmentRules.class);
    }

    public CompletableFuture<Answer<List<Assessment>>> all() {
        return calls.all(ALL, Assessment.class);
    }

    public CompletableFuture<Answer<Assessment>> run(AssessmentId id, AssessmentWish wish) {
        return calls.json(Call.put(path(id), Json.mapper().writeValueAsBytes(wish)), Assessment.class);
    }

    /// `figure` absent: all that stand behind the score.
    public CompletableFuture<Answer<CasesBehind>> behind(AssessmentId id, String object, @Nullable KpiCode figure) {
        String of = figure == null ? "" : "&figure=" + Link.encode(figure.value());
        return calls.json(Call.get(path(id) + "/cases?object=" + Link.encode(object) + of), CasesBehind.class);
    }

    public CompletableFuture<Answer<AssessmentCheck>> check(AssessmentId id) {
        return calls.json(Call.get(path(id) + "/check"), AssessmentCheck.class);
    }

    public CompletableFuture<Answer<List<Account>>> accounts() {
        return calls.all("/api/v1/accountability", Account.class);
    }

    private static String path(AssessmentId id) {
        return ALL + "/" + Link.encode(id.value());
    }
}
