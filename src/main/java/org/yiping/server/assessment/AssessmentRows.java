package org.yiping.server.assessment;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.Inputs;
import org.yiping.domain.assessment.ObjectKind;
import org.yiping.domain.assessment.Score;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Change;
import org.yiping.server.data.Scope;

/// How assessments lie in the journal: a row for each edition, and one for what each of its scores was counted from,
/// which is written once and goes to nobody. Stateless; any thread.
public final class AssessmentRows {
    private AssessmentRows() {}

    /// An edition's row. As long as it is shown to those assessed, the departments in it see it: all of them, because
    /// it
    /// is put up for all to see (公示).
    public static Change change(Assessment a, @Nullable String area) {
        boolean shown = a.stage().isShown() && a.yardstick().scheme().kind() == ObjectKind.DEPARTMENT;
        return Change.fact(
                Kinds.ASSESSMENT,
                a.id().value(),
                Json.mapper().writeValueAsString(a),
                new Scope(area, shown ? departments(a) : null));
    }

    /// `place` is the object's among the edition's scores.
    public static Change change(Inputs inputs, int place, @Nullable String area) {
        return Change.fact(
                Kinds.ASSESSMENT_INPUTS,
                inputs(inputs.assessment(), place),
                Json.mapper().writeValueAsString(inputs),
                new Scope(area, null));
    }

    /// The id of the row that keeps what an object's score was counted from.
    public static String inputs(AssessmentId id, int place) {
        return id.value() + "/" + place;
    }

    private static String departments(Assessment a) {
        return String.join(" ", a.scores().stream().map(Score::object).toList());
    }

    /// Whether the departments in it can be named in one row.
    public static boolean fits(Assessment a) {
        return departments(a).length() <= Scope.LONGEST;
    }
}
