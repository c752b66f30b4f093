package org.yiping.console.fx;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.yiping.console.settings.Preferences;

/// The preferences of this seat as they are now; what is changed is written down a moment later. FX thread.
///
/// A moment, because a hand that drags a column changes its mind fifty times a second.
public final class Remembered {
    private static final Duration MOMENT = Duration.ofMillis(500);

    /// Writes preferences down; called off the FX thread.
    @FunctionalInterface
    public interface File {
        void save(Preferences preferences) throws Exception;
    }

    private final ReadOnlyObjectWrapper<Preferences> now;
    private final File file;
    private final Background background;
    private final Fx fx;
    private boolean waiting;

    public Remembered(Preferences first, File file, Background background, Fx fx) {
        now = new ReadOnlyObjectWrapper<>(first);
        this.file = file;
        this.background = background;
        this.fx = fx;
    }

    /// Kept nowhere: a wall, a test.
    public static Remembered nowhere(Fx fx) {
        return new Remembered(Preferences.DEFAULT, _ -> {}, new Background(Runnable::run, fx), fx);
    }

    public ReadOnlyObjectProperty<Preferences> now() {
        return now.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Preferences> by) {
        Preferences next = by.apply(now.get());
        if (next.equals(now.get())) {
            return;
        }
        now.set(next);
        if (!waiting) {
            waiting = true;
            fx.after(MOMENT, this::save);
        }
    }

    /// The share, 0 … 1, at which a divider of that name was left.
    public Optional<Double> split(String name) {
        return Optional.ofNullable(now.get().splits().get(name));
    }

    public void split(String name, double share) {
        change(p -> p.withSplit(name, share));
    }

    public void forgetSplit(String name) {
        change(p -> p.withoutSplit(name));
    }

    private void save() {
        waiting = false;
        Preferences last = now.get();
        background.run(
                () -> {
                    file.save(last);
                    return last;
                },
                _ -> {},
                _ -> {}); // comfort, not data: Background has logged why
    }
}
