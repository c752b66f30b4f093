package org.yiping.console.fx;

import javafx.application.Platform;

/// Starts and ends JavaFX without an Application class. Any thread.
public final class Toolkit {
    private Toolkit() {}

    /// Starts the toolkit, runs `first` on its thread; windows that close do not end it.
    public static void start(Runnable first) {
        Platform.setImplicitExit(false);
        Platform.startup(first);
    }

    public static void stop() {
        Platform.exit();
    }
}
