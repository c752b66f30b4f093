package org.yiping.server.assessment;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.Inputs;
import org.yiping.domain.assessment.Score;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Change;
import org.yiping.server.data.Scope;

/// How assessments lie in the journal: a row for each edition, and one for what each of its scores was counted from,
/// which is written once and goes to nobody. Stateless; any thread.
public final class AssessmentRows {
    private AssessmentRows() {}

    /// An edition's row. As long as it is shown to those assessed, the departments in it see it, and of an edition of
    /// areas whoever answers for one: all of them, because it is put up for all to see (公示). `city` stands for an
    /// edition of the whole city.
    public static Change change(Assessment a, String city) {
        return Change.fact(
                Kinds.ASSESSMENT,
                a.id().value(),
                Json.mapper().writeValueAsString(a),
                a.stage().isShown() ? shown(a, city) : new Scope(area(a, city), null));
    }

    /// Where an edition lies: whoever takes its steps has all of it.
    public static String area(Assessment a, String city) {
        return a.area() == null ? city : a.area().value();
    }

    private static Scope shown(Assessment a, String city) {
        String area = area(a, city);
        String objects = String.join(" ", a.scores().stream().map(Score::object).toList());
        return switch (a.yardstick().scheme().kind()) {
            case DEPARTMENT -> a.area() == null ? Scope.ofCity(area, objects) : new Scope(area, objects);
            case AREA -> new Scope(area + " " + objects, null);
            case POST -> new Scope(area, null);
        };
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

    /// Whether all who are to see it can be named in one row.
    public static boolean fits(Assessment a, String city) {
        Scope scope = shown(a, city);
        return Stream.of(scope.area(), scope.department())
                .allMatch(names -> names == null || names.length() <= Scope.LONGEST);
    }
}
