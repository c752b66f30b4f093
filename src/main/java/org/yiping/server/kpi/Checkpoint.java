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
import java.util.Arrays;
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
    private static final int LONGS = FactTable.MOMENTS + 5;
    private static final int INTS = FactTable.MOMENTS + 4;
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
            columns(table, (block, rows, column) -> write(out, block.longs().get(column), rows), LONGS);
            columns(table, (block, rows, column) -> write(out, block.ints().get(column), rows), INTS);
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
            columns(table, (block, many, column) -> read(in, block.longs().get(column), many), LONGS);
            columns(table, (block, many, column) -> read(in, block.ints().get(column), many), INTS);
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

    private interface Part {
        void of(FactBlock block, int rows, int column) throws IOException;
    }

    /// Column by column, each of them block by block.
    private static void columns(FactTable table, Part part, int columns) throws IOException {
        for (int column = 0; column < columns; column++) {
            for (int block = 0; block < table.blocks().size(); block++) {
                part.of(table.blocks().get(block), table.rows(block), column);
            }
        }
    }

    private static void write(DataOutputStream out, long[] column, int rows) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(rows * Long.BYTES);
        some.asLongBuffer().put(column, 0, rows);
        out.write(some.array());
    }

    private static void write(DataOutputStream out, int[] column, int rows) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(rows * Integer.BYTES);
        some.asIntBuffer().put(column, 0, rows);
        out.write(some.array());
    }

    private static void read(DataInputStream in, long[] column, int rows) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(rows * Long.BYTES);
        in.readFully(some.array());
        some.asLongBuffer().get(column, 0, rows);
    }

    private static void read(DataInputStream in, int[] column, int rows) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(rows * Integer.BYTES);
        in.readFully(some.array());
        some.asIntBuffer().get(column, 0, rows);
    }
}
