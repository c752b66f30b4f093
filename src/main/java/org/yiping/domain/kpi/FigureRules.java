package org.yiping.domain.kpi;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yiping.domain.Versioned;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.identity.DepartmentId;

/// A version of the city's figures, in force from a day on: the formulas, which sources are the public, and which
/// departments went into which (what happens from `since` on counts for the successor). Immutable; any thread.
public record FigureRules(
        String version,
        LocalDate from,
        List<SourceCode> publicSources,
        List<Successor> successors,
        List<FigureRule> figures)
        implements Versioned {
    private static final int MOST = 300;

    /// A department was renamed into another id, or merged into another.
    public record Successor(DepartmentId department, DepartmentId into, LocalDate since) {
        public Successor {
            Objects.requireNonNull(department, "department");
            Objects.requireNonNull(into, "into");
            Objects.requireNonNull(since, "since");
        }
    }

    public FigureRules {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(from, "from");
        publicSources = List.copyOf(publicSources);
        successors = List.copyOf(successors);
        figures = List.copyOf(figures);
    }

    public Optional<FigureRule> find(KpiCode code) {
        return figures.stream().filter(f -> f.code().equals(code)).findFirst();
    }

    /// What is wrong with it beside its formulas, in words: the code it is about, or the version, and the reason.
    public Optional<String> fault() {
        if (figures.isEmpty() || figures.size() > MOST) {
            return Optional.of(version + ": one to " + MOST + " figures");
        }
        Set<KpiCode> known = new HashSet<>();
        for (FigureRule f : figures) {
            if (!known.add(f.code())) {
                return Optional.of(f.code().value() + ": there twice");
            }
            if (f.better() != null && !f.better().equals("up") && !f.better().equals("down")) {
                return Optional.of(f.code().value() + ": better is up or down");
            }
        }
        for (FigureRule f : figures) {
            for (KpiCode beside : f.companions()) {
                if (!known.contains(beside)) {
                    return Optional.of(f.code().value() + ": stands beside " + beside.value() + ", which is not there");
                }
            }
        }
        Set<DepartmentId> gone = new HashSet<>();
        for (Successor s : successors) {
            if (!gone.add(s.department()) || s.into().equals(s.department())) {
                return Optional.of(version + ": successors of " + s.department().value());
            }
        }
        boolean chained = successors.stream().anyMatch(s -> gone.contains(s.into()));
        return chained
                ? Optional.of(version + ": a successor that was merged itself; name the last one for each")
                : Optional.empty();
    }
}
