package org.yiping.console.store;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportTemplates;
import org.yiping.domain.report.ReportWish;

/// Reports as the platform makes them. Any thread; answers come on the link's threads and never exceptionally.
public interface ReportLookup {
    CompletableFuture<Found<ReportTemplates>> templates();

    /// The newest first.
    CompletableFuture<Found<List<ReportCard>>> newest();

    /// The same name asked for again is the same report.
    CompletableFuture<Found<ReportCard>> order(ReportId id, ReportWish wish);

    CompletableFuture<Found<ReportCard>> cancel(ReportId id);

    /// Its first page as a PNG.
    CompletableFuture<Found<byte[]>> preview(ReportId id);

    /// Fetches a file to `target`, which has its name only when it is whole and what the platform made.
    /// `UI-4120` where it cannot be written there, `UI-4121` where it came otherwise.
    CompletableFuture<Found<Path>> save(ReportRun run, ReportRun.ReportFile file, Path target);
}
