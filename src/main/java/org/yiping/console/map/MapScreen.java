package org.yiping.console.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final int BUFFERS = 3;
    private static final int IDLE = 0;
    private static final int COMPOSING = 1;
    private static final int WANTED = 2;
    /// A new frame for so many tiles that came in; one more when the last has come.
    private static final int TILES_A_FRAME = 6;

    private final MapEngine engine;
    private final FrameSink sink;
    private final GroundCompositor ground;
    private final OverlayCompositor overlay = new OverlayCompositor();
    private final AtomicInteger state = new AtomicInteger(IDLE);
    private final AtomicInteger arrived = new AtomicInteger();
    private final ArrayDeque<int[]> buffers = new ArrayDeque<>();
    private volatile @Nullable Wish wish;
    private volatile Emphasis emphasis = Emphasis.NONE;
    private volatile LayerStack stack = LayerStack.plain();
    private volatile boolean closed;
    private volatile long drawn;
    private @Nullable Seen handedOut;
    private int out;
    private boolean starved;

    MapScreen(MapEngine engine, FrameSink sink) {
        this.engine = engine;
        this.sink = sink;
        this.ground = new GroundCompositor(engine.cache());
    }

    /// Asks for a picture of `camera`; better ones follow until one is complete.
    public void look(MapCamera camera) {
        look(camera, camera.settled());
    }

    /// In motion: a picture of `camera` now, while tiles are drawn for where the motion will rest.
    public void look(MapCamera camera, MapCamera target) {
        wish = new Wish(camera, target);
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

    public Emphasis emphasis() {
        return emphasis;
    }

    /// Ends the window: no frame comes after this returns, but one that is under way.
    @Override
    public void close() {
        closed = true;
        engine.closed(this);
    }

    /// Composes a frame soon, unless one is already due.
    void request() {
        if (!closed && wish != null && state.getAndSet(WANTED) == IDLE) {
            engine.execute(this::run);
        }
    }

    /// Whether the last frame handed out was complete, and of this ground.
    boolean isDrawn(long version) {
        return wish == null || drawn == version;
    }

    void tileArrived(boolean last) {
        if (last || arrived.incrementAndGet() % TILES_A_FRAME == 0) {
            request();
        }
    }

    private void run() {
        do {
            state.set(COMPOSING);
            try {
                compose();
            } catch (RuntimeException e) {
                log.error("a map frame could not be drawn", e);
            }
        } while (!state.compareAndSet(COMPOSING, IDLE));
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
        Seen seen = new Seen(
                now.camera,
                scene.version(),
                scene.stack(),
                stressed,
                layers.stream().map(l -> l.version().number()).toList());
        if (seen.equals(handedOut)) {
            sink.unchanged(states);
            return;
        }
        int[] pixels = buffer(now.camera.width() * now.camera.height());
        if (pixels == null) {
            return;
        }
        Canvas canvas = new Canvas(pixels, now.camera.width(), now.camera.height());
        boolean complete;
        try {
            complete = ground.paint(canvas, now.camera, scene);
            overlay.paint(canvas, now.camera, scene, layers, stressed);
        } catch (RuntimeException e) {
            giveBack(pixels);
            throw e;
        }
        sink.ready(new Frame(pixels, now.camera, complete, states, new Once(() -> giveBack(pixels))));
        drawn = complete ? scene.version() : 0;
        handedOut = complete ? seen : null;
        want(now.target, scene);
    }

    private void want(MapCamera target, Scene scene) {
        LayerStack ground = scene.stack().ground();
        List<TileKey> keys = new ArrayList<>(engine.overview(ground));
        keys.addAll(GroundCompositor.wanted(target, ground));
        if (closed) {
            return;
        }
        engine.cache().watch(this, keys);
        keys.removeIf(key -> engine.cache().has(key, scene.version()));
        engine.want(this, keys);
        if (closed) {
            engine.closed(this);
        }
    }

    /// A free buffer, or null: then the next release asks for the frame again.
    private synchronized int @Nullable [] buffer(int size) {
        int[] pixels = buffers.poll();
        if (pixels == null && out >= BUFFERS) {
            starved = true;
            return null;
        }
        out++;
        return pixels != null && pixels.length == size ? pixels : new int[size];
    }

    private void giveBack(int[] pixels) {
        boolean waiting;
        synchronized (this) {
            buffers.add(pixels);
            out--;
            waiting = starved;
            starved = false;
        }
        if (waiting) {
            request();
        }
    }

    private record Wish(MapCamera camera, MapCamera target) {}

    /// All that a complete picture hangs on.
    private record Seen(MapCamera camera, long scene, LayerStack stack, Emphasis emphasis, List<Long> layers) {}

    /// Runs once, however often it is asked to.
    private static final class Once implements Runnable {
        private final AtomicInteger runs = new AtomicInteger();
        private final Runnable work;

        Once(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (runs.getAndIncrement() == 0) {
                work.run();
            }
        }
    }
}
