package org.yiping.console.video;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The newest pictures of a decode, in memory that two processes share: a decoder writes, the console reads. One writer
/// at a time, any number of readers in one process, any thread; neither ever waits for the other.
///
/// Which of the buffers is which stands in a single word (`Turns`) that changes by compare-and-set, so that a writer
/// killed at any moment leaves nothing half told: the next writer takes a buffer that the word does not name. A decoder
/// writes into that buffer itself (`lend`): a copy from one of its own would cost as much as scaling the picture does.
final class Frames implements AutoCloseable {
    private static final int OPAQUE = 0xFF000000;
    /// The same of two pixels.
    private static final long BOTH_OPAQUE = 0xFF000000_FF000000L;

    private static final int NONE = -1;

    /// A change that no sample saw.
    private static final double LEAST = 0.005;

    private static final int MAGIC = 0x59504631;
    private static final int WORD = 16;
    private static final int NUMBERS = 24;
    private static final int HEADER = 64;
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

    /// Held from lending to giving back, which are two calls of libvlc's and not of one Java thread.
    private final Semaphore writing = new Semaphore(1);
    private final Object reading = new Object();
    private final Arena arena;
    private final MemorySegment memory;
    private final @Nullable Path file;
    private final boolean made;
    private final int pixels;
    private int lent = NONE;
    private volatile boolean closed;

    /// What a picture is against the one before; `difference` from 0 (same at all samples) to 1.
    record Change(boolean isNew, double difference) {
        static final Change NONE = new Change(false, 0);
    }

    private Frames(Arena arena, MemorySegment memory, FrameSize size, @Nullable Path file, boolean made) {
        this.arena = arena;
        this.memory = memory;
        this.file = file;
        this.made = made;
        pixels = size.pixels();
    }

    /// For a decoder in this process.
    static Frames inMemory(FrameSize size) {
        Arena arena = arena();
        MemorySegment memory = arena.allocate(bytes(size), Long.BYTES);
        begin(memory, size);
        return new Frames(arena, memory, size, null, false);
    }

    /// Makes the file, which goes when this is closed. It is written from end to end: memory that is not there is an
    /// exception now, and not a fatal signal when a picture comes.
    static Frames create(Path file, FrameSize size) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer nothing = ByteBuffer.allocate(64 * 1_024);
            for (long left = bytes(size); left > 0; ) {
                left -= channel.write(nothing.clear().limit((int) Math.min(left, nothing.capacity())));
            }
            Frames frames = map(channel, file, size, true);
            begin(frames.memory, size);
            return frames;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /// Opens what another process has made.
    static Frames open(Path file, FrameSize size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() != bytes(size)) {
                throw new IOException("frames of another size");
            }
            Frames frames = map(channel, file, size, false);
            if (frames.memory.get(ValueLayout.JAVA_INT, 0) != MAGIC) {
                frames.close();
                throw new IOException("no frames");
            }
            return frames;
        }
    }

    private static Frames map(FileChannel channel, Path file, FrameSize size, boolean made) throws IOException {
        Arena arena = arena();
        MemorySegment memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes(size), arena);
        return new Frames(arena, memory, size, file, made);
    }

    /// Closed with the frames.
    @SuppressWarnings("MustBeClosedChecker")
    private static Arena arena() {
        return Arena.ofShared();
    }

    private static void begin(MemorySegment memory, FrameSize size) {
        memory.set(ValueLayout.JAVA_INT, 4, size.width());
        memory.set(ValueLayout.JAVA_INT, 8, size.height());
        INT.setVolatile(memory, (long) WORD, Turns.BEGINNING.word());
        INT.setVolatile(memory, 0L, MAGIC);
    }

    private static long bytes(FrameSize size) {
        return HEADER + (long) Turns.BUFFERS * size.pixels() * Integer.BYTES;
    }

    /// Null where there is no file and no other process can take part.
    @Nullable
    Path file() {
        return file;
    }

    int pixels() {
        return pixels;
    }

    /// The room for the next picture, opaque or not, row by row without gaps; null when closed. It is there until it is
    /// given back, which must be soon: closing waits for it.
    @Nullable
    MemorySegment lend() {
        writing.acquireUninterruptibly();
        if (closed) {
            writing.release();
            return null;
        }
        lent = turns().free();
        return buffer(lent);
    }

    /// Nothing is written there any more. Whether it is shown is another matter.
    void giveBack() {
        writing.release();
    }

    /// What was written last is the newest picture, unless it is the same as before.
    Change publish() {
        writing.acquireUninterruptibly();
        try {
            int written = lent;
            lent = NONE;
            // Another writer may have gone on here meanwhile and filled the same one.
            return closed || written == NONE || turns().isTaken(written) ? Change.NONE : publish(written);
        } finally {
            writing.release();
        }
    }

    /// Takes a picture from a buffer of the decoder's own, which is free again when this returns.
    Change publish(IntBuffer picture) {
        MemorySegment room = lend();
        if (room == null) {
            return Change.NONE;
        }
        room.copyFrom(MemorySegment.ofBuffer(picture.duplicate().clear()).asSlice(0, room.byteSize()));
        giveBack();
        return publish();
    }

    private Change publish(int written) {
        int last = turns().newest();
        long count = number(last);
        MemorySegment target = buffer(written);
        fill(target);
        double difference = SampledDifference.of(buffer(last), target, pixels);
        // Equal samples may hide a small movement; only then is every pixel worth a look.
        if (count > 0 && difference == 0 && buffer(last).mismatch(target) < 0) {
            return Change.NONE;
        }
        memory.set(ValueLayout.JAVA_LONG, numberAt(written), count + 1);
        Turns was;
        do {
            was = turns();
        } while (!change(was, was.written(written)));
        return new Change(true, Math.max(difference, LEAST));
    }

    /// Copies a newer picture than `seen`, if there is one, and returns its number, else `seen`: the one after it to a
    /// reader who keeps up, the newest to any other.
    long copy(IntBuffer target, long seen) {
        synchronized (reading) {
            if (closed) {
                return seen;
            }
            advance(seen);
            int front = turns().read();
            long number = number(front);
            if (number <= seen) {
                return seen;
            }
            MemorySegment.copy(
                    buffer(front), 0, MemorySegment.ofBuffer(target.duplicate().clear()), 0, pixels * 4L);
            return number;
        }
    }

    private void advance(long seen) {
        Turns was;
        Turns next;
        do {
            was = turns();
            long shown = number(was.read());
            if (was.unread() == 0 || (seen > 0 && seen == shown - 1)) { // another reader was here first
                return;
            }
            next = seen > 0 && seen == shown ? was.taken() : was.newestTaken();
        } while (!change(was, next));
    }

    /// Gives the memory back. Whoever still writes or reads does so in vain.
    @Override
    public void close() {
        writing.acquireUninterruptibly();
        try {
            synchronized (reading) {
                if (closed) {
                    return;
                }
                closed = true;
                arena.close();
            }
        } finally {
            writing.release();
        }
        if (made && file != null) {
            // Gone already when somebody cleared the folder.
            var _ = file.toFile().delete();
        }
    }

    /// Some converters leave the unused byte empty, and an empty alpha would show nothing.
    private static void fill(MemorySegment picture) {
        if ((picture.get(ValueLayout.JAVA_INT, 0) & OPAQUE) != OPAQUE) {
            long pairs = picture.byteSize() / Long.BYTES; // widths are even
            for (long i = 0; i < pairs; i++) {
                picture.setAtIndex(
                        ValueLayout.JAVA_LONG, i, picture.getAtIndex(ValueLayout.JAVA_LONG, i) | BOTH_OPAQUE);
            }
        }
    }

    private MemorySegment buffer(int index) {
        return memory.asSlice(HEADER + (long) index * pixels * Integer.BYTES, (long) pixels * Integer.BYTES);
    }

    private long number(int index) {
        return memory.get(ValueLayout.JAVA_LONG, numberAt(index));
    }

    private static long numberAt(int index) {
        return NUMBERS + (long) index * Long.BYTES;
    }

    private Turns turns() {
        return Turns.of((int) INT.getVolatile(memory, (long) WORD));
    }

    private boolean change(Turns was, Turns next) {
        return INT.compareAndSet(memory, (long) WORD, was.word(), next.word());
    }
}
