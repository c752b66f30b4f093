package org.yiping.console.video;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the newest half minute of a transport stream as it came, in pieces that each begin with its tables and, where
/// the camera marks them, with a key picture. One thread writes; a child killed while it does leaves whole pieces and
/// the beginning of one. What the disk does not take is left out and never stops the picture.
final class TapeWriter implements AutoCloseable {
    /// More than the half minute that is asked for: a piece is kept or goes as a whole.
    static final Duration KEPT = Duration.ofSeconds(40);

    /// A minute of a usual main stream; what is larger is kept for less.
    static final long MOST_BYTES = 16L << 20;

    private static final Logger log = LoggerFactory.getLogger(TapeWriter.class);
    private static final long SHORTEST_MILLIS = 1_000;

    /// Where key pictures are not marked, or rare.
    private static final long LONGEST_MILLIS = 8_000;

    private static final long LARGEST = MOST_BYTES / 4;
    private static final int BUFFER = 170 * TsPacket.LENGTH;
    private static final long FLUSH_MILLIS = 250;

    private final Path folder;
    private final String name;
    private final InstantSource clock;
    private final Deque<Tape.Piece> whole = new ArrayDeque<>();
    private final TsPackets packets = new TsPackets();
    private final byte[] buffer = new byte[BUFFER];
    private final long begun;
    private int buffered;
    private long flushed;
    private byte[] programmes = {};
    private byte[] streams = {};
    private int streamsPid = -1;
    private int videoPid = -1;
    private boolean cutWanted;
    private @Nullable OutputStream out;
    private Tape.@Nullable Piece open;
    private long openBytes;

    TapeWriter(Path folder, String name, InstantSource clock) {
        this.folder = folder;
        this.name = name;
        this.clock = clock;
        begun = clock.millis();
        // What an earlier connection to the same camera left counts too.
        whole.addAll(Tape.pieces(folder, name));
    }

    void write(byte[] bytes) {
        packets.cut(bytes, (packet, _) -> take(packet));
        if (clock.millis() - flushed >= FLUSH_MILLIS) {
            flush();
        }
    }

    private void take(byte[] packet) {
        int pid = TsPacket.pid(packet);
        if (pid == TsPacket.PROGRAMMES) {
            programmes = packet.clone();
            streamsPid = TsPacket.streamsPid(packet);
        } else if (pid == streamsPid) {
            // Another codec or another picture is a recording of its own.
            cutWanted |= streams.length > 0 && !TsPacket.sameTable(streams, packet);
            streams = packet.clone();
            videoPid = TsPacket.videoPid(packet, videoPid);
        }
        if (begins(pid, packet)) {
            begin();
        }
        if (open != null) {
            put(packet);
        }
    }

    private boolean begins(int pid, byte[] packet) {
        if (programmes.length == 0 || streams.length == 0) {
            return false;
        }
        long age = clock.millis() - (open == null ? begun : open.from().toEpochMilli());
        boolean key = pid == videoPid && TsPacket.isKey(packet);
        boolean late = age >= LONGEST_MILLIS || openBytes >= LARGEST;
        boolean due = open == null || cutWanted || age >= SHORTEST_MILLIS;
        return (key && due) || (late && pid == TsPacket.PROGRAMMES);
    }

    private void begin() {
        end();
        cutWanted = false;
        forget();
        Tape.Piece next = Tape.piece(folder, name, clock.instant());
        try {
            out = Files.newOutputStream(next.file());
            open = next;
            openBytes = 0;
            put(programmes);
            put(streams);
        } catch (IOException e) {
            failed(e);
        }
    }

    private void put(byte[] bytes) {
        if (buffered + bytes.length > BUFFER) {
            flush();
        }
        System.arraycopy(bytes, 0, buffer, buffered, bytes.length);
        buffered += bytes.length;
        openBytes += bytes.length;
    }

    private void flush() {
        flushed = clock.millis();
        OutputStream to = out;
        if (to == null || buffered == 0) {
            return;
        }
        try {
            to.write(buffer, 0, buffered);
            buffered = 0;
        } catch (IOException e) {
            failed(e);
        }
    }

    /// A full disk: room is made by what is oldest here, and the next key picture begins anew.
    private void failed(IOException e) {
        log.warn("a recording has a gap: {}", e.toString());
        Tape.Piece broken = open;
        close(out);
        out = null;
        open = null;
        buffered = 0;
        if (broken != null) {
            delete(broken);
        }
        if (!whole.isEmpty()) {
            delete(whole.removeFirst());
        }
    }

    private void end() {
        flush();
        Tape.Piece ended = open;
        if (ended != null) {
            whole.addLast(new Tape.Piece(ended.from(), ended.file(), openBytes));
        }
        close(out);
        out = null;
        open = null;
    }

    private void forget() {
        long total = whole.stream().mapToLong(Tape.Piece::bytes).sum();
        List<Tape.Piece> all = new ArrayList<>(whole);
        long oldest = clock.millis() - KEPT.toMillis();
        for (int i = 0; i < all.size(); i++) {
            boolean old = i + 1 < all.size() && all.get(i + 1).from().toEpochMilli() < oldest;
            if (!old && total <= MOST_BYTES - LARGEST) {
                return;
            }
            total -= all.get(i).bytes();
            delete(all.get(i));
            whole.removeFirst();
        }
    }

    private static void delete(Tape.Piece piece) {
        try {
            Files.deleteIfExists(piece.file());
        } catch (IOException e) {
            log.debug("a piece stays: {}", e.toString());
        }
    }

    private static void close(@Nullable OutputStream of) {
        try {
            if (of != null) {
                of.close();
            }
        } catch (IOException e) {
            log.debug("closing a piece: {}", e.toString());
        }
    }

    @Override
    public void close() {
        end();
    }
}
