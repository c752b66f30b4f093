package org.yiping.console.cache;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.component.ComponentBytes;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.geo.Feature;

/// Bulk layers as plain files `layers/NAME-REVISION.bin` with a checksum at the end. A file that does not
/// add up is deleted and fetched again; until then an empty `layers/NAME.lost` says that there was one, because a layer
/// that is lost must not look like one the city does not have. Blocks; any thread, one at a time for one layer.
public final class LayerFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LayerFiles.class);
    private static final int MAGIC = 0x59504C31;
    private static final int CHECKSUM_BYTES = Integer.BYTES;
    private static final String BASE = "layer-";
    private static final String COMPONENTS = "components";
    private static final String LOST = ".lost";
    private static final byte TABLE = 'E'; // C and D were rows, one after another
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern FILE = Pattern.compile("(.+)-(\\d+)\\.bin");

    private final Path folder;

    LayerFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("layers"));
    }

    public Optional<Saved<Feature>> layer(String name) {
        return load(BASE + name, FeatureCodec.TYPE, LayerFiles::features);
    }

    public void saveLayer(String name, long revision, List<Feature> rows) throws IOException {
        save(BASE + name, FeatureCodec.TYPE, revision, out -> {
            FeatureCodec codec = new FeatureCodec();
            out.writeInt(rows.size());
            for (Feature row : rows) {
                codec.write(row, out);
            }
        });
    }

    public Optional<ComponentTable> components() {
        return load(COMPONENTS, TABLE, ComponentBytes::read);
    }

    public void saveComponents(ComponentTable table) throws IOException {
        save(COMPONENTS, TABLE, table.revision(), out -> out.write(ComponentBytes.of(table)));
    }

    /// Whether a layer's file was damaged, at this start or one before, and none has taken its place since.
    public boolean isLayerLost(String name) {
        return isLost(BASE + name);
    }

    /// The same of the components.
    public boolean areComponentsLost() {
        return isLost(COMPONENTS);
    }

    private boolean isLost(String name) {
        return NAME.matcher(name).matches() && Files.exists(folder.resolve(name + LOST));
    }

    /// Deletes all: they were another owner's.
    void clear() {
        try {
            for (Path file : files()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("another owner's layers stay on the disk: {}", e.toString());
        }
    }

    /// What stands after the revision in a file whose checksum is right.
    private interface Reading<T> {
        T of(long revision, ByteBuffer rest) throws IOException;
    }

    /// A file of another version of this program, which is no damage.
    private static final class Foreign extends IOException {
        private static final long serialVersionUID = 1;

        Foreign() {
            super("another format");
        }
    }

    private interface Writing {
        void to(DataOutput out) throws IOException;
    }

    private <T> Optional<T> load(String name, byte type, Reading<T> reading) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            for (Path file : files(name, _ -> true)) {
                try {
                    ByteBuffer bytes = checked(Files.readAllBytes(file), type);
                    return Optional.of(reading.of(bytes.getLong(), bytes));
                } catch (Foreign e) {
                    LOG.info("layer file {} is fetched again: {}", file.getFileName(), e.getMessage());
                    Files.deleteIfExists(file);
                } catch (IOException | RuntimeException e) {
                    LOG.warn("layer file {} is damaged and fetched again: {}", file.getFileName(), e.toString());
                    Files.write(folder.resolve(name + LOST), new byte[0]);
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("layer {} is not readable: {}", name, e.toString());
        }
        return Optional.empty();
    }

    /// From the revision to the checksum.
    private static ByteBuffer checked(byte[] bytes, byte type) throws IOException {
        int length = bytes.length - CHECKSUM_BYTES;
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, Math.max(0, length));
        if (length < 0 || ByteBuffer.wrap(bytes).getInt(length) != (int) sum.getValue()) {
            throw new IOException("wrong checksum");
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
        if (rest.getInt() != MAGIC || rest.get() != type) {
            throw new Foreign();
        }
        return rest;
    }

    private static Saved<Feature> features(long revision, ByteBuffer rest) throws IOException {
        DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(rest.array(), rest.arrayOffset() + rest.position(), rest.remaining()));
        int count = in.readInt();
        List<Feature> rows = new ArrayList<>(count);
        Strings strings = new Strings();
        FeatureCodec codec = new FeatureCodec();
        for (int i = 0; i < count; i++) {
            rows.add(codec.read(in, strings));
        }
        return new Saved<>(revision, rows);
    }

    private void save(String name, byte type, long revision, Writing writing) throws IOException {
        if (!NAME.matcher(name).matches()) {
            LOG.warn("a layer's name is no file name; it is not kept");
            return;
        }
        Path part = folder.resolve(name + ".part");
        try {
            write(part, type, revision, writing);
            Files.move(
                    part,
                    folder.resolve(name + "-" + revision + ".bin"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part); // on a full disk it would take the room that is wanted next
        }
        Files.deleteIfExists(folder.resolve(name + LOST));
        for (Path old : files(name, kept -> kept != revision)) {
            Files.deleteIfExists(old);
        }
    }

    private static void write(Path part, byte type, long revision, Writing writing) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
                CheckedOutputStream summed = new CheckedOutputStream(file, new CRC32C());
                DataOutputStream out = new DataOutputStream(summed)) {
            out.writeInt(MAGIC);
            out.writeByte(type);
            out.writeLong(revision);
            writing.to(out);
            out.flush();
            out.writeInt((int) summed.getChecksum().getValue());
        }
    }

    private List<Path> files(String name, Predicate<Long> revisions) throws IOException {
        return files().stream()
                .filter(f -> {
                    Matcher m = FILE.matcher(f.getFileName().toString());
                    return m.matches() && m.group(1).equals(name) && revisions.test(Long.parseLong(m.group(2)));
                })
                .toList();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }
}
