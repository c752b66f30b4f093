package org.yiping.console.cache;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
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
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Feature;

/// Bulk layers as plain files `layers/NAME-REVISION.bin` with a checksum at the end. A file that does not
/// add up is deleted and fetched again. Blocks; any thread, one at a time for one layer.
public final class LayerFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LayerFiles.class);
    private static final int MAGIC = 0x59504C31;
    private static final int CHECKSUM_BYTES = Integer.BYTES;
    private static final String COMPONENTS = "components";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern FILE = Pattern.compile("(.+)-(\\d+)\\.bin");

    private final Path folder;

    LayerFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("layers"));
    }

    public Optional<Saved<Feature>> layer(String name) {
        return load("layer-" + name, new FeatureCodec());
    }

    public void saveLayer(String name, long revision, List<Feature> rows) throws IOException {
        save("layer-" + name, new Saved<>(revision, rows), new FeatureCodec());
    }

    public Optional<Saved<Component>> components() {
        return load(COMPONENTS, new ComponentCodec());
    }

    public void saveComponents(long revision, List<Component> rows) throws IOException {
        save(COMPONENTS, new Saved<>(revision, rows), new ComponentCodec());
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

    private <T> Optional<Saved<T>> load(String name, RowCodec<T> codec) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            for (Path file : files(name, _ -> true)) {
                try {
                    return Optional.of(read(Files.readAllBytes(file), codec));
                } catch (IOException | RuntimeException e) {
                    LOG.warn("layer file {} is damaged and fetched again: {}", file.getFileName(), e.toString());
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("layer {} is not readable: {}", name, e.toString());
        }
        return Optional.empty();
    }

    private static <T> Saved<T> read(byte[] bytes, RowCodec<T> codec) throws IOException {
        int length = bytes.length - CHECKSUM_BYTES;
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, Math.max(0, length));
        if (length < 0 || ByteBuffer.wrap(bytes).getInt(length) != (int) sum.getValue()) {
            throw new IOException("wrong checksum");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
        if (in.readInt() != MAGIC || in.readByte() != codec.type()) {
            throw new IOException("another format");
        }
        long revision = in.readLong();
        int count = in.readInt();
        List<T> rows = new ArrayList<>(count);
        Strings strings = new Strings();
        for (int i = 0; i < count; i++) {
            rows.add(codec.read(in, strings));
        }
        return new Saved<>(revision, rows);
    }

    private <T> void save(String name, Saved<T> layer, RowCodec<T> codec) throws IOException {
        if (!NAME.matcher(name).matches()) {
            LOG.warn("a layer's name is no file name; it is not kept");
            return;
        }
        Path part = Files.createTempFile(folder, name, ".part");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
                CheckedOutputStream summed = new CheckedOutputStream(file, new CRC32C());
                DataOutputStream out = new DataOutputStream(summed)) {
            out.writeInt(MAGIC);
            out.writeByte(codec.type());
            out.writeLong(layer.revision());
            out.writeInt(layer.rows().size());
            for (T row : layer.rows()) {
                codec.write(row, out);
            }
            out.flush();
            out.writeInt((int) summed.getChecksum().getValue());
        }
        Files.move(
                part,
                folder.resolve(name + "-" + layer.revision() + ".bin"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        for (Path old : files(name, revision -> revision != layer.revision())) {
            Files.deleteIfExists(old);
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
