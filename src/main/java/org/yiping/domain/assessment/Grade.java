package org.yiping.domain.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A grade (等级) and the score from which it is given, inclusive (domain.md 6.4). Immutable; any thread.
public record Grade(String letter, int from) {
    /// Of a score that is already rounded as it is shown, so that nobody reads 90.0 with a B beside it.
    /// `grades` begin with the best.
    public static String of(List<Grade> grades, BigDecimal score) {
        for (Grade grade : grades) {
            if (score.compareTo(BigDecimal.valueOf(grade.from())) >= 0) {
                return grade.letter();
            }
        }
        return grades.getLast().letter();
    }

    static Optional<String> fault(List<Grade> grades) {
        if (grades.isEmpty() || grades.getLast().from() != 0) {
            return Optional.of("the last grade is from 0");
        }
        for (int i = 1; i < grades.size(); i++) {
            if (grades.get(i).from() >= grades.get(i - 1).from()) {
                return Optional.of("grades begin with the best");
            }
        }
        return Optional.empty();
    }
}
