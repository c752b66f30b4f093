package org.yiping.console.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentCheck;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.CasesBehind;
import org.yiping.domain.kpi.KpiCode;

/// Assessments and departments called to account as the platform keeps them; steps and notices go through the outbox.
/// Any thread; answers come on the link's threads and never exceptionally.
public interface AssessmentLookup {
    /// Every version of how the city assesses.
    CompletableFuture<Found<List<AssessmentRules>>> rules();

    /// The editions this person may see, in the order in which they were run.
    CompletableFuture<Found<List<Assessment>>> all();

    /// Runs one; asked again under the same name it answers the same.
    CompletableFuture<Found<Assessment>> run(AssessmentId id, AssessmentWish wish);

    /// The cases by which a figure cost an object points; without a figure all behind its score.
    CompletableFuture<Found<CasesBehind>> behind(AssessmentId id, String object, @Nullable KpiCode figure);

    /// Counts it again, which may take seconds.
    CompletableFuture<Found<AssessmentCheck>> check(AssessmentId id);

    /// Departments with a notice or a published score.
    CompletableFuture<Found<List<Account>>> accounts();
}
