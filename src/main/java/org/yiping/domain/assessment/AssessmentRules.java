package org.yiping.domain.assessment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiping.domain.Versioned;

/// A version of how the city assesses, in force from a day on; one that was in force is never changed. `sample` marks
/// what ships as an example and is nobody's rule (样例). Scores are rounded to `decimals` once, half up, and graded as
/// they are shown. `appealDays` is how long those assessed may object. Immutable; any thread.
public record AssessmentRules(
        String version,
        LocalDate from,
        boolean sample,
        List<Grade> grades,
        int decimals,
        int appealDays,
        List<Scheme> schemes)
        implements Versioned {
    private static final int MOST = 50;

    public AssessmentRules {
        grades = List.copyOf(grades);
        schemes = List.copyOf(schemes);
    }

    public Optional<Scheme> find(String code) {
        return schemes.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /// What is wrong with it, in words: the scheme it is about, or the version, and the reason.
    public Optional<String> fault() {
        if (version.isBlank() || schemes.isEmpty() || schemes.size() > MOST) {
            return Optional.of(version + ": one to " + MOST + " schemes");
        }
        if (decimals < 0 || decimals > 4 || appealDays < 0 || appealDays > 90) {
            return Optional.of(version + ": decimals 0 to 4, appealDays 0 to 90");
        }
        Optional<String> grading = Grade.fault(grades);
        if (grading.isPresent()) {
            return Optional.of(version + ": " + grading.get());
        }
        Set<String> known = new HashSet<>();
        for (Scheme scheme : schemes) {
            if (!known.add(scheme.code())) {
                return Optional.of(scheme.code() + ": there twice");
            }
            Optional<String> wrong = scheme.fault();
            if (wrong.isPresent()) {
                return Optional.of(scheme.code() + ": " + wrong.get());
            }
        }
        return Optional.empty();
    }
}
