package org.yiping.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.map.style.LayerStack;

/// One map window's picture: keep telling it what to look at, it answers with frames, the newest wish only (地图画面).
///
/// Any thread may call. Frames are composed on the engine's executor, one at a time; a wish made meanwhile replaces
/// the one before it, so a slow machine shows fewer frames and never late ones.
public final class MapScreen implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MapScreen.class);
    /// Frames that may be out at a time, and of pictures larger than so many pixels only one.
    private static final int FRAMES = 3;

    private static final int LARGE = 16 << 20;
    private static final int IDLE = 0;
    private static final int COMPOSING = 1;
    private static final int WANTED = 2;
    /// A new frame for so many tiles that came in; one more when the last has come.
    private static final int TILES_A_FRAME = 6;

    private final MapEngine engine;
    private final FrameSink sink;
    private final Compositor composer;
    private final AtomicInteger state = new AtomicInteger(IDLE);
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile @Nullable Wish wish;
    private volatile Emphasis emphasis = Emphasis.NONE;
    private volatile LayerStack stack = LayerStack.plain();
    private volatile boolean closed;
    private volatile boolean stale;
    private volatile long drawn;
    private @Nullable Wanted wanted;
    private int out;
    private boolean starved;

    MapScreen(MapEngine engine, FrameSink sink) {
        this.engine = engine;
        this.sink = sink;
        this.composer = Compositor.of(sink, engine.cache(), engine.buffers(), engine::execute);
    }

    /// Asks for a picture of `camera`; better ones follow until one is complete.
    public void look(MapCamera camera) {
        wish = new Wish(camera, camera.settled(), false);
        request();
    }

    /// In motion: a coarse picture of `camera` now, while tiles are drawn for where the motion will rest. Who stops
    /// on the way looks at that camera once more without a target.
    public void look(MapCamera camera, MapCamera target) {
        wish = new Wish(camera, target, true);
        request();
    }

    /// Draws nothing more, whatever changes, until the next `look`: for a window that is hidden.
    public void pause() {
        wish = null;
    }

    public void emphasise(Emphasis newEmphasis) {
        emphasis = newEmphasis;
        request();
    }

    /// Which layers this window shows, how dense and in which order; the picture changes when it is complete.
    public void stack(LayerStack newStack) {
        stack = newStack;
        request();
    }

    public LayerStack stack() {
        return stack;
    }

    /// Ends the window: no frame comes after this returns, but one that is under way.
    @Override
    public void close() {
        closed = true;
        engine.closed(this);
    }

    /// Works everything out anew for the next picture and draws it whole.
    void renew() {
        stale = true;
        request();
    }

    /// Composes a frame soon, unless one is already due.
    void request() {
        if (!closed && wish != null && state.getAndSet(WANTED) == IDLE) {
            boolean started = false;
            try {
                engine.execute(this::run);
                started = true;
            } finally {
                if (!started) {
                    state.set(IDLE); // or no wish would ever start it again
                }
            }
        }
    }

    /// Whether it was told what to look at.
    public boolean looks() {
        return wish != null;
    }

    /// Whether the last frame handed out was complete, and of this ground.
    boolean isDrawn(Scene now) {
        return wish == null || drawn == now.seen(stack).tileVersion();
    }

    void tileArrived(boolean last) {
        if (last || arrived.incrementAndGet() % TILES_A_FRAME == 0) {
            request();
        }
    }

    /// The top of its thread: whatever a frame fails of, the next one is made.
    private void run() {
        do {
            state.set(COMPOSING);
            Wish now = wish;
            try {
                compose();
            } catch (RuntimeException | Error e) {
                stale = true;
                tell(now, e);
            }
        } while (!state.compareAndSet(COMPOSING, IDLE));
    }

    private static void tell(@Nullable Wish failed, Throwable reason) {
        if (reason instanceof OutOfMemoryError && failed != null) {
            log.error(
                    "a map of {} by {} pixels does not fit into this program's memory; the old picture stays",
                    failed.camera.width(),
                    failed.camera.height());
        } else {
            log.error("a map frame could not be drawn; the old picture stays", reason);
        }
    }

    private void compose() {
        Wish now = wish;
        if (now == null || closed) {
            return;
        }
        Scene scene = engine.scene().seen(stack);
        Emphasis stressed = emphasis;
        Map<String, Long> states = engine.states(); // before the layers are taken: at least so new
        List<OverlayCompositor.Shown> layers = engine.shown(stressed.hidden(), scene.stack());
        if (!mayHandOut(now.camera)) {
            return;
        }
        if (stale) {
            stale = false;
            composer.forget();
        }
        if (drawn == 0 && wanted == null) {
            want(now.target, scene); // a first picture's tiles are drawn while its names are placed
        }
        FrameComposer.Composed composed =
                composer.compose(new FrameComposer.View(now.camera, now.passing, scene, layers, stressed));
        int[] pixels = composed.pixels();
        if (pixels == null) {
            sink.unchanged(states);
        } else {
            hand(composed, pixels, now.camera, states);
        }
        drawn = composed.complete() ? scene.tileVersion() : 0;
        want(now.target, scene);
    }

    private void hand(FrameComposer.Composed composed, int[] pixels, MapCamera camera, Map<String, Long> states) {
        synchronized (this) {
            out++;
        }
        Pieces ground = composed.ground();
        Frame frame = new Frame(
                new Frame.Picture(pixels, ground == null ? List.of() : ground.list()),
                camera,
                composed.complete(),
                states,
                composed.change(),
                new Once(back -> giveBack(back, ground)));
        boolean handed = false;
        try {
            sink.ready(frame);
            handed = true;
        } finally {
            if (!handed) {
                frame.release();
            }
        }
    }

    /// Tells the engine which tiles to draw, unless all of the same were there the last time: it keeps those.
    private void want(MapCamera target, Scene scene) {
        LayerStack ground = scene.stack().ground();
        Wanted now = new Wanted(GroundCompositor.covering(target, ground), scene.tileVersion());
        if (closed || now.equals(wanted)) {
            return;
        }
        List<TileKey> keys = new ArrayList<>(engine.overview(ground));
        keys.addAll(GroundCompositor.wanted(target, ground));
        engine.cache().watch(this, keys);
        keys.removeIf(key -> engine.cache().has(key, scene.tileVersion()));
        wanted = keys.isEmpty() ? now : null;
        engine.want(this, keys);
        if (closed) {
            engine.closed(this);
        }
    }

    /// Otherwise the next release asks for the frame again.
    private synchronized boolean mayHandOut(MapCamera camera) {
        starved = out >= ((long) camera.width() * camera.height() > LARGE ? 1 : FRAMES);
        return !starved;
    }

    private void giveBack(int[] pixels, @Nullable Pieces ground) {
        if (ground != null) {
            ground.close();
        }
        engine.buffers().giveBack(pixels);
        boolean waiting;
        synchronized (this) {
            out--;
            waiting = starved;
            starved = false;
        }
        if (waiting) {
            request();
        }
    }

    private record Wish(MapCamera camera, MapCamera target, boolean passing) {}

    /// Tiles that are all there, of a scene.
    private record Wanted(List<TileKey> tiles, long scene) {}

    /// Runs once, however often it is asked to.
    private static final class Once implements Consumer<int[]> {
        private final AtomicInteger runs = new AtomicInteger();
        private final Consumer<int[]> work;

        Once(Consumer<int[]> work) {
            this.work = work;
        }

        @Override
        public void accept(int[] pixels) {
            if (runs.getAndIncrement() == 0) {
                work.accept(pixels);
            }
        }
    }
}
