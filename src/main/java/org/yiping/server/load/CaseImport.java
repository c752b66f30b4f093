package org.yiping.server.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.casework.Workflow;

/// Imports foreign case files by a mapping: every row is taken or refused with file and line, none is dropped.
///
/// Rows are read on the calling thread, written as JSON on any of `encoding`, hashed and stored on the
/// one thread of `storing`: the journal's chain is one line, everything before it is not. At most
/// `AHEAD` batches are under way, which bounds memory. One import at a time.
public final class CaseImport {
    private static final int BATCH = 2000;
    private static final int AHEAD = 4;

    private final CaseMapping mapping;
    private final CaseReader reader;
    private final ForeignNames names;
    private final CaseSink sink;
    private final Threads threads;
    private final InstantSource clock;
    private final Deque<CompletableFuture<?>> pending = new ArrayDeque<>();
    private List<CaseSink.Imported> batch = new ArrayList<>(BATCH);

    /// Who works: `storing` has one thread.
    public record Threads(Executor encoding, Executor storing) {}

    public CaseImport(CaseMapping mapping, Known known, CaseSink sink, Threads threads, InstantSource clock) {
        this.mapping = mapping;
        this.names = new ForeignNames(mapping.name(), known.classes(), known.departments());
        this.reader = new CaseReader(mapping, known.workflow(), known.areas(), names);
        this.sink = sink;
        this.threads = threads;
        this.clock = clock;
    }

    /// What the city already has.
    public record Known(
            Workflow workflow,
            AreaFinder areas,
            Iterable<org.yiping.domain.catalogue.CaseClass> classes,
            Iterable<org.yiping.domain.identity.Department> departments) {}

    /// How far it is; `bytes` of `totalBytes` of the files as they lie on disk, by whole files.
    public record Progress(long read, long bytes, long totalBytes) {}

    public ImportSummary run(List<Path> files, Consumer<Refusal> refused, Consumer<Progress> progress)
            throws IOException, InterruptedException {
        Counter count = new Counter();
        var started = clock.instant();
        long total = files.stream().mapToLong(CaseImport::size).sum();
        long done = 0;
        Consumer<Refusal> counted = r -> {
            count.refused++;
            refused.accept(r);
        };
        for (Path file : files) {
            long before = done;
            Rows rows = new Rows(file, mapping.charset(), counted);
            String name = file.getFileName().toString();
            count.read += rows.read(file, reader::header, (line, cells) -> {
                take(name, line, cells, count, counted);
                if ((count.taken + count.refused) % 2000 == 0) {
                    progress.accept(new Progress(count.taken + count.refused, before, total));
                }
            });
            done += size(file);
            progress.accept(new Progress(count.read, done, total));
        }
        store();
        await(0);
        double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
        return new ImportSummary(count.read, count.taken, count.refused, count.flagged, count.noLocation, seconds);
    }

    private void take(String name, long line, List<String> cells, Counter count, Consumer<Refusal> refused)
            throws InterruptedException {
        CaseSink.Imported imported;
        try {
            imported = reader.read(cells);
        } catch (IllegalArgumentException e) {
            refused.accept(new Refusal(name, line, String.valueOf(e.getMessage())));
            return;
        }
        count.taken++;
        if (!imported.fact().progress().flags().isEmpty()) {
            count.flagged++;
        }
        if (imported.fact().place().position() == null) {
            count.noLocation++;
        }
        batch.add(imported);
        if (batch.size() == BATCH) {
            store();
        }
    }

    private void store() throws InterruptedException {
        await(AHEAD - 1);
        List<CaseSink.Imported> full = batch;
        batch = new ArrayList<>(BATCH);
        var classes = names.takeClasses();
        var departments = names.takeDepartments();
        CompletableFuture<CaseSink.Encoded> encoded =
                CompletableFuture.supplyAsync(() -> sink.encode(full), threads.encoding());
        // in the order of the files, whichever batch is encoded first: after the one before was stored without fault
        CompletableFuture<?> before = pending.isEmpty() ? CompletableFuture.completedFuture(null) : pending.getLast();
        pending.add(before.thenCombine(encoded, (_, ready) -> ready)
                .thenAcceptAsync(
                        ready -> {
                            if (!classes.isEmpty()) {
                                sink.classes("import-" + mapping.name(), classes);
                            }
                            if (!departments.isEmpty()) {
                                sink.departments(departments);
                            }
                            ready.store();
                        },
                        threads.storing()));
    }

    /// Waits until no more than `left` batches are under way.
    private void await(int left) throws InterruptedException {
        while (pending.size() > left) {
            try {
                pending.removeFirst().get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("storing failed; what was stored before stays", e.getCause());
            }
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static final class Counter {
        private long read;
        private long taken;
        private long refused;
        private long flagged;
        private long noLocation;
    }
}
