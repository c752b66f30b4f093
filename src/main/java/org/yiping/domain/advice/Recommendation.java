package org.yiping.domain.advice;

import java.util.List;
import java.util.Optional;
import org.yiping.domain.identity.DepartmentId;

/// The departments proposed for a case (建议责任部门), best first, by which version of the city's rules. Empty where
/// nobody's duty is known: `notes` say why, and nobody is guessed. Immutable; any thread.
public record Recommendation(String version, List<Proposal> items, List<Evidence> notes) {
    public Recommendation {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /// A department with what speaks for and against it.
    public record Proposal(DepartmentId department, double score, List<Evidence> evidence) {
        public Proposal {
            evidence = List.copyOf(evidence);
        }
    }

    public Optional<DepartmentId> first() {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.getFirst().department());
    }
}
