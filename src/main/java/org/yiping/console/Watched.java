package org.yiping.console;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.Heartbeat;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Ticker;
import org.yiping.console.ui.shell.Shell;
import org.yiping.console.ui.shell.Snapshots;

/// What a watched wall does for its watchdog: says every second that a frame was painted, once that its picture stands,
/// and leaves a small picture of one window after the other on disk.
///
/// The beat is the painted frame itself: a toolkit that hangs, or paints no more, falls silent whatever else still
/// runs. So does a wall whose clocks stand: one that paints and no longer ticks shows what was as what is.
/// One frame is waited for at a time. Said on a thread of its own, which may get stuck in a pipe nobody reads. Any
/// thread.
final class Watched {
    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);
    private static final long BEAT_MILLIS = 1000;

    /// Eighteen windows are round in four and a half minutes; a picture costs the toolkit some twenty milliseconds.
    private static final long FRAME_SECONDS = 15;

    /// Frames, a second apart at least, in which no second was told.
    private static final int QUIET = 5;

    private static final double SCALE = 1.0 / 3;

    private final Path folder;
    private final Fx fx;
    private final Frames frames;
    private final Windows windows;
    private final Consumer<String> say;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean pictured = new AtomicBoolean();
    /// On the FX thread alone.
    private int quiet;

    private int next;
    private boolean full;

    private record Seen(boolean drawn, boolean ticks) {}

    /// The windows there are, and whether what they are there for stands in them. FX thread.
    record Windows(Shots.Scenes scenes, BooleanSupplier drawn) {}

    /// `folder` is the watchdog's; `say` writes a line it reads. On the FX thread.
    Watched(Path folder, Fx fx, Frames frames, Windows windows, Ticker ticker, Consumer<String> say) {
        this.folder = folder.resolve(Heartbeat.FRAMES);
        this.fx = fx;
        this.frames = frames;
        this.windows = windows;
        this.say = say;
        var _ = ticker.now().subscribe(_ -> quiet = 0);
    }

    /// `own` is a thread for nothing else.
    void start(ScheduledExecutorService own, ExecutorService workers) {
        var _ = own.scheduleAtFixedRate(() -> ask(own), 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        var _ = own.scheduleWithFixedDelay(
                () -> fx.execute(() -> take(workers)), FRAME_SECONDS, FRAME_SECONDS, TimeUnit.SECONDS);
    }

    /// Asks for one frame, unless one is still waited for.
    void ask(ExecutorService own) {
        if (asked.compareAndSet(false, true)) {
            frames.next(this::look, seen -> {
                asked.set(false);
                own.execute(() -> painted(seen));
            });
        }
    }

    private Seen look() {
        quiet++;
        return new Seen(windows.drawn().getAsBoolean(), quiet <= QUIET);
    }

    private void painted(Seen seen) {
        if (!seen.ticks()) {
            return;
        }
        say.accept(Heartbeat.BEAT);
        if (seen.drawn() && pictured.compareAndSet(false, true)) {
            say.accept(Heartbeat.PICTURE);
        }
    }

    private void take(ExecutorService workers) {
        List<Shell.NamedScene> all = windows.scenes().now();
        if (!all.isEmpty()) {
            Shell.NamedScene one = all.get(next++ % all.size());
            BufferedImage picture = Snapshots.small(one.scene(), SCALE);
            workers.execute(() -> write(one.name(), picture));
        }
    }

    private synchronized void write(String name, BufferedImage picture) {
        try {
            Files.createDirectories(folder);
            Snapshots.write(picture, folder.resolve(name + ".png"));
            full = false;
        } catch (IOException e) {
            if (!full) {
                LOG.warn("the last picture of {} cannot be kept: {}", name, e.toString());
            }
            full = true;
        }
    }
}
