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
import org.yiping.console.ui.shell.Shell;
import org.yiping.console.ui.shell.Snapshots;

/// What a watched wall does for its watchdog: says every second that a frame was painted, once that its picture stands,
/// and leaves a small picture of one window after the other on disk.
///
/// The beat is the painted frame itself: a toolkit that hangs, or paints no more, falls silent whatever else still
/// runs.
/// One frame is waited for at a time. Said on a thread of its own, which may get stuck in a pipe nobody reads. Any
/// thread.
final class Watched {
    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);
    private static final long BEAT_MILLIS = 1000;

    /// Eighteen windows are round in four and a half minutes; a picture costs the toolkit some twenty milliseconds.
    private static final long FRAME_SECONDS = 15;

    private static final double SCALE = 1.0 / 3;

    private final Path folder;
    private final Fx fx;
    private final Frames frames;
    private final Windows windows;
    private final Consumer<String> say;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean pictured = new AtomicBoolean();
    private int next;
    private boolean full;

    /// The windows there are, and whether what they are there for stands in them. FX thread.
    record Windows(Shots.Scenes scenes, BooleanSupplier drawn) {}

    /// `folder` is the watchdog's; `say` writes a line it reads.
    Watched(Path folder, Fx fx, Frames frames, Windows windows, Consumer<String> say) {
        this.folder = folder.resolve(Heartbeat.FRAMES);
        this.fx = fx;
        this.frames = frames;
        this.windows = windows;
        this.say = say;
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
            frames.next(() -> windows.drawn().getAsBoolean(), drawn -> {
                asked.set(false);
                own.execute(() -> painted(drawn));
            });
        }
    }

    private void painted(boolean drawn) {
        say.accept(Heartbeat.BEAT);
        if (drawn && pictured.compareAndSet(false, true)) {
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
