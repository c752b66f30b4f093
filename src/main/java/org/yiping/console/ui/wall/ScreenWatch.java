package org.yiping.console.ui.wall;

import java.time.Duration;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import org.yiping.console.fx.Fx;

/// Tells that the desktop's screens have changed, once they have settled. FX thread.
///
/// A desktop replaces its whole list for every monitor that comes, goes or moves, several times in a row; so nobody
/// keeps a screen, and the last of a burst counts.
final class ScreenWatch implements AutoCloseable {
    static final Duration SETTLED = Duration.ofMillis(250);

    private final ObservableList<?> screens;
    private final Fx fx;
    private final Runnable told;
    private final InvalidationListener listener = _ -> changed();
    private int changes;
    private boolean closed;

    ScreenWatch(ObservableList<?> screens, Fx fx, Runnable told) {
        this.screens = screens;
        this.fx = fx;
        this.told = told;
        screens.addListener(listener);
    }

    private void changed() {
        int mine = ++changes;
        fx.after(SETTLED, () -> {
            if (mine == changes && !closed) {
                told.run();
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        screens.removeListener(listener);
    }
}
