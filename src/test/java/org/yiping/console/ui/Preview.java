package org.yiping.console.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import org.yiping.city.CityFolder;
import org.yiping.console.Panels;
import org.yiping.console.fx.Background;
import org.yiping.console.fx.Fonts;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notices;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.fx.Remembered;
import org.yiping.console.fx.Sounds;
import org.yiping.console.fx.Themes;
import org.yiping.console.fx.Ticker;
import org.yiping.console.settings.Language;
import org.yiping.console.settings.Theme;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.map.CityMap;
import org.yiping.console.ui.shell.Monitor;
import org.yiping.console.ui.shell.Shell;
import org.yiping.console.ui.shell.Snapshots;
import org.yiping.console.ui.wall.WallWindows;
import org.yiping.console.video.Addresses;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Video;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.casework.CaseId;
import org.yiping.fake.MemoryOutbox;
import org.yiping.protocol.wall.ShippedScenes;
import org.yiping.simulator.camera.CameraStreams;
import org.yiping.simulator.city.CityGenerator;

/// Shows every window with a made-up city and saves their pictures, to be held beside the design.
///
/// Arguments: `out=DIR size=1920x1080 theme=hall lang=zh scale=100 post=dispatcher seconds=6 pages=workbench,map
/// pick=sensor sensor=ID choice=KEY:WORDS`; `wall=2x1 scene=overview` shows the display wall of so many monitors
/// instead, `wall=screens` on those there are.
public final class Preview {
    private final Map<String, String> options = new TreeMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Fx fx = Fx.platform();
    private Instant start = Instant.now();

    public static void main(String[] args) {
        Preview preview = new Preview();
        for (String a : args) {
            String[] kv = a.split("=", 2);
            preview.options.put(kv[0], kv[1]);
        }
        Platform.startup(() -> {
            try {
                preview.show();
            } catch (RuntimeException | IOException e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
    }

    private String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    private void show() throws IOException {
        Fonts.load();
        InstantSource clock = InstantSource.system();
        start = clock.instant();
        Messages messages =
                new Messages((option("lang", "zh").equals("en") ? Language.ENGLISH : Language.CHINESE).locale());
        Themes themes = new Themes(
                option("theme", "hall").equals("office") ? Theme.OFFICE : Theme.HALL,
                Integer.parseInt(option("scale", "100")));
        Path folder = Files.createTempDirectory("preview");
        new CityGenerator(Long.parseLong(option("city-seed", "20260311"))).write(folder);
        MadeUpCity city = new MadeUpCity(new CityFolder(folder), start, Long.parseLong(option("seed", "7")), clock);
        city.fill(option("post", "dispatcher"), Integer.parseInt(option("cases", "420")));
        MadeUpPatrols.put(city.tables, start);
        city.wall = true;
        MadeUpWall.put(city.tables, start);
        Ticker ticker = new Ticker(fx, city.tables.clock);
        Hall hall = new Hall(
                fx,
                ticker,
                messages,
                themes,
                new Notices(fx),
                new Background(workers, fx),
                clock,
                new PaintProbe(clock, Frames.platform()),
                Executors.newSingleThreadExecutor(),
                remembered(),
                Sounds.silent());
        Selection selection = new Selection();
        Desk desk = new Desk(
                city.tables.stores(),
                MadeUpDirectory.over(city, city.tables, start),
                selection,
                new MemoryOutbox(start));
        CityMap.Workers drawing = new CityMap.Workers(workers, 2, Executors.newSingleThreadScheduledExecutor());
        String wall = option("wall", "");
        CityMap map = wall.isEmpty() ? new CityMap(desk, hall, drawing) : CityMap.forWall(desk, hall, drawing);
        String size = option("size", "1920x1080");
        double width = Double.parseDouble(size.replaceAll("x.*", ""));
        double height = Double.parseDouble(size.replaceAll(".*x", ""));
        ticker.tick();
        ticker.start(timer);
        var _ = timer.scheduleAtFixedRate(
                () -> {
                    city.tables.facts(new Freshness(true, clock.instant()));
                    city.tables.units.freshness(new Freshness(true, clock.instant()));
                    city.tables.kpis.freshness(new Freshness(true, clock.instant()));
                },
                1,
                1,
                TimeUnit.SECONDS);
        PanelCatalogue catalogue = new Panels(desk, hall, map, () -> player(clock)).catalogue();
        if (!wall.isEmpty()) {
            WallWindows windows = new WallWindows(desk, hall, catalogue, ShippedScenes.book());
            new WallPreview(this::option, windows, fx, timer, this::save).show(width, height);
            return;
        }
        Shell shell = new Shell(desk, hall, catalogue);
        shell.open(List.of(new Monitor(0, 0, width, height)), Platform::exit);
        List<String> pages =
                new ArrayList<>(List.of(option("pages", "workbench").split(",")));
        pick(city, selection);
        next(shell, pages);
    }

    /// `video=live` plays the simulator's clips in every tile.
    private CameraPlayer player(InstantSource clock) {
        if (!option("video", "").equals("live")) {
            return new Video.Missing("preview").player();
        }
        try {
            CameraStreams streams = CameraStreams.open(0, workers, timer, System::nanoTime);
            CameraPlayer player = Video.later(new Video.Means(clock, timer, workers, 7), Addresses.FIXED)
                    .player();
            AtomicInteger number = new AtomicInteger();
            return new CameraPlayer() {
                @Override
                public Watch watch(Camera of, FrameSize size, Listener listener) {
                    boolean file = of.streams().getFirst().url().startsWith("file:");
                    List<CameraStream> own = file ? of.streams() : streams.streams(number.incrementAndGet());
                    return player.watch(
                            new Camera(of.id(), of.name(), of.position(), of.view(), own, of.state(), of.device()),
                            size,
                            listener);
                }

                @Override
                public void close() {
                    player.close();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `choice=map.area-tint:shown street open 70` is a choice the seat made earlier.
    private Remembered remembered() {
        Remembered kept = Remembered.nowhere(fx);
        String[] choice = option("choice", "").split(":", 2);
        if (choice.length == 2) {
            kept.change(p -> p.withChoice(choice[0], choice[1]));
        }
        return kept;
    }

    static void end() {
        Platform.exit();
        Runtime.getRuntime().halt(0);
    }

    private void pick(MadeUpCity city, Selection selection) {
        if (option("pick", "case").equals("sensor")) {
            city.tables
                    .sensors
                    .rows()
                    .values()
                    .filter(s -> s.id().value().equals(option("sensor", "990102-gas-031")))
                    .findFirst()
                    .ifPresent(s -> selection.pick(new Selection.Picked.OfSensor(s.id())));
            return;
        }
        if (!option("case", "").isEmpty()) {
            selection.pick(new Selection.Picked.OfCase(new CaseId(option("case", ""))));
            return;
        }
        String state = option("state", "to-dispatch");
        city.tables
                .cases
                .rows()
                .values()
                .filter(c -> c.progress().state().value().equals(state)
                        && c.runningClock().isPresent()
                        && c.place().position() != null)
                .min(java.util.Comparator.comparing(
                        c -> c.runningClock().orElseThrow().dueAt()))
                .map(c -> c.id())
                .or(() -> java.util.Optional.of(new CaseId("c-0")))
                .ifPresent(id -> selection.pick(new Selection.Picked.OfCase(id)));
    }

    private void next(Shell shell, List<String> pages) {
        if (pages.isEmpty()) {
            timer.shutdownNow();
            end();
            return;
        }
        String page = pages.removeFirst();
        shell.ask("workbench", page);
        var _ = timer.schedule(
                () -> fx.execute(() -> {
                    Scene scene = shell.scenes().getFirst().scene();
                    for (String id : option("press", "").split(",")) {
                        press(scene.getRoot(), id);
                        scene.getRoot().applyCss();
                        scene.getRoot().layout();
                    }
                    var _ = timer.schedule(
                            () -> fx.execute(() -> {
                                save(Snapshots.take(scene), page);
                                next(shell, pages);
                            }),
                            Long.parseLong(option("after", "0")),
                            TimeUnit.MILLISECONDS);
                }),
                Long.parseLong(option("seconds", "4")),
                TimeUnit.SECONDS);
    }

    /// Presses the button of this id, so that what it opens is in the picture.
    private void press(Node node, String id) {
        if (node instanceof ButtonBase button && id.equals(button.getId())) {
            button.fire();
        } else if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(n -> press(n, id));
        }
    }

    private void save(BufferedImage picture, String name) {
        try {
            Path out = Path.of(option("out", "target/preview"));
            Files.createDirectories(out);
            Snapshots.write(picture, out.resolve(name + option("suffix", "") + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
