package org.yiping.console;

// long because the parts of a session are put together and taken apart here

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.Heartbeat;
import org.yiping.console.cache.Cache;
import org.yiping.console.cache.Opening;
import org.yiping.console.cache.Owner;
import org.yiping.console.config.ConsoleConfig;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.fx.Sounds;
import org.yiping.console.fx.StallWatch;
import org.yiping.console.fx.Ticker;
import org.yiping.console.link.Link;
import org.yiping.console.link.LinkSettings;
import org.yiping.console.link.LinkTools;
import org.yiping.console.map.PointLayer;
import org.yiping.console.outbox.DurableOutbox;
import org.yiping.console.outbox.OutboxTools;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.OwnNode;
import org.yiping.console.store.Selection;
import org.yiping.console.store.Tables;
import org.yiping.console.store.VeiledLookup;
import org.yiping.console.sync.Sync;
import org.yiping.console.sync.SyncTools;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.map.CityMap;
import org.yiping.console.ui.shell.Monitor;
import org.yiping.console.ui.shell.Shell;
import org.yiping.console.ui.shell.Snapshots;
import org.yiping.console.ui.wall.WallWindows;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.DecodingPower;
import org.yiping.protocol.SignIn;
import org.yiping.protocol.wall.ShippedScenes;

/// The signed-in lifetime: cache, stores, link, outbox and the windows over them.
///
/// Opened and closed on a worker, because the disk is waited for; `show` on the FX thread. Without a platform it opens
/// all the same, on what the cache has, and says how old that is. Windows are built while the cache is still read.
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int TILE_WORKERS = 2;

    private final ConsoleConfig config;
    private final Console.Means means;
    private final Flow flow;
    private final Desk desk;
    private final PaintProbe paint;
    private final OwnNode own;
    private final ScheduledExecutorService mapWriter = serial("map-writer");
    private final ScheduledExecutorService stallTimer = serial("stalls");
    private final ScheduledExecutorService sorter = serial("sorter");
    private final ScheduledExecutorService beats = serial("beats");
    private @Nullable Windows windows;
    private @Nullable ScheduledFuture<?> looking;

    /// What moves facts and commands.
    private record Flow(
            Cache cache,
            Link link,
            Sync sync,
            DurableOutbox outbox,
            List<ScheduledExecutorService> serials,
            CacheFill filling,
            CompletableFuture<Void> starting) {}

    private record Windows(Ticker ticker, CityMap map, Runnable close) {}

    private Session(ConsoleConfig config, Console.Means means, Flow flow, Desk desk, PaintProbe paint, OwnNode own) {
        this.config = config;
        this.means = means;
        this.flow = flow;
        this.desk = desk;
        this.paint = paint;
        this.own = own;
    }

    static Session open(ConsoleConfig config, Console.Means means, SignIn.Request who) throws IOException {
        InstantSource clock = means.clock();
        Owner owner = new Owner(config.server(), who.user(), who.post());
        Cache cache = switch (Cache.open(config.data(), owner, clock)) {
            case Opening.Ready ready -> {
                ready.notes().forEach(note -> LOG.info("cache: {}", note));
                yield ready.cache();
            }
            case Opening.Failed failed ->
                throw new IOException("the cache cannot be used: " + failed.reason() + " " + failed.detail());
        };
        Tables tables = new Tables(clock);
        ScheduledExecutorService writing = serial("facts");
        ScheduledExecutorService sending = serial("outbox");
        ScheduledExecutorService telling = serial("node");
        Link link = new Link(
                LinkSettings.of(
                        config.server(), means.dress().messages().locale().get()),
                new LinkTools(clock, means.timer(), means.workers(), new Random()));
        DurableOutbox outbox =
                new DurableOutbox(link, cache, tables.stores(), OutboxTools.of(sending, clock, new Random()));
        PaintProbe paint = new PaintProbe(tables.clock, Frames.platform());
        Sync sync = new Sync(
                link,
                cache,
                tables,
                (revision, commands, commits) -> {
                    outbox.applied(revision, commands);
                    paint.arrived(
                            revision,
                            commits.stream()
                                    .map(c -> new PaintProbe.Commits(c.oldest(), c.changes()))
                                    .toList());
                },
                new SyncTools(writing, means.workers(), clock, PointLayer::order));
        sync.open();
        CacheFill filling = new CacheFill(sync, means.workers());
        CompletableFuture<Void> starting = link.signIn(who, platform -> {
                    filling.rows().join(); // what is read meanwhile must not come after it was thrown away
                    if (outbox.met(platform).join()) {
                        sync.startAnew();
                    }
                })
                .thenAccept(answer -> LOG.info("sign-in: {}", answer.getClass().getSimpleName()))
                .thenCompose(_ -> filling.rows())
                .thenRun(sync::start)
                .thenCompose(_ -> outbox.start())
                .exceptionally(failed -> {
                    LOG.error("the session did not start whole", failed);
                    return null;
                });
        Flow flow = new Flow(cache, link, sync, outbox, List.of(writing, sending, telling), filling, starting);
        Desk desk =
                new Desk(tables.stores(), new VeiledLookup(sync.lookup(), tables.stores()), new Selection(), outbox);
        desk.lookup().cameras().ifPresent(means.addresses()::bind);
        if (config.windows().mode() == ConsoleConfig.Mode.WORKSTATION) {
            sync.tell(desk.selection(), desk.seat());
        }
        ConsoleConfig.Node node = config.node();
        OwnNode own = new OwnNode(new OwnNode.Place(node.wall(), node.id(), node.at()));
        if (config.windows().mode() == ConsoleConfig.Mode.WALL) {
            sync.tell(own, telling);
        }
        return new Session(config, means, flow, desk, paint, own);
    }

    /// `screens` are asked for again by a wall, whose monitors come and go.
    void show(Supplier<List<Monitor>> screens, Runnable closed) {
        List<Monitor> monitors = screens.get();
        Ticker ticker = new Ticker(means.fx(), desk.stores().clock());
        Console.Dress dress = means.dress();
        Hall hall = new Hall(
                means.fx(),
                ticker,
                dress.messages(),
                dress.themes(),
                dress.notices(),
                dress.background(),
                means.clock(),
                paint,
                sorter,
                dress.remembered(),
                config.windows().mode() == ConsoleConfig.Mode.WALL ? Sounds.silent() : Sounds.speaker(means.workers()));
        CityMap.Workers drawing = new CityMap.Workers(
                means.workers(), TILE_WORKERS, mapWriter, config.data().resolve("map-style.json"));
        CityMap map = switch (config.windows().mode()) {
            case WORKSTATION -> new CityMap(desk, hall, drawing);
            case WALL -> CityMap.forWall(desk, hall, drawing);
        };
        Panels panels = new Panels(desk, hall, map, player());
        PanelCatalogue catalogue = panels.catalogue();
        ticker.tick();
        ticker.start(means.timer());
        FirstMap first = new FirstMap(means.fx(), Frames.platform(), map::isDrawn);
        first.then(flow.filling()::mapStands);
        Opened opened = switch (config.windows().mode()) {
            case WORKSTATION -> workstation(new Shell(desk, hall, catalogue), monitors, first, closed);
            case WALL ->
                wall(
                        new WallWindows(desk, hall, catalogue, ShippedScenes.book(), own, Frames.platform()),
                        screens,
                        config.windows().firstScreen() < Shell.monitors().size(),
                        ticker);
        };
        if (config.windows().mode() == ConsoleConfig.Mode.WORKSTATION && monitors.size() > 1 && hasMap()) {
            first.start();
        } else {
            first.pass();
        }
        if (config.shots() != null) {
            StallWatch stalls = new StallWatch(means.fx(), means.clock());
            stalls.start(stallTimer);
            new Shots(
                            config.shots(),
                            means.fx(),
                            means.clock(),
                            opened.scenes(),
                            desk.stores(),
                            new Shots.Gauges(panels::playing, map::isDrawn, paint, stalls))
                    .start(means.timer());
        }
        watched(opened.scenes(), map::isDrawn, ticker);
        windows = new Windows(ticker, map, opened.close());
    }

    /// A watchdog that started this console wants to hear of its frames.
    private void watched(Shots.Scenes scenes, BooleanSupplier drawn, Ticker ticker) {
        String folder = System.getenv(Heartbeat.FOLDER);
        if (folder != null) {
            Watched.Windows shown = new Watched.Windows(scenes, drawn);
            new Watched(Path.of(folder), means.fx(), Frames.platform(), shown, ticker, System.out::println)
                    .start(beats, means.workers());
        }
    }

    /// The player whose pictures the platform hears of.
    private Supplier<CameraPlayer> player() {
        Optional<Sightings> sightings = desk.lookup()
                .cameras()
                .map(use -> new Sightings(
                        use,
                        () -> desk.stores().link().known().orElse(null) instanceof LinkState.Live,
                        desk.stores().clock()));
        looking = sightings
                .map(s -> means.timer().scheduleWithFixedDelay(s::tick, 1, 1, TimeUnit.SECONDS))
                .orElse(null);
        return () -> {
            CameraPlayer plays = means.video().player();
            return sightings.map(s -> s.of(plays)).orElse(plays);
        };
    }

    private record Opened(Runnable close, Shots.Scenes scenes) {}

    /// Whether the cache had a city: a seat's first start has no map to wait for.
    private boolean hasMap() {
        return desk.city().isPresent() && flow.cache().mine();
    }

    private Opened workstation(Shell shell, List<Monitor> monitors, FirstMap first, Runnable closed) {
        BooleanSupplier settled = () -> first.stands() && flow.filling().rows().isDone();
        shell.open(monitors, new Shell.Order(first::then, settled), closed);
        return new Opened(shell::close, shell::scenes);
    }

    private Opened wall(WallWindows wall, Supplier<List<Monitor>> monitors, boolean alone, Ticker ticker) {
        // Where the wall has monitors of its own and all of them are gone, those that are left are somebody's desk.
        Supplier<List<Rectangle2D>> screens = () ->
                alone && config.windows().firstScreen() >= Shell.monitors().size()
                        ? List.of()
                        : monitors.get().stream()
                                .map(m -> new Rectangle2D(m.x(), m.y(), m.width(), m.height()))
                                .toList();
        Glimpses glimpses = new Glimpses(
                own,
                wall::monitors,
                Snapshots::small,
                means.fx(),
                means.workers(),
                new Glimpses.Time(desk.stores().clock(), System::nanoTime));
        ticker.now().subscribe(_ -> glimpses.tick());
        OwnMachine machine = new OwnMachine(
                own,
                config.data(),
                OwnMachine.Facts.ofSystem(),
                () -> OwnMachine.power(new DecodingPower(means.workers(), means.timer())),
                new OwnMachine.Work(means.workers(), means.fx(), means.clock(), System::nanoTime));
        machine.begin();
        if (!OwnMachine.LEFT_ALONE) {
            ticker.now().subscribe(_ -> machine.tick(wall.picturesStand()));
        }
        // A desktop somebody works at keeps its own habits.
        Awake awake = Awake.begin(means.workers(), alone);
        wall.open(screens.get(), alone);
        wall.follow(screens);
        return new Opened(
                () -> {
                    wall.close();
                    machine.close();
                    awake.close();
                },
                () -> wall.scenes().stream()
                        .map(s -> new Shell.NamedScene(s.name(), s.scene()))
                        .toList());
    }

    @Override
    public void close() {
        ScheduledFuture<?> looked = looking;
        if (looked != null) {
            looked.cancel(false);
        }
        means.addresses().clear();
        Windows open = windows;
        if (open != null) {
            means.fx().execute(() -> {
                open.ticker().close();
                open.close().run();
                open.map().close();
            });
        }
        flow.starting().cancel(false);
        flow.filling().cancel();
        flow.outbox().close();
        flow.link().close();
        flow.sync().close();
        for (ScheduledExecutorService serial : flow.serials()) {
            serial.shutdown();
            try {
                if (!serial.awaitTermination(5, TimeUnit.SECONDS)) {
                    LOG.warn("a thread of the session did not end in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        mapWriter.shutdownNow();
        stallTimer.shutdownNow();
        sorter.shutdownNow();
        beats.shutdownNow();
        flow.cache().close();
    }

    /// What comes when the session has ended, e.g. the rest of a download, is dropped without a word.
    static ScheduledExecutorService serial(String name) {
        return new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name(name).factory(), new ThreadPoolExecutor.DiscardPolicy());
    }
}
