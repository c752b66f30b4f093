package org.yiping.console.fx;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/// Starts and ends JavaFX without an Application class. Any thread.
public final class Toolkit {
    private Toolkit() {}

    /// Starts the toolkit, runs `first` on its thread; windows that close do not end it.
    public static void start(Runnable first) {
        Platform.setImplicitExit(false);
        Platform.startup(first);
    }

    /// Whether windows are drawn by a graphics card. JavaFX has no word for that, but only its card pipelines draw
    /// in three dimensions. The toolkit must have been started.
    public static boolean hasGraphicsCard() {
        return Platform.isSupported(ConditionalFeature.SCENE3D);
    }

    public static void stop() {
        Platform.exit();
    }
}
