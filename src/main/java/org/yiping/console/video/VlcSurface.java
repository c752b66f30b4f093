package org.yiping.console.video;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.caprica.vlcj.binding.internal.libvlc_media_player_t;
import uk.co.caprica.vlcj.binding.support.runtime.RuntimeUtil;

/// Where libvlc paints: into the frames that the console reads, or into planes (`Planes`) that are painted into these
/// where the machine can. vlcj's own callback surface has a buffer of its own, from which each picture would have to
/// be copied once more.
///
/// libvlc asks for a format, then for each picture locks, writes, unlocks and shows, all of it for one stream on one
/// thread of its own at a time. It calls Java directly and not through JNA, which took as long for a small picture's
/// three calls as decoding a third of it does; nothing may be thrown there, it would end the process. The fields keep
/// what libvlc calls from being collected.
final class VlcSurface {
    private static final Logger log = LoggerFactory.getLogger(VlcSurface.class);

    private static final int NAME = 4;
    private static final String PIXELS = "RV32";
    private static final String PLANES = "I420";
    /// The same with all of a byte's brightness.
    private static final String FULL_PLANES = "J420";

    /// The most planes that libvlc asks for.
    private static final int MOST_PLANES = 5;

    private static final FrameSize LEAST = new FrameSize(2, 2);

    private final Supplier<@Nullable Canvas> current;
    private final boolean inPlanes;
    private final Arena arena = Arena.ofAuto();
    private volatile @Nullable Canvas canvas;
    private volatile @Nullable MemorySegment nowhere;
    private volatile @Nullable Planes planes;
    private volatile boolean lent;
    /// What libvlc showed last, it shows once more.
    private volatile boolean again;

    /// What one stream is painted on.
    interface Canvas {
        FrameSize size();

        Frames frames();

        /// A picture stands in the frames.
        void shown(Frames.Change change);
    }

    /// `current` is asked when a stream begins and for each picture: what another stream still has to show is not
    /// shown. `inPlanes` says whether to take planes where the machine can paint them.
    VlcSurface(Supplier<@Nullable Canvas> current, boolean inPlanes) {
        this.current = current;
        this.inPlanes = inPlanes;
    }

    /// Once for a player, before it plays.
    void attach(libvlc_media_player_t player) {
        Pointer opaque = Pointer.NULL;
        library("libvlc_video_set_callbacks").invokeVoid(new Object[] {
            player.getPointer(),
            called("lock", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS)),
            called("unlock", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS)),
            called("display", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS)),
            opaque
        });
        library("libvlc_video_set_format_callbacks").invokeVoid(new Object[] {
            player.getPointer(),
            called("format", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS)),
            called("cleanUp", FunctionDescriptor.ofVoid(ADDRESS))
        });
    }

    private static Function library(String name) {
        return Function.getFunction(RuntimeUtil.getLibVlcLibraryName(), name);
    }

    @SuppressWarnings("restricted") // the launcher allows native access
    private Pointer called(String name, FunctionDescriptor as) {
        try {
            MethodType type = as.toMethodType();
            return new Pointer(Linker.nativeLinker()
                    .upcallStub(MethodHandles.lookup().bind(this, name, type), as, arena)
                    .address());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    /// Called several times a start, with sizes that are not the picture's: only our own size counts.
    int format(
            MemorySegment opaque,
            MemorySegment chroma,
            MemorySegment width,
            MemorySegment height,
            MemorySegment pitches,
            MemorySegment lines) {
        try {
            format(room(chroma, NAME), ints(pitches), ints(lines), ints(width), ints(height));
            return 1;
        } catch (RuntimeException | Error e) {
            log.error("no format", e);
            return 0;
        }
    }

    private void format(
            MemorySegment chroma,
            MemorySegment pitches,
            MemorySegment lines,
            MemorySegment width,
            MemorySegment height) {
        Canvas of = current.get();
        canvas = of;
        nowhere = null;
        FrameSize size = of == null ? LEAST : of.size();
        width.set(JAVA_INT, 0, size.width());
        height.set(JAVA_INT, 0, size.height());
        letGo();
        if (of == null || !inPlanes || !Planes.canPaint(size)) {
            name(chroma, PIXELS);
            pitches.set(JAVA_INT, 0, size.width() * Integer.BYTES);
            lines.set(JAVA_INT, 0, size.height());
            return;
        }
        byte[] comes = chroma.toArray(JAVA_BYTE);
        boolean full = new String(comes, StandardCharsets.US_ASCII).equals(FULL_PLANES);
        Planes now = new Planes(size, full);
        planes = now;
        name(chroma, full ? FULL_PLANES : PLANES);
        for (int plane = 0; plane < Planes.COUNT; plane++) {
            pitches.setAtIndex(JAVA_INT, plane, now.pitch(plane));
            lines.setAtIndex(JAVA_INT, plane, now.lines(plane));
        }
    }

    private static void name(MemorySegment chroma, String name) {
        chroma.copyFrom(MemorySegment.ofArray(name.getBytes(StandardCharsets.US_ASCII)));
    }

    private static MemorySegment ints(MemorySegment at) {
        return room(at, MOST_PLANES * Integer.BYTES);
    }

    /// An address of libvlc's bears no size.
    @SuppressWarnings("restricted") // the launcher allows native access
    private static MemorySegment room(MemorySegment at, long bytes) {
        return at.reinterpret(bytes);
    }

    /// On the thread that paints.
    void cleanUp(MemorySegment opaque) {
        try {
            letGo();
        } catch (RuntimeException | Error e) {
            log.error("planes are not let go", e);
        }
    }

    private void letGo() {
        Planes before = planes;
        planes = null;
        if (before != null) {
            before.close();
        }
    }

    MemorySegment lock(MemorySegment opaque, MemorySegment where) {
        MemorySegment addresses = room(where, MOST_PLANES * ADDRESS.byteSize());
        try {
            lock(addresses);
        } catch (RuntimeException | Error e) {
            log.error("a picture has no place", e);
            Canvas of = canvas;
            addresses.set(ADDRESS, 0, nowhere(of == null ? LEAST : of.size()));
        }
        return MemorySegment.NULL;
    }

    private void lock(MemorySegment addresses) {
        Canvas of = canvas;
        Planes first = planes;
        if (first != null) {
            for (int plane = 0; plane < Planes.COUNT; plane++) {
                addresses.setAtIndex(ADDRESS, plane, MemorySegment.ofAddress(first.address(plane)));
            }
            return;
        }
        // another process may already write into the frames of a stream that is over
        MemorySegment room =
                of == null || !of.equals(current.get()) ? null : of.frames().lend();
        lent = room != null;
        addresses.set(ADDRESS, 0, room == null ? nowhere(of == null ? LEAST : of.size()) : room);
    }

    /// libvlc writes whether anybody wants it or not.
    private MemorySegment nowhere(FrameSize size) {
        MemorySegment room = nowhere;
        if (room == null) {
            room = Arena.ofAuto().allocate((long) size.pixels() * Integer.BYTES, Long.BYTES);
            nowhere = room;
        }
        return room;
    }

    void unlock(MemorySegment opaque, MemorySegment picture, MemorySegment where) {
        try {
            Canvas of = canvas;
            Planes from = planes;
            if (from != null && of != null) {
                paint(of, from);
            } else if (lent && of != null) {
                of.frames().giveBack();
            }
        } catch (RuntimeException | Error e) {
            log.error("a picture was not painted", e);
        }
    }

    private void paint(Canvas of, Planes from) {
        again = !from.isNew();
        MemorySegment room =
                again || !of.equals(current.get()) ? null : of.frames().lend();
        lent = room != null;
        if (room != null) {
            try {
                from.paint(room);
            } finally {
                of.frames().giveBack();
            }
        }
    }

    void display(MemorySegment opaque, MemorySegment picture) {
        Canvas of = canvas;
        try {
            if ((lent || again) && of != null && of.equals(current.get())) {
                of.shown(again ? Frames.Change.NONE : of.frames().publish());
            }
        } catch (RuntimeException | Error e) {
            log.error("a picture was lost", e);
        }
    }
}
