package org.yiping.domain.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiping.domain.Versioned;

/// One version of the city's classes and criteria. A case keeps the version that set its limit. Immutable; any thread.
public record Catalogue(String version, List<CaseClass> classes, Map<ClassCode, CaseClass> byCode)
        implements Versioned {
    public Catalogue(String version, List<CaseClass> classes) {
        this(version, List.copyOf(classes), index(classes));
    }

    public Optional<CaseClass> find(ClassCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The criterion of that class, if both exist and belong together.
    public Optional<Criterion> find(ClassCode code, CriterionId criterion) {
        return find(code)
                .flatMap(c -> c.criteria().stream()
                        .filter(k -> k.id().equals(criterion))
                        .findFirst());
    }

    private static Map<ClassCode, CaseClass> index(List<CaseClass> classes) {
        Map<ClassCode, CaseClass> map = new LinkedHashMap<>();
        for (CaseClass c : classes) {
            if (map.put(c.code(), c) != null) {
                throw new IllegalArgumentException(
                        "class code twice: " + c.code().value());
            }
        }
        return Map.copyOf(map);
    }
}
