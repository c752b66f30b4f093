package org.yiping.domain.report;

import org.jspecify.annotations.Nullable;

/// A report as it is told to somebody: whether it is `mine` to cancel, whether the calendar's came
/// `late`, and how far it is, from 0 to 1, while it waits or is made. Immutable; any thread.
public record ReportCard(
        ReportRun run, boolean mine, boolean late, @Nullable Double progress) {}
