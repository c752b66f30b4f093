package org.yiping.domain.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The city's templates, each with when it is made by itself next, and which files were refused, as file, line and
/// reason. Immutable; any thread.
public record ReportTemplates(List<Listed> items, List<String> faults) {
    public ReportTemplates {
        items = List.copyOf(items);
        faults = List.copyOf(faults);
    }

    /// `next` is absent where the calendar does not ask for it.
    public record Listed(ReportTemplate template, @Nullable Instant next) {}
}
