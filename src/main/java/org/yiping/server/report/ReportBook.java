package org.yiping.server.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.city.ReportFolder;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.report.ReportTemplate;
import org.yiping.domain.report.TemplateCode;
import org.yiping.protocol.Json;
import org.yiping.server.data.Meta;
import org.yiping.server.kpi.FigureBook;

/// The city's templates of reports, kept in the storage, and since when each one's schedule holds: what fell due before
/// is nobody's. Immutable; any thread.
public final class ReportBook {
    private static final Logger LOG = LoggerFactory.getLogger(ReportBook.class);
    private static final String NAME = "reports";

    private final List<ReportTemplate> templates;
    private final Map<String, Instant> since;
    private final List<String> faults;

    private record Document(List<ReportTemplate> templates, Map<String, Instant> since) {}

    private ReportBook(List<ReportTemplate> templates, Map<String, Instant> since, List<String> faults) {
        this.templates = List.copyOf(templates);
        this.since = Map.copyOf(since);
        this.faults = List.copyOf(faults);
    }

    /// With what the city's folder has now, where there is one. A file with a fault is told of, and
    /// what stood under its name before stays.
    public static ReportBook open(@Nullable Path city, FigureBook figures, Meta meta, Instant now) {
        Document old = meta.get(NAME)
                .map(text -> Json.mapper().readValue(text, Document.class))
                .orElse(null);
        if (city == null && old != null) {
            return new ReportBook(old.templates(), old.since(), List.of());
        }
        Set<KpiCode> known = figures.versions().getLast().figures().stream()
                .map(FigureRule::code)
                .collect(Collectors.toSet());
        ReportFolder.Read read = ReportFolder.read(city, known);
        read.faults().forEach(f -> LOG.error("{}; the template stays as it was", f));
        Map<String, ReportTemplate> all = new LinkedHashMap<>();
        read.templates().forEach(t -> all.put(t.code().value(), t));
        if (old != null) {
            for (ReportTemplate former : old.templates()) {
                if (read.faults().stream()
                        .anyMatch(f -> f.startsWith(former.code().value() + ".yaml:"))) {
                    all.put(former.code().value(), former);
                }
            }
        }
        Map<String, Instant> since = new LinkedHashMap<>();
        for (ReportTemplate t : all.values()) {
            if (t.schedule() != null) {
                since.put(t.code().value(), since(t, old).orElse(now));
            }
        }
        Document next = new Document(new ArrayList<>(all.values()), since);
        if (!next.equals(old)) {
            meta.set(NAME, Json.mapper().writeValueAsString(next));
        }
        return new ReportBook(next.templates(), since, read.faults());
    }

    /// As before, where the schedule is.
    private static Optional<Instant> since(ReportTemplate t, @Nullable Document old) {
        if (old == null) {
            return Optional.empty();
        }
        boolean same = old.templates().stream()
                .anyMatch(o -> o.code().equals(t.code()) && Objects.equals(o.schedule(), t.schedule()));
        return same ? Optional.ofNullable(old.since().get(t.code().value())) : Optional.empty();
    }

    public List<ReportTemplate> templates() {
        return templates;
    }

    /// Files that were refused, as file, line and reason.
    public List<String> faults() {
        return faults;
    }

    public Optional<ReportTemplate> find(TemplateCode code) {
        return templates.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /// Only what falls due after that is made.
    Instant since(TemplateCode code) {
        return since.getOrDefault(code.value(), Instant.MAX);
    }
}
