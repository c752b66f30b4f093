package org.yiping.console.ui.camera;

// long because a turn, its stop and whatever ends either are one story

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.CameraUse.Preset;
import org.yiping.console.store.CameraUse.Turned;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.camera.PtzState.Kind;
import org.yiping.console.ui.camera.PtzState.Way;
import org.yiping.domain.camera.CameraId;

/// A hand at a camera that turns (云台): it turns while held, said again every 400 ms, and is stopped whatever ends it.
/// FX thread, without a toolkit: answers and time come by `Fx`.
///
/// A device turns until it is told to stop, so a stop is never taken for granted: one that failed, also after it was
/// taken, or was not answered within a second is told as such and sent again, also when the hand is at another camera
/// by then. A stop may overtake the turn before it on the way; where one was still unanswered, the stop is sent once
/// more after it.
final class PtzHand {
    static final Duration AGAIN = Duration.ofMillis(400);
    static final Duration STOP_AGAIN = Duration.ofMillis(500);
    static final Duration PATIENCE = Duration.ofSeconds(1);
    static final Duration NUDGE = Duration.ofMillis(300);
    static final int STOPS = 20;

    private static final double SPEED = 0.5;
    /// Turns on their way; where the platform is slower than the hand, they do not pile up.
    private static final int MOST_OPEN = 2;
    private static final String SILENT = "VID-5030";

    /// A stop that is not done; `token` tells its sendings apart, `taken` that the platform has it.
    private record Stopping(int tries, long token, boolean taken) {}

    private final CameraUse use;
    private final Fx fx;
    private final PtzAfter after;
    private final Consumer<PtzState> told;
    private final Set<Way> held = EnumSet.noneOf(Way.class);
    private final Map<CameraId, Stopping> stops = new HashMap<>();
    private final Map<CameraId, Integer> open = new HashMap<>();
    private final Set<CameraId> overtaken = new HashSet<>();
    private @Nullable CameraId camera;
    private @Nullable PtzState last;
    /// What is held was refused: nothing is asked for until all is let go.
    private boolean blocked;

    private boolean turning;
    private long sent;
    private long heard;
    private long beat;
    /// The last turn that is asked after.
    private long followed;

    /// `told` hears every change, of cameras that the hand has left too.
    PtzHand(CameraUse use, Fx fx, Consumer<PtzState> told) {
        this.use = use;
        this.fx = fx;
        this.after = new PtzAfter(use, fx);
        this.told = told;
    }

    /// At another camera; the one before is stopped.
    void at(@Nullable CameraId next) {
        if (java.util.Objects.equals(next, camera)) {
            return;
        }
        letGo();
        camera = next;
        last = null;
        heard = sent;
        if (next != null) {
            tell(PtzState.turn(next, stops.containsKey(next) ? Kind.STOPPING : Kind.IDLE, ""));
        }
    }

    /// A button or key went down; that a machine repeats it changes nothing.
    void press(Way way) {
        if (camera != null && !blocked && held.add(way)) {
            say();
        }
    }

    void release(Way way) {
        if (!held.remove(way)) {
            blocked = blocked && !held.isEmpty();
            return;
        }
        if (held.isEmpty()) {
            letGo();
        } else {
            say();
        }
    }

    /// A little that way, for who chooses it from a list.
    void nudge(Way way) {
        press(way);
        fx.after(NUDGE, () -> release(way));
    }

    /// Nobody holds anything any more: focus, tile, page or seat is gone.
    void letGo() {
        held.clear();
        blocked = false;
        halt();
    }

    boolean isTurning() {
        return turning;
    }

    /// Calls, sets or deletes a preset (预置位); whatever turned is stopped first.
    void preset(String act, Preset preset) {
        CameraId of = camera;
        if (of == null) {
            return;
        }
        letGo();
        long n = ++sent;
        int number = preset.number();
        tell(new PtzState(of, Kind.ASKED, act, number, "", null, null));
        var _ = use.preset(of, act, preset)
                .thenAccept(found -> fx.execute(() -> {
                    BooleanSupplier wanted = () -> n == sent && of.equals(camera);
                    Consumer<Found<Turned>> then = f -> tell(PtzState.of(of, act, number, f, Kind.DONE));
                    if (wanted.getAsBoolean()) {
                        then.accept(found);
                        PtzAfter.name(found).ifPresent(u -> after.follow(of, u, PtzAfter.LONG, wanted, then));
                    }
                }));
    }

    private void say() {
        CameraId of = camera;
        if (of == null) {
            return;
        }
        int pan = held.stream().mapToInt(w -> w.pan()).sum();
        int tilt = held.stream().mapToInt(w -> w.tilt()).sum();
        int zoom = held.stream().mapToInt(w -> w.zoom()).sum();
        if (pan == 0 && tilt == 0 && zoom == 0) {
            halt(); // left and right at once
            return;
        }
        stops.remove(of);
        overtaken.remove(of);
        if (!turning) {
            turning = true;
            followed = sent;
            tell(PtzState.turn(of, Kind.ASKED, ""));
        }
        long n = ++sent;
        open.merge(of, 1, Integer::sum);
        var _ = use.turn(of, SPEED * pan, SPEED * tilt, SPEED * zoom)
                .thenAccept(found -> fx.execute(() -> turned(of, n, found)));
        renewLater();
    }

    private void renewLater() {
        long now = ++beat;
        fx.after(AGAIN, () -> {
            if (now == beat && turning) {
                if (camera != null && open.getOrDefault(camera, 0) >= MOST_OPEN) {
                    renewLater();
                } else {
                    say();
                }
            }
        });
    }

    private void turned(CameraId of, long n, Found<Turned> found) {
        int left = open.merge(of, -1, Integer::sum);
        boolean ours = turning && of.equals(camera);
        if (!ours && left == 0 && overtaken.remove(of)) {
            stop(of, 1);
        }
        Optional<String> name = PtzAfter.name(found).filter(_ -> ours && n > followed);
        name.ifPresent(u -> {
            followed = n;
            after.follow(of, u, PtzAfter.PATIENCE, () -> turning && n == followed, f -> judged(of, f));
        });
        if (n <= heard || !of.equals(camera)) {
            return; // a later one has been answered
        }
        heard = n;
        boolean pending =
                found instanceof Found.Got<Turned>(Turned t) && t.state().equals(CameraUse.PENDING);
        if (!pending || name.isPresent()) { // what became of a renewal says nothing new
            judged(of, found);
        }
    }

    /// What is known of a turn by now.
    private void judged(CameraId of, Found<Turned> found) {
        boolean ours = turning && of.equals(camera);
        PtzState state = PtzState.of(of, "turn", 0, found, Kind.TURNING);
        switch (state.kind()) {
            case TURNING, ASKED, SENT -> {
                if (ours) {
                    tell(state);
                }
            }
            case HELD -> {
                drop();
                stops.remove(of); // it is in another's hand: not ours to stop
                tell(state);
            }
            default -> {
                boolean mayTurn =
                        !(found instanceof Found.Refused<Turned> r) || r.code().startsWith(SILENT);
                if (ours) {
                    drop();
                    tell(state);
                    if (mayTurn) {
                        stop(of, 1); // what was sent and not answered may turn all the same
                    }
                }
            }
        }
    }

    /// Nothing is asked for until a person lets go and presses anew.
    private void drop() {
        turning = false;
        beat++;
        blocked = !held.isEmpty();
        held.clear();
    }

    private void halt() {
        CameraId of = camera;
        beat++;
        if (turning && of != null) {
            turning = false;
            tell(PtzState.turn(of, Kind.STOPPING, ""));
            stop(of, 1);
        }
    }

    private void stop(CameraId of, int tries) {
        if (open.getOrDefault(of, 0) > 0) {
            overtaken.add(of);
        }
        long token = ++sent;
        heard = Math.max(heard, of.equals(camera) ? token : heard);
        stops.put(of, new Stopping(tries, token, false));
        var _ = use.stop(of).thenAccept(found -> fx.execute(() -> stopped(of, token, found)));
        fx.after(PATIENCE, () -> {
            if (isCurrent(of, token, false)) {
                again(of, "no-answer");
            }
        });
    }

    private boolean isCurrent(CameraId of, long token, boolean taken) {
        Stopping now = stops.get(of);
        return now != null && now.token() == token && now.taken() == taken;
    }

    private void stopped(CameraId of, long token, Found<Turned> found) {
        if (!isCurrent(of, token, false) && !isCurrent(of, token, true)) {
            return;
        }
        PtzState state = PtzState.of(of, "turn", 0, found, Kind.STOPPED);
        switch (state.kind()) {
            case STOPPING -> {
                tellUnlessFailed(state);
                PtzAfter.name(found)
                        .ifPresent(
                                u -> { // one without a name is as good as not answered
                                    stops.computeIfPresent(of, (_, s) -> new Stopping(s.tries(), token, true));
                                    BooleanSupplier wanted = () -> isCurrent(of, token, true);
                                    after.follow(of, u, PtzAfter.PATIENCE, wanted, f -> stopped(of, token, f));
                                });
            }
            case STOPPED, STOP_SENT, HELD -> {
                stops.remove(of);
                tellUnlessFailed(state);
            }
            default -> again(of, state.reason());
        }
    }

    /// Why it was stopped stays on screen.
    private void tellUnlessFailed(PtzState state) {
        boolean failed = last != null
                && state.camera().equals(camera)
                && (last.kind() == Kind.FAILED || last.kind() == Kind.LOST || last.kind() == Kind.HELD);
        if (!failed) {
            tell(state);
        }
    }

    private void again(CameraId of, String reason) {
        Stopping before = stops.get(of);
        int tries = before == null ? 1 : before.tries();
        long token = ++sent;
        stops.put(of, new Stopping(tries, token, false)); // what comes late is not heard twice
        tell(new PtzState(of, tries < STOPS ? Kind.RUNAWAY : Kind.GAVE_UP, "turn", tries, reason, null, null));
        if (tries >= STOPS) {
            stops.remove(of);
            return;
        }
        fx.after(STOP_AGAIN, () -> {
            if (isCurrent(of, token, false)) {
                stop(of, tries + 1);
            }
        });
    }

    /// A person has it stopped once more.
    void stopAgain(CameraId of) {
        stop(of, 1);
    }

    private void tell(PtzState state) {
        if (state.camera().equals(camera)) {
            last = state;
        }
        told.accept(state);
    }
}
