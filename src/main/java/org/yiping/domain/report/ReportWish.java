package org.yiping.domain.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.FigureScope;

/// What somebody wants written: a report by a `template`, or the list of the cases a `counter` counts,
/// as `format` xlsx or csv. Without `period` it is the template's, of a list the month; without `day`
/// the one that runs; without `scope` all the asker sees; without `language` Chinese. Immutable; any
/// thread.
public record ReportWish(
        @Nullable String template,
        @Nullable String counter,
        @Nullable String format,
        @Nullable String period,
        @Nullable LocalDate day,
        @Nullable FigureScope scope,
        @Nullable String language) {}
