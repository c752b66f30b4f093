package org.yiping.console;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.OwnNode;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.WallPicture;

/// Small pictures of this computer's windows of the wall for desks that look at it (画面): taken only while somebody
/// looks, one window after the other, each in its turn. FX thread; a picture is packed beside it.
///
/// It paces itself by what its pictures cost, so that a slow machine is looked at less often and not burdened more:
/// they take at most a fiftieth of a core, and are taken smaller where the toolkit would be held up by one.
final class Glimpses {
    /// Each window once in this time, where the machine bears it.
    static final Duration ROUND = Duration.ofSeconds(6);
    /// A picture may cost this part of the time until the next one.
    static final int SHARE = 50;
    /// Where so many in a row held the toolkit up longer than this, or cost so much that a round would take longer than
    /// that, the next ones are smaller, until somebody begins to look anew.
    static final Duration PAUSE = Duration.ofMillis(15);
    static final Duration LONGEST = Duration.ofSeconds(10);
    static final int SLOW = 3;

    private static final int[] WIDTHS = {480, 320, 240, 160};
    private static final float[] QUALITIES = {0.7f, 0.35f};
    private static final Logger LOG = LoggerFactory.getLogger(Glimpses.class);

    private final OwnNode own;
    private final Supplier<Map<Box, Scene>> windows;
    private final Taking taking;
    private final Fx fx;
    private final Executor packing;
    private final Time time;
    private int next;
    private int size;
    private int slow;
    private boolean running;

    /// What a window shows now, so many times as large. FX thread.
    interface Taking {
        BufferedImage of(Scene window, double scale);
    }

    /// The platform's time, and the nanoseconds of a clock that nobody sets.
    record Time(InstantSource clock, LongSupplier nanos) {}

    /// `windows` by their monitors, as this computer's desktop has them.
    Glimpses(OwnNode own, Supplier<Map<Box, Scene>> windows, Taking taking, Fx fx, Executor packing, Time time) {
        this.own = own;
        this.windows = windows;
        this.taking = taking;
        this.fx = fx;
        this.packing = packing;
        this.time = time;
    }

    /// To be called every second: begins where somebody has begun to look.
    void tick() {
        if (!running) {
            size = 0;
            slow = 0;
            take();
        }
    }

    private void take() {
        running = false; // as it stays where nobody looks, and where a window cannot be drawn
        List<Map.Entry<Box, Scene>> all = new ArrayList<>(windows.get().entrySet());
        if (all.isEmpty() || !own.looked(time.clock().instant())) {
            return;
        }
        Map.Entry<Box, Scene> one = all.get(Math.floorMod(next++, all.size()));
        long begun = time.nanos().getAsLong();
        BufferedImage picture =
                taking.of(one.getValue(), WIDTHS[size] / one.getKey().width());
        long held = time.nanos().getAsLong() - begun;
        WallPicture.Shot empty = new WallPicture.Shot(one.getKey(), time.clock().instant(), new byte[0]);
        running = true;
        packing.execute(() -> pack(picture, empty, held, all.size()));
    }

    private void pack(BufferedImage picture, WallPicture.Shot of, long held, int windowCount) {
        long begun = time.nanos().getAsLong();
        try {
            byte[] jpeg = jpeg(picture);
            if (jpeg.length <= WallPicture.MOST_BYTES) {
                own.show(new WallPicture.Shot(of.monitor(), of.taken(), jpeg));
            }
        } catch (IOException e) {
            LOG.warn("a picture of the wall could not be packed: {}", e.toString());
        } finally {
            long cost = held + time.nanos().getAsLong() - begun;
            long wait = Math.max(ROUND.toNanos() / windowCount, SHARE * cost);
            boolean dear = held > PAUSE.toNanos() || wait * windowCount > LONGEST.toNanos();
            fx.after(Duration.ofNanos(wait), () -> again(dear));
        }
    }

    private void again(boolean dear) {
        slow = dear ? slow + 1 : 0;
        if (slow == SLOW && size < WIDTHS.length - 1) {
            size++;
            slow = 0;
        }
        take();
    }

    /// Coarser where it would be too large.
    static byte[] jpeg(BufferedImage picture) throws IOException {
        byte[] packed = new byte[0];
        for (float quality : QUALITIES) {
            packed = jpeg(picture, quality);
            if (packed.length <= WallPicture.MOST_BYTES) {
                break;
            }
        }
        return packed;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(packed)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return packed.toByteArray();
    }
}
