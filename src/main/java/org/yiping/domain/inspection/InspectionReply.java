package org.yiping.domain.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yiping.domain.identity.Actor;

/// One filled questionnaire (问卷): who entered it, not who answered. Immutable; any thread.
public record InspectionReply(InspectionId plan, String id, Form form, Actor by, Instant at) {
    public record Form(List<Given> given, boolean simulated) {
        public Form {
            given = List.copyOf(given);
        }

        /// The mark of a dimension, 0 to 1: what was answered by the questions' weights; empty where nothing
        /// was.
        public OptionalDouble share(InspectionSet set, String dimension) {
            double got = 0;
            double weights = 0;
            for (InspectionSet.Question question : set.questions()) {
                Double share = given.stream()
                        .filter(g -> g.question().equals(question.code()))
                        .findFirst()
                        .flatMap(g -> question.find(g.choice()))
                        .flatMap(c -> Optional.ofNullable(c.share()))
                        .orElse(null);
                if (question.dimension().equals(dimension) && share != null) {
                    got += question.weight() * share;
                    weights += question.weight();
                }
            }
            return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(got / weights);
        }
    }

    public record Given(String question, String choice) {}
}
