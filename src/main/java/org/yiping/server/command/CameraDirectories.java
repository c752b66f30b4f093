package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.server.video.VideoFault;
import org.yiping.server.video.VideoSource;

/// Reads what video sources list, each as often as its settings say, and has it written down. A source that is silent
/// keeps none but itself waiting: sources are asked on threads of the executor, one at a time each, and what they
/// answered is written by the next `tick`, whose one thread may read the storage. Nothing runs between ticks.
public final class CameraDirectories {
    private static final Logger LOG = LoggerFactory.getLogger(CameraDirectories.class);

    private final List<Reading> readings;
    private final CameraList list;
    private final Executor threads;
    private final InstantSource clock;

    /// A source as it is read.
    private static final class Reading {
        private final VideoSource source;
        private final Duration every;
        private final AtomicBoolean busy = new AtomicBoolean();
        private final AtomicReference<@Nullable List<VideoSource.Listed>> found = new AtomicReference<>();
        private Instant due = Instant.MIN;
        private volatile String fault = "";

        Reading(VideoSource source, Duration every) {
            this.source = source;
            this.every = every;
        }

        void read() {
            String now = "";
            try {
                List<VideoSource.Listed> all = source.directory();
                if (!all.isEmpty()) { // one that lists nothing keeps no directory, or has lost it
                    found.set(all);
                }
            } catch (VideoFault e) {
                now = e.code();
            } finally {
                busy.set(false);
            }
            if (!now.equals(fault)) { // said once, not every time
                fault = now;
                if (now.isEmpty()) {
                    LOG.info("the directory of {} can be read again", source.name());
                } else {
                    LOG.warn("the directory of {} cannot be read ({}), what is known stays", source.name(), now);
                }
            }
        }
    }

    /// `sources` with how often each is read.
    public CameraDirectories(
            Map<VideoSource, Duration> sources, CameraList list, Executor threads, InstantSource clock) {
        this.readings = sources.entrySet().stream()
                .map(e -> new Reading(e.getKey(), e.getValue()))
                .toList();
        this.list = list;
        this.threads = threads;
        this.clock = clock;
    }

    /// Begins what is due and writes what has come.
    public void tick(CommandDesk desk) {
        Instant now = clock.instant();
        for (Reading reading : readings) {
            if (!now.isBefore(reading.due) && reading.busy.compareAndSet(false, true)) {
                reading.due = now.plus(reading.every);
                threads.execute(reading::read);
            }
            List<VideoSource.Listed> found = reading.found.getAndSet(null);
            if (found != null) {
                list.write(desk, reading.source.name(), found);
            }
        }
    }
}
