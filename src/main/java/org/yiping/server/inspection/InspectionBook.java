package org.yiping.server.inspection;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.city.CityFolder;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.inspection.InspectionSet;
import org.yiping.protocol.Json;
import org.yiping.server.data.Meta;

/// Every version of what the city inspects by, as `FigureBook` keeps its figures. Immutable; any thread.
public final class InspectionBook {
    private static final Logger LOG = LoggerFactory.getLogger(InspectionBook.class);
    private static final String NAME = "inspections";

    private record Document(List<InspectionSet> versions) {}

    private final List<InspectionSet> versions;

    private InspectionBook(List<InspectionSet> versions) {
        this.versions = versions.stream()
                .sorted(Comparator.comparing(InspectionSet::from))
                .toList();
    }

    public static InspectionBook load(Meta meta) {
        return new InspectionBook(meta.get(NAME)
                .map(text -> Json.mapper().readValue(text, Document.class).versions())
                .orElseGet(CityFolder::shippedInspections));
    }

    /// The book with what a city's folder has now. A file with a fault, or one that says something else under a
    /// name that was in force, is told of and changes nothing.
    public static InspectionBook adopt(Path folder, Meta meta) {
        InspectionBook old = load(meta);
        try {
            List<InspectionSet> all = new ArrayList<>(meta.get(NAME).isPresent() ? old.versions : List.of());
            for (InspectionSet set : new CityFolder(folder).inspections()) {
                InspectionSet before = all.stream()
                        .filter(v -> v.version().equals(set.version()))
                        .findFirst()
                        .orElse(null);
                if (before == null) {
                    all.add(set);
                } else if (!before.equals(set)) {
                    throw new IllegalArgumentException("inspection.yaml has changed version " + set.version()
                            + ", which is in force: give it another name");
                }
            }
            if (!all.equals(old.versions) || meta.get(NAME).isEmpty()) {
                meta.set(NAME, Json.mapper().writeValueAsString(new Document(all)));
            }
            return new InspectionBook(all);
        } catch (IllegalArgumentException e) {
            LOG.error("{}; inspections stay as they were", e.getMessage());
            return old;
        }
    }

    /// Why problems found by a version become no cases in this workflow, in words for who runs the platform: a city
    /// brings its workflow once, and may have brought it before there were inspections. Empty where all is well.
    public Optional<String> unfiled(Instant at, ZoneId zone, Workflow workflow) {
        InspectionSet set = at(at, zone);
        String action = set.filing().action().value();
        if (workflow.find(set.filing().action(), null).isPresent()) {
            return Optional.empty();
        }
        String missing = "workflow " + workflow.version() + " has no action \"" + action + "\" that opens a case";
        String files = ", by which inspection.yaml " + set.version() + " files problems";
        return Optional.of(missing + files + ": inspections go on, but a problem on a point card becomes no case. Name"
                + " one the workflow has (filing.action) in a new version of inspection.yaml; plans made from then on"
                + " file by it");
    }

    /// The version in force at an instant; before the first it is the first. Of two from the same day on the
    /// later one.
    public InspectionSet at(Instant instant, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        InspectionSet found = versions.getFirst();
        for (InspectionSet set : versions) {
            if (!set.from().isAfter(day)) {
                found = set;
            }
        }
        return found;
    }
}
