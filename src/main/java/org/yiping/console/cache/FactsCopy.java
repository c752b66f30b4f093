package org.yiping.console.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.protocol.Kinds;

/// What a console stands on without its platform, once more as plain files beside the database: the city with its
/// rules and who is signed in, a wall's place among others, its scenes, what was sent to it, and whether strangers are
/// in the hall. Read only where the database is damaged: cases it has not, a map and its scene it has.
///
/// One file a kind, `kept/KIND.bin`, replaced whole, with whose it is, when it was written and a checksum; one that
/// does not add up is none. Blocks; reading on any thread, writing one at a time.
final class FactsCopy {
    /// Few and small, each of them; an open day is among them so that no damage shows strangers what it hides.
    static final Set<String> KINDS = Set.of(Facts.DOCUMENT, Facts.WALL_STEP, Kinds.WALL, Kinds.SCENE, Kinds.OPEN_DAY);

    private static final Logger LOG = LoggerFactory.getLogger(FactsCopy.class);
    private static final int MAGIC = 0x59504B31;
    /// A disk that took nothing is asked no sooner again.
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Path folder;
    private final String address;
    private final InstantSource clock;
    /// Kinds the disk did not take, and when.
    private final Map<String, Instant> refused = new ConcurrentHashMap<>();

    /// The rows of one kind as they were at `asOf`, by this console's clock.
    record Kept(Instant asOf, List<Row> rows) {}

    /// `address` is the owner as long as the platform has not said how it calls itself.
    FactsCopy(Path folder, String address, InstantSource clock) {
        this.folder = folder.resolve("kept");
        this.address = address;
        this.clock = clock;
    }

    /// Puts the rows in the place of those kept before. A disk that takes nothing is said once; the database has them,
    /// and the kind is `owed`.
    void write(String kind, String owner, List<Row> rows) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(kind + ".part");
            try {
                Files.write(part, bytes(kind, owner, rows));
                Files.move(part, file(kind), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            if (refused.remove(kind) != null) {
                LOG.info("the second copy of {} is written again", kind);
            }
        } catch (IOException e) {
            if (refused.put(kind, clock.instant()) == null) {
                LOG.warn("the second copy of {} could not be written: {}", kind, e.toString());
            }
        }
    }

    /// The kinds whose copy is older than the database and that may be tried again by now; any thread.
    Set<String> owed() {
        if (refused.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.instant();
        return refused.entrySet().stream()
                .filter(e ->
                        now.isBefore(e.getValue()) || !now.isBefore(e.getValue().plus(PAUSE)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private byte[] bytes(String kind, String owner, List<Row> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeUTF(kind);
        out.writeUTF(owner);
        out.writeUTF(address);
        out.writeLong(clock.millis());
        out.writeInt(rows.size());
        for (Row row : rows) {
            byte[] body = row.body();
            if (body == null) {
                throw new IllegalArgumentException("a row that is gone is not kept");
            }
            out.writeUTF(row.id());
            out.writeInt(body.length);
            out.write(body);
        }
        out.writeInt(sum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    /// Empty where there is none of this owner's, or it is damaged too.
    Optional<Kept> read(String kind, String owner) {
        try {
            byte[] bytes = Files.readAllBytes(file(kind));
            int length = bytes.length - Integer.BYTES;
            if (length < 0 || ByteBuffer.wrap(bytes).getInt(length) != sum(bytes, length)) {
                throw new IOException("wrong checksum");
            }
            return rows(kind, owner, new DataInputStream(new ByteArrayInputStream(bytes, 0, length)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("the second copy of {} is damaged too: {}", kind, e.toString());
            return Optional.empty();
        }
    }

    private Optional<Kept> rows(String kind, String owner, DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC || !in.readUTF().equals(kind)) {
            throw new IOException("another format");
        }
        boolean mine = in.readUTF().equals(owner);
        // where the outbox is gone as well, nobody knows how the platform at this address calls itself
        boolean here = in.readUTF().equals(address) && owner.equals(address);
        if (!mine && !here) {
            return Optional.empty();
        }
        Instant asOf = Instant.ofEpochMilli(in.readLong());
        int count = in.readInt();
        List<Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String id = in.readUTF();
            byte[] body = new byte[in.readInt()];
            in.readFully(body);
            rows.add(Row.put(kind, id, body));
        }
        return Optional.of(new Kept(asOf, rows));
    }

    /// They were another owner's.
    void clear() {
        refused.clear();
        for (String kind : KINDS) {
            try {
                Files.deleteIfExists(file(kind));
            } catch (IOException e) {
                LOG.warn("another owner's copy of {} stays on the disk: {}", kind, e.toString());
            }
        }
    }

    private Path file(String kind) {
        return folder.resolve(kind + ".bin");
    }

    private static int sum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(Arrays.copyOf(bytes, length));
        return (int) sum.getValue();
    }
}
