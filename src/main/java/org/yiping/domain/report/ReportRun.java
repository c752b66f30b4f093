package org.yiping.domain.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.kpi.FigureScope;

/// A report that was asked for, from then on for good: who asked, of what, what became of it. `template` absent is a
/// list of cases, those `counter` counts. `areas` and `department` are what the asker sees: more is not in it. `due` is
/// there where the calendar asked. Immutable; any thread.
public record ReportRun(
        ReportId id,
        @Nullable TemplateCode template,
        @Nullable String version,
        String title,
        String period,
        @Nullable LocalDate day,
        FigureScope scope,
        @Nullable String counter,
        String language,
        List<String> formats,
        List<String> areas,
        @Nullable String department,
        Actor by,
        String name,
        Instant asked,
        @Nullable Instant due,
        String state,
        @Nullable Instant ended,
        @Nullable String fault,
        @Nullable Long rows,
        @Nullable Instant dataAt,
        List<ReportFile> files) {
    public static final String ORDERED = "ordered";
    public static final String DONE = "done";
    public static final String FAILED = "failed";
    public static final String CANCELLED = "cancelled";

    public static final String XLSX = "xlsx";
    public static final String PDF = "pdf";
    public static final String CSV = "csv";
    /// The first page as a picture.
    public static final String PNG = "png";

    public ReportRun {
        formats = List.copyOf(formats);
        areas = List.copyOf(areas);
        files = List.copyOf(files);
    }

    /// A file that was made whole.
    public record ReportFile(String format, long bytes, String sha256) {}

    public boolean english() {
        return "en".equals(language);
    }

    public boolean listsCases() {
        return template == null;
    }

    public boolean goesOn() {
        return state.equals(ORDERED);
    }

    /// Whether the calendar asked, and the platform only came to it later than it should.
    public boolean late() {
        return due != null && asked.isAfter(due.plusSeconds(LATE_SECONDS));
    }

    /// A minute is no delay.
    private static final long LATE_SECONDS = 60;

    public ReportRun done(Instant at, Instant data, @Nullable Long lines, List<ReportFile> made) {
        return ended(DONE, at, null, data, lines, made);
    }

    /// `why` is a code: disk-full, write, data, template; unknown where nobody knows which cases a list asks for.
    public ReportRun failed(Instant at, String why) {
        return ended(FAILED, at, why, null, null, List.of());
    }

    public ReportRun cancelled(Instant at) {
        return ended(CANCELLED, at, null, null, null, List.of());
    }

    private ReportRun ended(
            String how,
            Instant at,
            @Nullable String why,
            @Nullable Instant data,
            @Nullable Long lines,
            List<ReportFile> made) {
        return new ReportRun(
                id,
                template,
                version,
                title,
                period,
                day,
                scope,
                counter,
                language,
                formats,
                areas,
                department,
                by,
                name,
                asked,
                due,
                how,
                at,
                why,
                lines,
                data,
                made);
    }
}
