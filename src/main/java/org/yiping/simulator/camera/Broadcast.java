package org.yiping.simulator.camera;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Paces the watched channels: at every tick each gets the pictures that are due by the clock. Any thread; one lock.
///
/// The time of a channel runs whether it is watched or not, so two viewers see the same picture at the same time and
/// whoever comes back does not find the city where he left it. The timer itself runs only while somebody watches.
final class Broadcast {
    /// Shorter than a picture, so that none is ever more than half a picture late.
    private static final Duration TICK = Duration.ofMillis(33);

    /// After a pause of the whole machine the past is skipped, not poured out.
    private static final Duration LONGEST_CATCH_UP = Duration.ofSeconds(1);

    /// Pictures that are kept for whoever joins.
    private static final int MOST_KEPT = 100;

    private final LongSupplier nanos;
    private final ScheduledExecutorService timer;
    private final long epoch;
    private final Map<String, Channel> watched = new HashMap<>();
    private @Nullable ScheduledFuture<?> ticking;
    private long picturesMade;

    private static final class Channel {
        final Programme programme;
        final long offset;
        final List<Viewer> viewers = new ArrayList<>();
        long last;

        Channel(Programme programme, long offset) {
            this.programme = programme;
            this.offset = offset;
        }

        long due(long elapsedNanos) {
            // 90 kHz in steps of a tenth of a millisecond: the product of nanoseconds and 90,000 overflows after a day.
            long ticks = elapsedNanos / 100_000 * 9;
            return ticks / programme.ticksPerPicture() + offset;
        }
    }

    Broadcast(LongSupplier nanos, ScheduledExecutorService timer) {
        this.nanos = nanos;
        this.timer = timer;
        epoch = nanos.getAsLong();
    }

    /// Adds a viewer to the channel of this name, which is opened when nobody watches it yet.
    /// `offset` in pictures shifts the channel against the others.
    synchronized void join(String channel, Programme programme, long offset, Viewer viewer) {
        Channel open = watched.computeIfAbsent(channel, _ -> {
            Channel fresh = new Channel(programme, offset);
            fresh.last = fresh.due(elapsed());
            return fresh;
        });
        if (!begin(open, viewer)) {
            viewer.close();
            return;
        }
        open.viewers.add(viewer);
        if (ticking == null) {
            ticking = timer.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean begin(Channel channel, Viewer viewer) {
        long key = channel.last;
        while (key > channel.last - MOST_KEPT && !channel.programme.isKey(key)) {
            key--;
        }
        if (!channel.programme.isKey(key)) {
            return true; // it joins at the next
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (long picture = key; picture <= channel.last; picture++) {
            kept.writeBytes(channel.programme.packets(picture));
            picturesMade++;
        }
        return viewer.begin(channel.last, kept.toByteArray());
    }

    synchronized void tick() {
        long elapsed = elapsed();
        for (Iterator<Channel> i = watched.values().iterator(); i.hasNext(); ) {
            Channel channel = i.next();
            advance(channel, channel.due(elapsed));
            if (channel.viewers.isEmpty()) {
                i.remove();
            }
        }
        if (watched.isEmpty() && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private void advance(Channel channel, long due) {
        long catchUp = LONGEST_CATCH_UP.toMillis() * Ts.TICKS_PER_SECOND / 1_000 / channel.programme.ticksPerPicture();
        if (due - channel.last > catchUp) {
            channel.viewers.forEach(Viewer::skipToKey);
            channel.last = due - 1;
        }
        while (channel.last < due && !channel.viewers.isEmpty()) {
            long picture = ++channel.last;
            boolean key = channel.programme.isKey(picture);
            byte[] packets = channel.programme.packets(picture);
            picturesMade++;
            channel.viewers.removeIf(viewer -> {
                boolean stays = viewer.deliver(picture, key, packets);
                if (!stays) {
                    viewer.close();
                }
                return !stays;
            });
        }
    }

    synchronized int viewers() {
        return watched.values().stream()
                .mapToInt(channel -> channel.viewers.size())
                .sum();
    }

    synchronized boolean isTicking() {
        return ticking != null;
    }

    synchronized long picturesMade() {
        return picturesMade;
    }

    synchronized void close() {
        watched.values().forEach(channel -> channel.viewers.forEach(Viewer::close));
        watched.clear();
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private long elapsed() {
        return nanos.getAsLong() - epoch;
    }
}
