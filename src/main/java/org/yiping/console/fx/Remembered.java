package org.yiping.console.fx;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.settings.Preferences;

/// The preferences of this seat as they are now; what is changed is written down a moment later. FX thread.
///
/// A moment, because a hand that drags a column changes its mind fifty times a second. A disk that
/// takes nothing is asked again until it does: the scene somebody ordered at a wall must stand there
/// after a restart too.
public final class Remembered {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(30);

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
    private boolean refused;

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
        saveAfter(MOMENT);
    }

    private void saveAfter(Duration time) {
        if (!waiting) {
            waiting = true;
            fx.after(time, this::save);
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
        background.run(() -> refusal(last), this::saved, _ -> {});
    }

    /// Why the file was not written; empty where it was. A value, because Background would log every try.
    private String refusal(Preferences last) {
        try {
            file.save(last);
            return "";
        } catch (Exception e) {
            return e.toString();
        }
    }

    private void saved(String refusal) {
        if (!refusal.isEmpty() && !refused) {
            LOG.warn("what this seat remembers could not be written down and is tried again: {}", refusal);
        }
        refused = !refusal.isEmpty();
        if (refused) {
            saveAfter(PAUSE);
        }
    }
}
