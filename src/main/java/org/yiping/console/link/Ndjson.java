package org.yiping.console.link;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import org.yiping.protocol.SnapshotLine;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;

/// Reads a bulk stream: the revision, the rows, the count. Stateless; any thread.
final class Ndjson {
    private static final ObjectReader LINES = Json.mapper().readerFor(SnapshotLine.class);

    private Ndjson() {}

    /// The revision of a whole stream. Throws `IOException` where it was cut: rows told by then mean
    /// nothing.
    static long read(InputStream in, Consumer<SnapshotLine> rows) throws IOException {
        @Nullable Long revision = null;
        @Nullable Long count = null;
        long seen = 0;
        try (MappingIterator<SnapshotLine> lines = LINES.readValues(in)) {
            while (lines.hasNextValue()) {
                SnapshotLine line = lines.nextValue();
                if (count != null || (revision == null && line.revision() == null)) {
                    throw new IOException("not a bulk stream");
                }
                if (revision == null) {
                    revision = line.revision();
                } else if (line.count() != null) {
                    count = line.count();
                } else {
                    rows.accept(line);
                    seen++;
                }
            }
        }
        if (revision == null || count == null || count != seen) {
            throw new IOException("cut after " + seen + " rows");
        }
        return revision;
    }
}
