package org.yiping.console.map;

// long because whatever a window or a writer asks of the map is asked here

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.map.style.LayerStack;

/// The map (地图引擎): ground, live layers and the tiles all windows share. Open a screen for each window.
///
/// Any thread may call. Tiles and frames are drawn on the given executor, never on the caller's thread; at most
/// `tileWorkers` of its threads draw tiles at a time, so frames find one free when the executor has one more.
public final class MapEngine {
    private static final Logger log = LoggerFactory.getLogger(MapEngine.class);

    private final CityProjection projection;
    private final Executor executor;
    private final int tileWorkers;
    private final TileCache cache;
    private final PictureBuffers buffers;
    private final TileQueue queue = new TileQueue();
    private final AtomicInteger working = new AtomicInteger();
    private final ConcurrentLinkedQueue<TilePainter> painters = new ConcurrentLinkedQueue<>();
    private final List<MapScreen> screens = new CopyOnWriteArrayList<>();
    private volatile List<LiveLayer> layers = List.of();
    private volatile Scene scene;

    public MapEngine(CityProjection projection, MapStyle style, Executor executor, int tileWorkers) {
        this.projection = projection;
        this.executor = executor;
        this.tileWorkers = tileWorkers;
        boolean wall = style.generalisation() == Generalisation.WALL;
        this.cache = wall ? TileCache.ofWall() : TileCache.ofDesk();
        this.buffers = wall ? PictureBuffers.ofWall() : PictureBuffers.ofDesk();
        this.scene = Scene.of(CityGround.empty(), style);
    }

    public CityProjection projection() {
        return projection;
    }

    public CityGround ground() {
        return scene.ground();
    }

    /// Changes the ground. Windows keep the old picture until the new one is drawn.
    public void ground(CityGround ground) {
        change(scene -> scene.with(ground));
    }

    /// Changes colours and letters, as when the theme is switched.
    public void style(MapStyle style) {
        change(scene -> scene.with(style));
    }

    /// Takes what a live layer holds now as the crowd whose density windows show that ask for it (`LayerStack.heat`);
    /// components need no such word. Nothing is drawn anew where nothing has changed.
    public void heat(String layer) {
        layers.stream()
                .filter(l -> l.spec().name().equals(layer))
                .map(l -> l.current().points())
                .filter(points -> {
                    Scene.Crowd known = scene.crowds().get(layer);
                    return known == null || known.points() != points;
                })
                .findFirst()
                .ifPresent(points -> change(scene -> scene.with(layer, points)));
    }

    /// Takes a colouring of areas, which windows show that ask for its name (`LayerStack.tint`). Nothing is drawn anew
    /// where it looks as it did.
    public void tint(String name, AreaTint tint) {
        AreaTint known = scene.tint(name);
        if (known == null || !known.looksLike(tint)) {
            change(scene -> scene.with(name, tint));
        }
    }

    /// The density, in points a square kilometre, at which the colours of a heat end at a scale; 0 where nothing is.
    public double fullHeat(String layer, double metresPerPixel) {
        Heat heat = scene.heat(layer);
        return heat == null ? 0 : heat.fullAt(metresPerPixel);
    }

    private void change(UnaryOperator<Scene> to) {
        synchronized (this) {
            scene = to.apply(scene);
        }
        repaint();
    }

    /// Adds an empty live layer; its writer fills and publishes it.
    public LiveLayer layer(LayerSpec spec) {
        LiveLayer layer = new LiveLayer(spec, projection, this::repaint);
        synchronized (this) {
            List<LiveLayer> sorted = new ArrayList<>(layers);
            sorted.add(layer);
            sorted.sort(Comparator.comparingInt(l -> l.spec().order()));
            layers = List.copyOf(sorted);
        }
        return layer;
    }

    public MapScreen open(FrameSink sink) {
        MapScreen screen = new MapScreen(this, sink);
        screens.add(screen);
        return screen;
    }

    /// The same of a window with its own stack, which picks nothing it does not show.
    public Optional<Hit> pick(MapCamera camera, CityPoint at, double radius, LayerStack stack) {
        return Picker.pick(
                scene.seen(stack),
                shown(Set.of(), stack),
                camera,
                camera.screenX(at.x()),
                camera.screenY(at.y()),
                radius);
    }

    /// The topmost feature within `radius` pixels of a pixel; `hidden` names layers to look through.
    public Optional<Hit> pick(MapCamera camera, double px, double py, double radius, Collection<String> hidden) {
        return Picker.pick(scene, shown(hidden), camera, px, py, radius);
    }

    /// All features within `radius` pixels of a pixel, from the topmost down; of each layer the nearest first,
    /// twenty at most.
    public List<Hit> pickAll(MapCamera camera, double px, double py, double radius, Collection<String> hidden) {
        return Picker.all(scene, shown(hidden), camera, px, py, radius);
    }

    /// Whether a window of that stack counts components at this scale.
    public static boolean groups(LayerStack stack, MapCamera camera) {
        return stack.groups() && camera.metresPerPixel() > ComponentGroups.FROM;
    }

    /// The counted group of components at a pixel, where a window's stack groups them at this scale.
    public Optional<Hit> group(MapCamera camera, CityPoint at, LayerStack stack) {
        Scene seen = scene.seen(stack);
        return !seen.groupsComponents(camera.metresPerPixel())
                ? Optional.empty()
                : ComponentGroups.at(
                                seen.ground().components(),
                                PixelGrid.of(camera),
                                seen.style().generalisation(),
                                at)
                        .map(g -> new Hit.Group("components", g.count(), g.square()));
    }

    /// The ids in a region by layer, live layers and components alike; layers without any are left out.
    public Map<String, List<String>> query(Region region) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        layers.reversed().forEach(layer -> add(found, layer.current().points(), region));
        scene.ground().components().forEach(layer -> add(found, layer, region));
        return found;
    }

    private static void add(Map<String, List<String>> found, Points layer, Region region) {
        List<String> ids = layer.idsIn(region);
        if (!ids.isEmpty()) {
            found.merge(layer.name(), ids, MapEngine::joined);
        }
    }

    /// Both as one, of which a name is fetched when it is asked for.
    private static List<String> joined(List<String> a, List<String> b) {
        int first = a.size();
        return new AbstractList<>() {
            @Override
            public String get(int at) {
                return at < first ? a.get(at) : b.get(at - first);
            }

            @Override
            public int size() {
                return first + b.size();
            }
        };
    }

    /// Every open screen that looks at a place has handed out a complete frame of the ground of now, and there is one.
    public boolean isDrawn() {
        Scene now = scene;
        return screens.stream().anyMatch(MapScreen::looks) && screens.stream().allMatch(screen -> screen.isDrawn(now));
    }

    /// No tile is being drawn nor waits for it.
    boolean isIdle() {
        return queue.isIdle() && working.get() == 0;
    }

    Scene scene() {
        return scene;
    }

    TileCache cache() {
        return cache;
    }

    PictureBuffers buffers() {
        return buffers;
    }

    void execute(Runnable work) {
        executor.execute(work);
    }

    List<OverlayCompositor.Shown> shown(Collection<String> hidden) {
        return shown(hidden, LayerStack.plain());
    }

    /// The live layers of a window, the lowest first: as they were made, as the style wants them, as the stack does.
    List<OverlayCompositor.Shown> shown(Collection<String> hidden, LayerStack stack) {
        MapPlan plan = scene.style().plan();
        List<OverlayCompositor.Shown> shown = layers.stream()
                .filter(layer -> !hidden.contains(layer.spec().name())
                        && stack.entry(layer.spec().name()).visible())
                .map(layer -> {
                    LayerSpec spec = plan.live(layer.spec());
                    return new OverlayCompositor.Shown(spec.within(stack.entry(spec.name())), layer.current());
                })
                .sorted(Comparator.comparingInt(each -> each.spec().order()))
                .toList();
        return stack.arranged(shown, each -> each.spec().name());
    }

    /// The published state of each live layer.
    Map<String, Long> states() {
        return layers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        layer -> layer.spec().name(), layer -> layer.current().state()));
    }

    /// The whole city in a few tiles, always kept: what is shown where nothing better has been drawn yet.
    List<TileKey> overview(LayerStack stack) {
        CityBox all = scene.ground().bounds();
        return GroundCompositor.wanted(MapCamera.showing(all, TileKey.SIDE, TileKey.SIDE), stack);
    }

    void want(MapScreen screen, List<TileKey> keys) {
        queue.want(screen, keys);
        while (queue.waiting() > 0) {
            int now = working.get();
            if (now >= Math.min(tileWorkers, queue.waiting())) {
                return;
            }
            if (working.compareAndSet(now, now + 1)) {
                boolean started = false;
                try {
                    execute(this::drawTiles);
                    started = true;
                } finally {
                    if (!started) {
                        working.decrementAndGet();
                    }
                }
            }
        }
    }

    void closed(MapScreen screen) {
        screens.remove(screen);
        queue.want(screen, List.of());
        cache.watch(screen, List.of());
    }

    private void repaint() {
        screens.forEach(MapScreen::request);
    }

    private void drawTiles() {
        try {
            for (TileKey key = queue.take(); key != null; key = queue.take()) {
                if (draw(key)) {
                    boolean last = queue.waiting() == 0;
                    screens.forEach(screen -> screen.tileArrived(last));
                }
            }
        } finally {
            working.decrementAndGet();
        }
        // a want that came after the last take and saw this worker still at work
        if (queue.waiting() > 0) {
            repaint();
        }
    }

    /// The top of a worker's work: whatever a tile fails of, it is shown as far as it got and no longer waited for,
    /// because asking again would fail again. Tells whether there is a tile now.
    private boolean draw(TileKey key) {
        Scene from = scene;
        boolean there = false;
        try {
            int[] pixels = cache.slab();
            TilePainter idle = painters.poll();
            TilePainter painter = idle != null ? idle : new TilePainter();
            try {
                painter.paint(from, key, pixels);
                painters.add(painter);
            } finally {
                cache.put(key, pixels, from.seen(key.stack()).tileVersion());
                there = true;
            }
        } catch (RuntimeException | Error e) {
            log.error("tile {} could not be drawn", key, e);
        } finally {
            queue.done(key);
        }
        return there;
    }
}
