package org.yiping.console.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReportLookup;
import org.yiping.domain.report.ReportCard;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.ReportTemplates;
import org.yiping.domain.report.ReportWish;

/// A platform that answers questions about reports when a test lets it.
public final class HeldReports implements ReportLookup {
    public final List<CompletableFuture<Found<List<ReportCard>>>> newest = new ArrayList<>();
    public final List<ReportWish> wishes = new ArrayList<>();
    public final List<ReportId> ordered = new ArrayList<>();
    public final List<CompletableFuture<Found<ReportCard>>> orders = new ArrayList<>();
    public final List<CompletableFuture<Found<ReportCard>>> cancels = new ArrayList<>();
    public Found<Path> saved = new Found.Unreachable<>();

    @Override
    public CompletableFuture<Found<ReportTemplates>> templates() {
        return CompletableFuture.completedFuture(new Found.Got<>(new ReportTemplates(List.of(), List.of())));
    }

    @Override
    public CompletableFuture<Found<List<ReportCard>>> newest() {
        newest.add(new CompletableFuture<>());
        return newest.getLast();
    }

    @Override
    public CompletableFuture<Found<ReportCard>> order(ReportId id, ReportWish wish) {
        wishes.add(wish);
        ordered.add(id);
        orders.add(new CompletableFuture<>());
        return orders.getLast();
    }

    @Override
    public CompletableFuture<Found<ReportCard>> cancel(ReportId id) {
        cancels.add(new CompletableFuture<>());
        return cancels.getLast();
    }

    @Override
    public CompletableFuture<Found<byte[]>> preview(ReportId id) {
        return CompletableFuture.completedFuture(new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<Path>> save(ReportRun run, ReportRun.ReportFile file, Path target) {
        return CompletableFuture.completedFuture(saved);
    }
}
