package org.yiping.server.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads files row by row and hands on what they hold in batches. A row that cannot be taken is refused
/// with its line and reason and gives nothing; the next one is read as if it had not been. One thread.
final class RowLoop<T> {
    private final int most;
    private final Consumer<List<T>> sink;
    private final InstantSource clock;
    private List<T> batch = new ArrayList<>();
    private long read;
    private long taken;
    private long refused;

    /// A batch is handed on as soon as it holds `most`.
    RowLoop(int most, Consumer<List<T>> sink, InstantSource clock) {
        this.most = most;
        this.sink = sink;
        this.clock = clock;
    }

    /// What a row says. Throws `IllegalArgumentException` in words.
    interface Reader<T> {
        List<T> read(List<String> cells);
    }

    /// Finds a file's columns. Throws `UnfitFile`.
    interface Columns<T> {
        Reader<T> of(String file, List<String> header);
    }

    /// What files are read by: `header` is that of files without one.
    record Form<T>(@Nullable List<String> header, Columns<T> columns) {}

    /// `progress` hears after each batch how many rows were read.
    ImportSummary run(List<Path> files, Form<T> form, Consumer<Refusal> told, Consumer<Long> progress)
            throws IOException, InterruptedException {
        Instant started = clock.instant();
        Consumer<Refusal> refusing = r -> {
            refused++;
            told.accept(r);
        };
        for (Path file : files) {
            String name = file.getFileName().toString();
            List<Reader<T>> reader = new ArrayList<>(1);
            read += new Rows(file, StandardCharsets.UTF_8, refusing)
                    .read(
                            file,
                            form.header(),
                            header -> reader.add(form.columns().of(name, header)),
                            (line, cells) -> {
                                try {
                                    batch.addAll(reader.getFirst().read(cells));
                                    taken++;
                                } catch (IllegalArgumentException e) {
                                    refusing.accept(new Refusal(name, line, String.valueOf(e.getMessage())));
                                }
                                if (batch.size() >= most) {
                                    store();
                                    progress.accept(taken + refused);
                                }
                            });
        }
        store();
        double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
        return new ImportSummary(read, taken, refused, 0, 0, seconds);
    }

    private void store() {
        if (!batch.isEmpty()) {
            sink.accept(batch);
            batch = new ArrayList<>();
        }
    }
}
