package org.yiping.console.video;

import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.caprica.vlcj.binding.internal.libvlc_display_callback_t;
import uk.co.caprica.vlcj.binding.internal.libvlc_lock_callback_t;
import uk.co.caprica.vlcj.binding.internal.libvlc_unlock_callback_t;
import uk.co.caprica.vlcj.binding.internal.libvlc_video_cleanup_cb;
import uk.co.caprica.vlcj.binding.internal.libvlc_video_format_cb;
import uk.co.caprica.vlcj.binding.lib.LibVlc;
import uk.co.caprica.vlcj.player.base.MediaPlayer;
import uk.co.caprica.vlcj.player.embedded.videosurface.VideoSurface;

/// Where libvlc paints: into the frames that the console reads. vlcj's own callback surface has a buffer of its own,
/// from which each picture would have to be copied once more.
///
/// libvlc asks for a format, then for each picture locks, writes, unlocks and shows, all of it for one stream on one
/// thread of its own at a time. That thread stays known to Java: to attach it for each of these calls took as long as a
/// small picture. The fields keep what libvlc calls from being collected.
final class VlcSurface extends VideoSurface {
    private static final Logger log = LoggerFactory.getLogger(VlcSurface.class);

    private static final byte[] PIXELS = "RV32".getBytes(StandardCharsets.US_ASCII);
    private static final FrameSize LEAST = new FrameSize(2, 2);

    private final Supplier<@Nullable Canvas> current;
    private final libvlc_video_format_cb formats = this::format;
    private final libvlc_video_cleanup_cb cleansUp = _ -> {};
    private final libvlc_lock_callback_t locks = this::lock;
    private final libvlc_unlock_callback_t unlocks = (_, _, _) -> unlock();
    private final libvlc_display_callback_t displays = (_, _) -> display();
    private volatile @Nullable Canvas canvas;
    private volatile @Nullable MemorySegment nowhere;
    private volatile boolean lent;

    /// What one stream is painted on.
    interface Canvas {
        FrameSize size();

        Frames frames();

        /// A picture stands in the frames.
        void shown(Frames.Change change);
    }

    /// `current` is asked when a stream begins and for each picture: what another stream still has to show is not
    /// shown.
    VlcSurface(Supplier<@Nullable Canvas> current) {
        super((_, _) -> {});
        this.current = current;
        for (Callback each : List.of(formats, locks, unlocks, displays, cleansUp)) {
            Native.setCallbackThreadInitializer(each, new CallbackThreadInitializer(true, false, "pictures"));
        }
    }

    @Override
    public void attach(MediaPlayer player) {
        LibVlc.libvlc_video_set_format_callbacks(player.mediaPlayerInstance(), formats, cleansUp);
        LibVlc.libvlc_video_set_callbacks(player.mediaPlayerInstance(), locks, unlocks, displays, null);
    }

    /// Called several times a start, with sizes that are not the picture's: only our own size counts.
    int format(
            PointerByReference opaque,
            PointerByReference chroma,
            IntByReference width,
            IntByReference height,
            PointerByReference pitches,
            PointerByReference lines) {
        Canvas of = current.get();
        canvas = of;
        nowhere = null;
        FrameSize size = of == null ? LEAST : of.size();
        chroma.getPointer().write(0, PIXELS, 0, PIXELS.length);
        width.setValue(size.width());
        height.setValue(size.height());
        pitches.getPointer().setInt(0, size.width() * Integer.BYTES);
        lines.getPointer().setInt(0, size.height());
        return 1;
    }

    @Nullable
    Pointer lock(@Nullable Pointer opaque, PointerByReference planes) {
        Canvas of = canvas;
        // another process may already write into the frames of a stream that is over
        MemorySegment room =
                of == null || !of.equals(current.get()) ? null : of.frames().lend();
        lent = room != null;
        planes.getPointer()
                .setPointer(0, new Pointer((room == null ? nowhere(of == null ? LEAST : of.size()) : room).address()));
        return null;
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

    void unlock() {
        Canvas of = canvas;
        if (lent && of != null) {
            of.frames().giveBack();
        }
    }

    void display() {
        Canvas of = canvas;
        if (lent && of != null && of.equals(current.get())) {
            try {
                of.shown(of.frames().publish());
            } catch (RuntimeException e) {
                log.error("a picture was lost", e);
            }
        }
    }
}
