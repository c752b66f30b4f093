package org.yiping.server.assessment;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yiping.domain.area.Area;
import org.yiping.domain.assessment.Scheme;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.Span;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Who there is to be assessed, with the names they have now: also those of whom nothing was counted. Any thread.
final class Assessed {
    private static final int PAGE = 1_000;

    private final Rows rows;
    private final ZoneId zone;

    Assessed(Rows rows, ZoneId zone) {
        this.rows = rows;
        this.zone = zone;
    }

    /// Names by id. `area` is the beginning of the codes of the areas asked for, empty for the city.
    Map<String, String> names(Scheme scheme, String area, Span span, FigureRules rules) {
        Map<String, String> names = new TreeMap<>();
        switch (scheme.kind()) {
            case DEPARTMENT -> {
                all(Kinds.DEPARTMENT, Department.class).forEach(d -> names.put(d.id().value(), d.name()));
                names.keySet().removeAll(gone(span, rules));
            }
            case AREA ->
                all(Kinds.AREA, Area.class).stream()
                        .filter(a -> a.level().equals(scheme.level()))
                        .filter(a -> a.code().value().startsWith(area))
                        .forEach(a -> names.put(a.code().value(), a.name()));
            case POST ->
                all(Kinds.PERSON, Person.class).stream()
                        .filter(p -> scheme.post() != null && p.posts().contains(scheme.post()))
                        .filter(p -> area.isEmpty()
                                || p.areas().stream().anyMatch(a -> a.value().startsWith(area)))
                        .forEach(p -> names.put(p.id().value(), p.name()));
        }
        return names;
    }

    /// Departments that had gone into another one before the period began.
    private Set<String> gone(Span span, FigureRules rules) {
        return rules.successors().stream()
                .filter(s -> !s.since().atStartOfDay(zone).toInstant().isAfter(span.from()))
                .map(FigureRules.Successor::department)
                .map(DepartmentId::value)
                .collect(Collectors.toSet());
    }

    private <T> List<T> all(String kind, Class<T> type) {
        List<T> all = new ArrayList<>();
        List<Row> page;
        long after = 0;
        do {
            page = rows.page(kind, CaseFilter.ALL, Reach.CITY, after, PAGE);
            for (Row row : page) {
                all.add(Json.mapper().readValue(row.content(), type));
                after = row.place().born();
            }
        } while (page.size() == PAGE);
        return all;
    }
}
