package org.yiping.console.ui.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.CameraUse.Turned;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.camera.CameraId;

/// Asks after what a source has taken and not done yet, until the platform says what became of it. FX thread, without a
/// toolkit.
final class PtzAfter {
    static final Duration EVERY = Duration.ofMillis(500);
    /// A turn or a stop; the platform itself waits five seconds for its source.
    static final Duration PATIENCE = Duration.ofSeconds(8);
    /// Going to a preset takes its time; the platform waits a minute.
    static final Duration LONG = Duration.ofSeconds(65);

    private final CameraUse use;
    private final Fx fx;

    PtzAfter(CameraUse use, Fx fx) {
        this.use = use;
        this.fx = fx;
    }

    /// By what name it can be asked after; empty unless it is pending.
    static Optional<String> name(Found<Turned> found) {
        return found instanceof Found.Got<Turned>(Turned t) && t.state().equals(CameraUse.PENDING)
                ? Optional.ofNullable(t.use())
                : Optional.empty();
    }

    /// `then` hears once what became of it, which is never pending, and nothing while it is no longer wanted.
    void follow(CameraId of, String name, Duration patience, BooleanSupplier wanted, Consumer<Found<Turned>> then) {
        boolean[] told = {false};
        BooleanSupplier open = () -> !told[0] && wanted.getAsBoolean();
        Consumer<Found<Turned>> once = found -> {
            if (open.getAsBoolean()) {
                told[0] = true;
                then.accept(found);
            }
        };
        fx.after(patience, () -> once.accept(failed("no-answer")));
        ask(of, name, open, once);
    }

    private void ask(CameraId of, String name, BooleanSupplier open, Consumer<Found<Turned>> once) {
        fx.after(EVERY, () -> {
            if (open.getAsBoolean()) {
                var _ = use.became(of, name)
                        .thenAccept(found -> fx.execute(() -> {
                            Found<Turned> ended = ended(found);
                            if (ended == null) {
                                ask(of, name, open, once);
                            } else {
                                once.accept(ended);
                            }
                        }));
            }
        });
    }

    /// A line that is down may be back in time; a platform that has forgotten it will not say any more.
    private static @Nullable Found<Turned> ended(Found<Turned> found) {
        return switch (found) {
            case Found.Got<Turned>(Turned t) -> t.state().equals(CameraUse.PENDING) ? null : found;
            case Found.Refused<Turned> _ -> failed("no-answer");
            case Found.Unreachable<Turned> _ -> null;
        };
    }

    private static Found<Turned> failed(String reason) {
        return new Found.Got<>(new Turned(CameraUse.FAILED, reason, null, null, null));
    }
}
