package org.yiping.server;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.server.access.Access;
import org.yiping.server.command.CommandDesk;
import org.yiping.server.data.Database;
import org.yiping.server.data.Disclosures;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Scope;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.report.ReportBook;
import org.yiping.server.report.ReportDesk;
import org.yiping.server.report.ReportFiles;
import org.yiping.server.report.ReportMaker;
import org.yiping.server.report.ReportRows;

/// Reports and the thread they are made on: one of their own, because a report may take a minute and requests have few
/// threads. Any thread.
final class Reporting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reporting.class);
    private static final int LAST_SECONDS = 10;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reports").daemon().factory());
    private final ReportDesk desk;

    /// What reports are made of, and where their rows go.
    record Ground(Database database, ReportMaker.City city, FigureDesk figures, CommandDesk desk, Executor threads) {}

    Reporting(Options options, Ground ground, InstantSource clock, LongSupplier freeBytes) throws IOException {
        ReportBook book =
                ReportBook.open(options.city(), ground.figures().book(), new Meta(ground.database()), clock.instant());
        ReportMaker maker = new ReportMaker(
                ground.figures(),
                book,
                ground.city(),
                Access.shipped(),
                new ReportFiles(options.data().resolve("reports"), freeBytes),
                new ReportMaker.Means(ground.threads(), clock, new Disclosures(ground.database())));
        Scope whole = new Scope(ground.city().rules().settings().code(), null);
        desk = new ReportDesk(
                new ReportRows(ground.city().rows(), ground.desk()::write, whole),
                book,
                maker,
                new ReportDesk.Works(worker, clock, ground.figures().zone()));
        desk.open();
    }

    ReportDesk desk() {
        return desk;
    }

    /// From now on the calendar's reports are made, too.
    void watch() {
        var _ = worker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            desk.tick();
        } catch (RuntimeException e) {
            LOG.error("which reports are due could not be looked through", e);
        }
    }

    /// The one that is being made ends at its next step; nobody interrupts it, for it reads the storage.
    @Override
    public void close() {
        desk.close();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a report is still being made while the storage closes");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
