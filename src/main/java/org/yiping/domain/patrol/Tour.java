package org.yiping.domain.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;

/// Cameras in turn by the clock (轮巡), on one tile or on several that change one after another, so that never more
/// than one new stream is opened at a time. Immutable; any thread.
///
/// `at` is the place in the list of the camera shown now, `slot` the tile it is on. Those out of reach are passed over.
/// After a rest of any length it goes on with one step, never with all that were missed.
public record Tour(List<CameraId> cameras, int slots, Duration dwell, int at, int slot, Pace pace) {
    /// The next one's stream is opened so long before its turn: no black gap.
    public static final Duration AHEAD = Duration.ofSeconds(3);
    /// A tour somebody holds goes on by itself after this.
    public static final Duration HELD = Duration.ofSeconds(60);

    public static final Duration SHORTEST = Duration.ofSeconds(5);
    public static final Duration LONGEST = Duration.ofMinutes(2);

    /// How a tour moves now.
    public sealed interface Pace {
        record Runs(Instant next) implements Pace {}

        /// `left` of its dwell are still to come. `until` is when it goes on by itself; absent, somebody lets it go on.
        record Rests(Why why, Duration left, @Nullable Instant until) implements Pace {}
    }

    /// Why it rests.
    public enum Why {
        PAUSED,
        HELD,
        /// Nobody sees it.
        HIDDEN
    }

    public Tour {
        cameras = List.copyOf(cameras);
        if (cameras.isEmpty() || slots < 1 || dwell.compareTo(SHORTEST) < 0 || dwell.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a tour has cameras, tiles and 5 to 120 s at each");
        }
    }

    /// Begins with the first camera in reach; with the first of all where none is.
    public static Tour begin(
            List<CameraId> cameras, int slots, Duration dwell, Instant now, Predicate<CameraId> reachable) {
        Tour first = new Tour(cameras, slots, dwell, 0, 0, new Pace.Runs(now.plus(dwell)));
        return reachable.test(first.camera()) ? first : first.at(first.place(1, reachable), 0, first.pace());
    }

    public CameraId camera() {
        return cameras.get(at);
    }

    public boolean runs() {
        return pace instanceof Pace.Runs;
    }

    /// What is left of this camera's time.
    public Duration left(Instant now) {
        Duration left = switch (pace) {
            case Pace.Runs(Instant next) -> Duration.between(now, next);
            case Pace.Rests rests -> rests.left();
        };
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// How many are out of reach now and passed over.
    public int skipped(Predicate<CameraId> reachable) {
        return (int) cameras.stream().filter(c -> !reachable.test(c)).count();
    }

    /// As it is at this moment: a step on where its time is up.
    public Tour tick(Instant now, Predicate<CameraId> reachable) {
        return switch (pace) {
            case Pace.Runs(Instant next) -> now.isBefore(next) ? this : next(now, reachable);
            case Pace.Rests rests -> rests.until() == null || now.isBefore(rests.until()) ? this : go(now);
        };
    }

    /// To the next one at once; one that rests goes on resting there.
    public Tour next(Instant now, Predicate<CameraId> reachable) {
        return step(1, now, reachable);
    }

    public Tour back(Instant now, Predicate<CameraId> reachable) {
        return step(-1, now, reachable);
    }

    private Tour step(int by, Instant now, Predicate<CameraId> reachable) {
        int to = place(by, reachable);
        Pace fresh = switch (pace) {
            case Pace.Runs _ -> new Pace.Runs(now.plus(dwell));
            case Pace.Rests rests -> new Pace.Rests(rests.why(), dwell, rests.until());
        };
        return to == at ? at(at, slot, fresh) : at(to, Math.floorMod(slot + by, slots), fresh);
    }

    /// The place of the next one in reach; this one's own where there is none.
    private int place(int by, Predicate<CameraId> reachable) {
        for (int i = 1; i < cameras.size(); i++) {
            int to = Math.floorMod(at + by * i, cameras.size());
            if (reachable.test(cameras.get(to))) {
                return to;
            }
        }
        return at;
    }

    private Tour at(int to, int tile, Pace how) {
        return new Tour(cameras, slots, dwell, to, tile, how);
    }

    /// Stays until somebody lets it go on.
    public Tour pause(Instant now) {
        return at(at, slot, new Pace.Rests(Why.PAUSED, left(now), null));
    }

    /// Stays for a minute, from now on again where it is held already. One that is paused stays paused.
    public Tour hold(Instant now) {
        return pace instanceof Pace.Rests rests && rests.why() == Why.PAUSED
                ? this
                : at(at, slot, new Pace.Rests(Why.HELD, left(now), now.plus(HELD)));
    }

    public Tour go(Instant now) {
        return at(at, slot, new Pace.Runs(now.plus(left(now))));
    }

    /// Nobody sees it: it stands where it is.
    public Tour hide(Instant now) {
        return runs() ? at(at, slot, new Pace.Rests(Why.HIDDEN, left(now), null)) : this;
    }

    public Tour show(Instant now) {
        return pace instanceof Pace.Rests rests && rests.why() == Why.HIDDEN ? go(now) : this;
    }

    /// The camera whose stream is to be opened now, ahead of its turn.
    public Optional<CameraId> coming(Instant now, Predicate<CameraId> reachable) {
        int to = place(1, reachable);
        return runs() && to != at && left(now).compareTo(AHEAD) <= 0 ? Optional.of(cameras.get(to)) : Optional.empty();
    }

    /// The tile the next one comes to.
    public int comingSlot() {
        return (slot + 1) % slots;
    }
}
