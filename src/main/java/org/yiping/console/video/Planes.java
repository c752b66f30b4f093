package org.yiping.console.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FAST_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pictures of one stream in planes (I420: brightness, and two of colour at half its width and height), and their
/// way into the pixels of a screen. libvlc scales planes and copies them in a fraction of the time it takes for
/// pixels, and FFmpeg's code for a picture that already has its size does the rest (docs/benchmarks.md). One thread.
///
/// There are two sets of planes: what came last is compared with what was painted last, because libvlc hands over a
/// picture again when the next is late, which for a camera of ten pictures a second is each of them.
final class Planes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Planes.class);

    static final int COUNT = 3;

    /// As many columns the vectors take at once; what is left over on the right is done once more with its neighbours.
    static final int COLUMNS = 16;

    /// Rows of planes begin at such addresses, and this much is read beyond the last one.
    private static final int ALIGNED = 64;

    private static final boolean THERE = load();

    private final FrameSize size;
    private final int pitch;
    private final MemorySegment[] sets = new MemorySegment[2];
    private final List<Part> parts = new ArrayList<>();
    private final PointerPointer<Pointer> from = new PointerPointer<>(4);
    private final PointerPointer<Pointer> to = new PointerPointer<>(4);
    private final IntPointer fromPitches;
    private final IntPointer toPitch;
    private int next;
    private boolean painted;

    /// Columns of the picture and what converts them.
    private record Part(int x, SwsContext converter) {}

    /// An address where C wants one.
    private static final class Place extends Pointer {
        Place(long at) {
            address = at;
        }
    }

    /// Loads the scaler, half a second the first time on a machine, so that the first picture need not wait for it.
    static void prepare() {
        log.debug("planes: {}", THERE);
    }

    /// Whether this machine has what it takes, and the picture is not too narrow for it.
    static boolean canPaint(FrameSize size) {
        return THERE && size.width() >= COLUMNS;
    }

    private static boolean load() {
        try {
            Loader.load(swscale.class);
            av_log_set_level(AV_LOG_QUIET);
            return true;
        } catch (LinkageError e) {
            log.warn("no FFmpeg for this machine, colours are left to libvlc: {}", e.toString());
            return false;
        }
    }

    /// `full` where brightness takes all of a byte (J420) and not 16 to 235 of it.
    Planes(FrameSize size, boolean full) {
        this.size = size;
        pitch = Math.ceilDiv(size.width(), ALIGNED) * ALIGNED;
        for (int i = 0; i < sets.length; i++) {
            sets[i] = Arena.ofAuto().allocate((long) pitch * size.height() * 3 / 2 + ALIGNED, ALIGNED);
        }
        fromPitches = new IntPointer(pitch, pitch / 2, pitch / 2, 0);
        toPitch = new IntPointer(size.width() * Integer.BYTES, 0, 0, 0);
        int whole = size.width() / COLUMNS * COLUMNS;
        parts.add(part(0, whole, full));
        if (whole < size.width()) {
            parts.add(part(size.width() - COLUMNS, COLUMNS, full));
        }
    }

    private Part part(int x, int width, boolean full) {
        int height = size.height();
        SwsContext converter = sws_getContext(
                width,
                height,
                full ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P,
                width,
                height,
                AV_PIX_FMT_BGRA,
                SWS_FAST_BILINEAR,
                null,
                null,
                (DoublePointer) null);
        return new Part(x, converter);
    }

    /// Bytes from row to row of a plane, 0 to 2.
    int pitch(int plane) {
        return plane == 0 ? pitch : pitch / 2;
    }

    int lines(int plane) {
        return plane == 0 ? size.height() : size.height() / 2;
    }

    /// Where the next picture's plane goes.
    long address(int plane) {
        return sets[next].address() + offset(plane);
    }

    private long offset(int plane) {
        long bright = (long) pitch * size.height();
        return plane == 0 ? 0 : bright + (plane - 1) * bright / 4;
    }

    /// Whether what stands in the planes now is another picture than the one painted last.
    boolean isNew() {
        return !painted || sets[next].mismatch(sets[1 - next]) >= 0;
    }

    /// Turns what stands in the planes into opaque pixels, row by row without gaps. The picture after it goes into the
    /// other planes.
    void paint(MemorySegment pixels) {
        for (Part part : parts) {
            for (int plane = 0; plane < COUNT; plane++) {
                from.put(plane, new Place(address(plane) + (plane == 0 ? part.x : part.x / 2)));
            }
            to.put(0, new Place(pixels.address() + (long) part.x * Integer.BYTES));
            sws_scale(part.converter, from, fromPitches, 0, size.height(), to, toPitch);
        }
        next = 1 - next;
        painted = true;
    }

    @Override
    public void close() {
        parts.forEach(part -> sws_freeContext(part.converter));
        parts.clear();
        from.close();
        to.close();
        fromPitches.close();
        toPitch.close();
    }
}
