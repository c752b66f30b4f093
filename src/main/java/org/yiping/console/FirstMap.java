package org.yiping.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;

/// The map of a start comes first (首图): what can wait until it stands on the screen is handed to `then`. FX thread.
///
/// Two cores that draw a map, build a workbench and read two hundred thousand cases at a time have all of it late; in
/// turn they have the map in a third of that, and the rest no later. A map that does not come in time is not waited
/// for: its layers may be damaged, its city new.
final class FirstMap extends AnimationTimer {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Fx fx;
    private final Frames frames;
    private final BooleanSupplier drawn;
    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable Long began;
    private boolean stands;

    /// `drawn` tells whether the whole map is on its way to the screen.
    FirstMap(Fx fx, Frames frames, BooleanSupplier drawn) {
        this.fx = fx;
        this.frames = frames;
        this.drawn = drawn;
    }

    /// Once the map has been painted or is no longer waited for; later, never within the call.
    void then(Runnable task) {
        if (stands) {
            fx.execute(task);
        } else {
            waiting.add(task);
        }
    }

    /// Waits no longer, or not at all.
    void pass() {
        stop();
        stands = true;
        waiting.forEach(fx::execute);
        waiting.clear();
    }

    boolean stands() {
        return stands;
    }

    @Override
    public void handle(long now) {
        long from = began == null ? now : began;
        began = from;
        if (drawn.getAsBoolean()) {
            stop();
            // the picture's way to its surface is a task before this one, and it is painted in the frame after that
            fx.execute(() -> frames.next(() -> this, _ -> fx.execute(this::pass)));
        } else if (now - from > PATIENCE_NANOS) {
            pass();
        }
    }
}
