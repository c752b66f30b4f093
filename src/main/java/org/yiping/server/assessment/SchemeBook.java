package org.yiping.server.assessment;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.city.CityFolder;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.protocol.Json;
import org.yiping.server.data.Meta;

/// Every version of how the city assesses. Kept in the storage; a city that has brought none has the shipped samples.
/// Immutable; any thread.
public final class SchemeBook {
    private static final Logger LOG = LoggerFactory.getLogger(SchemeBook.class);
    private static final String NAME = "assessment";

    private record Document(List<AssessmentRules> versions) {}

    private final List<AssessmentRules> versions;

    SchemeBook(List<AssessmentRules> versions) {
        this.versions = versions.stream()
                .sorted(Comparator.comparing(AssessmentRules::from))
                .toList();
    }

    public static SchemeBook load(Meta meta) {
        return new SchemeBook(meta.get(NAME)
                .map(text -> Json.mapper().readValue(text, Document.class).versions())
                .orElseGet(CityFolder::shippedAssessment));
    }

    /// The book with what a city's folder has now. Versions are kept for ever; a file with a fault, or one that says
    /// something else under a name that was in force, is told of and changes nothing.
    public static SchemeBook adopt(Path folder, Meta meta) {
        SchemeBook old = load(meta);
        try {
            List<AssessmentRules> all = new ArrayList<>(meta.get(NAME).isPresent() ? old.versions : List.of());
            for (AssessmentRules rules : new CityFolder(folder).assessment()) {
                if (all.stream().noneMatch(v -> v.version().equals(rules.version()))) {
                    all.add(rules);
                } else if (!all.contains(rules)) {
                    throw new IllegalArgumentException("assessment.json has changed version " + rules.version()
                            + ", which is in force: give it another name");
                }
            }
            meta.set(NAME, Json.mapper().writeValueAsString(new Document(all)));
            return new SchemeBook(all);
        } catch (IllegalArgumentException e) {
            LOG.error("{}; the assessment schemes stay as they were", e.getMessage());
            return old;
        }
    }

    /// The version in force on a day; before the first it is the first. Of two from the same day on the later one.
    public AssessmentRules on(LocalDate day) {
        AssessmentRules found = versions.getFirst();
        for (AssessmentRules rules : versions) {
            if (!rules.from().isAfter(day)) {
                found = rules;
            }
        }
        return found;
    }

    public List<AssessmentRules> versions() {
        return versions;
    }
}
