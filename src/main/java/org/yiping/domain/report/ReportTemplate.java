package org.yiping.domain.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.Period;

/// How a report looks (报表模板): data of the city, `reports/CODE.yaml`. `period` as figures take it; `of` is
/// `department` where it is written for one, absent where for the city. A `sample` shows how a city might want it.
/// Immutable; any thread.
public record ReportTemplate(
        TemplateCode code,
        String version,
        String title,
        String titleEnglish,
        String period,
        @Nullable String of,
        @Nullable Boolean sample,
        @Nullable ReportSchedule schedule,
        List<ReportSection> sections) {
    private static final int MOST_SECTIONS = 40;

    public ReportTemplate {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(titleEnglish, "titleEnglish");
        Objects.requireNonNull(period, "period");
        sections = List.copyOf(sections);
    }

    public String title(boolean english) {
        return english ? titleEnglish : title;
    }

    public boolean ofDepartment() {
        return "department".equals(of);
    }

    /// A fault and the section it is in, counted from 0; -1 where it is in none.
    public record Fault(int section, String reason) {}

    /// `known` are the city's figures.
    public Optional<Fault> fault(Set<KpiCode> known) {
        if (Period.of(period, Instant.EPOCH.atZone(ZoneOffset.UTC)).isEmpty()) {
            return head("period is day, week, month, quarter, year, or hours or days such as 7d");
        }
        if (of != null && !ofDepartment()) {
            return head("of is department or absent");
        }
        if (sections.isEmpty() || sections.size() > MOST_SECTIONS) {
            return head("one to " + MOST_SECTIONS + " sections");
        }
        if (schedule != null && ofDepartment()) {
            return head("what is written for one department is asked for, not scheduled");
        }
        Optional<String> times = schedule == null ? Optional.empty() : schedule.fault();
        if (times.isPresent()) {
            return head(times.get());
        }
        for (int i = 0; i < sections.size(); i++) {
            Optional<String> fault = sections.get(i).fault(known);
            if (fault.isPresent()) {
                return Optional.of(new Fault(i, fault.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> head(String reason) {
        return Optional.of(new Fault(-1, reason));
    }
}
