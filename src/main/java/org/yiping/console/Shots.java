package org.yiping.console;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Latencies;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.fx.StallWatch;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.shell.Shell;
import org.yiping.console.ui.shell.Snapshots;

/// Leaves pictures of all windows in a folder when a file `shoot` appears there, then `shot.done` with an account in
/// one JSON line; keeps a file `revision` with the last revision on disk, and a file `paint` with what the paint probe
/// and the stall watch have counted since a file `clear` appeared, and a file `stands` with how many cameras play.
/// Where a file `click` lies there at the start, the
/// first click is played and `interactive` tells when it was answered; a file `type` is a script for `Typing`, and
/// `typed` tells how long each stroke took. For demonstrations, measurements and tests.
final class Shots {
    private static final Logger LOG = LoggerFactory.getLogger(Shots.class);

    private final Path folder;
    private final Fx fx;
    private final InstantSource clock;
    private final Scenes scenes;
    private final Stores stores;
    private final Gauges gauges;
    private long told = -1;
    private volatile int playing;

    /// The windows there are now. FX thread.
    interface Scenes {
        List<Shell.NamedScene> now();
    }

    /// How many cameras play, whether the whole map is drawn, what is measured while the windows are open. FX thread.
    record Gauges(IntSupplier playing, BooleanSupplier mapDrawn, PaintProbe paint, StallWatch stalls) {}

    private record Picture(String name, BufferedImage image) {}

    Shots(Path folder, Fx fx, InstantSource clock, Scenes scenes, Stores stores, Gauges gauges) {
        this.folder = folder;
        this.fx = fx;
        this.clock = clock;
        this.scenes = scenes;
        this.stores = stores;
        this.gauges = gauges;
    }

    void start(ScheduledExecutorService timer) {
        if (Files.exists(folder.resolve("click"))) {
            new FirstClick(fx, clock, scenes, stores, gauges.mapDrawn(), this::clicked).start();
        }
        var _ = timer.scheduleWithFixedDelay(this::look, 500, 500, TimeUnit.MILLISECONDS);
    }

    private void clicked(FirstClick.Moments moments) {
        Thread.ofVirtual().start(() -> {
            try {
                put(
                        "interactive",
                        "{\"click\":" + moments.click() + ",\"map\":" + moments.map() + ",\"painted\":"
                                + moments.painted() + ",\"cpu\":" + moments.cpu() + "}");
            } catch (IOException e) {
                LOG.warn("the first click could not be told: {}", e.toString());
            }
        });
    }

    private void look() {
        try {
            long revision = stores.revision();
            if (revision != told) {
                told = revision;
                put("revision", Long.toString(revision));
            }
            if (Files.deleteIfExists(folder.resolve("clear"))) {
                gauges.paint().clear();
                gauges.stalls().clear();
            }
            put("paint", paint());
            put("stands", Integer.toString(playing));
            fx.execute(() -> playing = gauges.playing().getAsInt());
            Path script = folder.resolve("type");
            if (Files.exists(script)) {
                List<String> strokes = Files.readAllLines(script);
                Files.delete(script);
                fx.execute(() -> type(strokes));
            }
            Path asked = folder.resolve("shoot");
            if (Files.deleteIfExists(asked)) {
                fx.execute(this::shoot);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("no pictures: {}", e.toString());
        }
    }

    /// The first line is the pause between two strokes in milliseconds.
    private void type(List<String> strokes) {
        Duration pause = Duration.ofMillis(Long.parseLong(strokes.getFirst()));
        new Typing(fx, scenes, strokes.subList(1, strokes.size()), pause, this::typed).start();
    }

    private void typed(List<Typing.Took> took) {
        String lines =
                took.stream().map(t -> t.nanos() + " " + t.stroke() + "\n").collect(Collectors.joining());
        Thread.ofVirtual().start(() -> {
            try {
                put("typed", lines);
            } catch (IOException e) {
                LOG.warn("what was typed could not be told: {}", e.toString());
            }
        });
    }

    private void shoot() {
        List<Picture> pictures = new ArrayList<>();
        for (Shell.NamedScene scene : scenes.now()) {
            pictures.add(new Picture(scene.name(), Snapshots.take(scene.scene())));
        }
        int live = gauges.playing().getAsInt();
        Thread.ofVirtual().start(() -> write(pictures, live));
    }

    private void write(List<Picture> pictures, int live) {
        try {
            for (Picture picture : pictures) {
                Snapshots.write(picture.image(), folder.resolve(picture.name() + ".png"));
            }
            put(
                    "shot.done",
                    "{\"windows\":" + pictures.size() + ",\"cameras_playing\":" + live + ",\"cases\":"
                            + stores.cases().rows().size() + ",\"revision\":" + stores.revision()
                            + ",\"push_p99_ms\":"
                            + gauges.paint().report().latencies().p99Millis() + "}");
        } catch (IOException e) {
            LOG.warn("the pictures could not be written: {}", e.toString());
        }
    }

    private String paint() {
        PaintProbe.Report report = gauges.paint().report();
        Latencies.Summary latencies = report.latencies();
        String stalls = gauges.stalls().stalls().stream()
                .map(s -> "[" + s.fromEpochMillis() + "," + s.millis() + "]")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"revision\":" + report.revision() + ",\"changes\":" + latencies.count() + ",\"p50_ms\":"
                + latencies.p50Millis() + ",\"p99_ms\":" + latencies.p99Millis() + ",\"max_ms\":"
                + latencies.maxMillis() + ",\"refresh_p99_ms\":"
                + gauges.paint().refreshes().summary().p99Millis() + ",\"stall_max_ms\":"
                + gauges.stalls().maxMillis() + ",\"stalls\":" + stalls
                + "}";
    }

    /// Whole or not at all: who waits for the file never reads half of it.
    private void put(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(name + ".part");
        Files.writeString(part, text);
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
