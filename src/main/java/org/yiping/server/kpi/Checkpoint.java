package org.yiping.server.kpi;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.kpi.Mark;
import org.yiping.domain.kpi.Moment;

/// The table on disk, with the journal's revision it stands at: so that a start reads only what came since. A file that
/// is cut, altered, of another layout, journal or workflow is as good as none; the journal has everything. Written
/// beside the old one, forced to disk, and moved over it. One thread at a time.
final class Checkpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);
    private static final int LAYOUT = 0x59504B01;
    private static final int ROWS_AT_ONCE = 8192;
    private static final int MOST_ROWS = 200_000_000;

    private final Path file;
    private final String journal;
    private final Workflow workflow;

    /// `journal` is the hash it begins with.
    Checkpoint(Path file, String journal, Workflow workflow) {
        this.file = file;
        this.journal = journal;
        this.workflow = workflow;
    }

    /// Whose columns these are, and what their bits and places mean.
    private String owner() {
        return String.join(
                " ", journal, workflow.version(), Arrays.toString(Mark.values()), Arrays.toString(Moment.values()));
    }

    void write(FactTable table) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        CRC32C sum = new CRC32C();
        try (OutputStream plain = Files.newOutputStream(next);
                DataOutputStream out =
                        new DataOutputStream(new CheckedOutputStream(new BufferedOutputStream(plain, 1 << 16), sum))) {
            out.writeInt(LAYOUT);
            out.writeUTF(owner());
            out.writeLong(table.revision());
            out.writeInt(table.size());
            for (Names names : table.names()) {
                out.writeInt(names.all().size());
                for (String text : names.all()) {
                    out.writeUTF(text);
                }
            }
            for (long[] column : longs(table)) {
                write(out, column, table.size());
            }
            for (int[] column : ints(table)) {
                write(out, column, table.size());
            }
            out.writeLong(sum.getValue());
        }
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    Optional<FactTable> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        CRC32C sum = new CRC32C();
        try (InputStream plain = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(
                        new CheckedInputStream(new java.io.BufferedInputStream(plain, 1 << 16), sum))) {
            if (in.readInt() != LAYOUT || !in.readUTF().equals(owner())) {
                return Optional.empty();
            }
            FactTable table = new FactTable(workflow);
            long revision = in.readLong();
            int rows = in.readInt();
            long bytes = Files.size(file);
            if (rows < 0 || rows > MOST_ROWS || rows > bytes / 100) {
                throw new IOException("says it holds " + rows + " cases in " + bytes + " bytes");
            }
            for (Names names : table.names()) {
                int texts = in.readInt();
                for (int i = 0; i < texts; i++) {
                    names.of(in.readUTF());
                }
            }
            table.restore(rows, revision);
            for (long[] column : longs(table)) {
                read(in, column, rows);
            }
            for (int[] column : ints(table)) {
                read(in, column, rows);
            }
            long own = sum.getValue();
            if (in.readLong() != own) {
                throw new IOException("its checksum is another");
            }
            table.reindex();
            return Optional.of(table);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be used, figures are counted anew from the journal: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static List<long[]> longs(FactTable table) {
        List<long[]> all = new ArrayList<>(List.of(table.moments));
        all.addAll(List.of(table.longs()));
        return all;
    }

    private static List<int[]> ints(FactTable table) {
        List<int[]> all = new ArrayList<>(List.of(table.by));
        all.addAll(List.of(table.ints()));
        return all;
    }

    private static void write(DataOutputStream out, long[] column, int rows) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(ROWS_AT_ONCE * Long.BYTES);
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            int many = Math.min(ROWS_AT_ONCE, rows - from);
            some.asLongBuffer().put(column, from, many);
            out.write(some.array(), 0, many * Long.BYTES);
        }
    }

    private static void write(DataOutputStream out, int[] column, int rows) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(ROWS_AT_ONCE * Integer.BYTES);
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            int many = Math.min(ROWS_AT_ONCE, rows - from);
            some.asIntBuffer().put(column, from, many);
            out.write(some.array(), 0, many * Integer.BYTES);
        }
    }

    private static void read(DataInputStream in, long[] column, int rows) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(ROWS_AT_ONCE * Long.BYTES);
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            int many = Math.min(ROWS_AT_ONCE, rows - from);
            in.readFully(some.array(), 0, many * Long.BYTES);
            some.asLongBuffer().get(column, from, many);
        }
    }

    private static void read(DataInputStream in, int[] column, int rows) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(ROWS_AT_ONCE * Integer.BYTES);
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            int many = Math.min(ROWS_AT_ONCE, rows - from);
            in.readFully(some.array(), 0, many * Integer.BYTES);
            some.asIntBuffer().get(column, from, many);
        }
    }
}
