package org.yiping.console.fx;

import java.time.Duration;
import javafx.scene.Scene;

/// Measures how long the refresh of a list keeps the JavaFX thread: setting it in the nodes, and styling and laying
/// these out in the frame after. FX thread, except the summary.
public final class RefreshWatch {
    private final Latencies latencies = new Latencies();
    private long set;
    private long frameBegan;

    /// Does the work and counts its time.
    public void refresh(Runnable work) {
        long began = System.nanoTime();
        work.run();
        set += System.nanoTime() - began;
    }

    /// Counts the frames of a window that shows the list, until closed.
    public AutoCloseable follow(Scene scene) {
        Runnable before = () -> frameBegan = System.nanoTime();
        Runnable after = () -> {
            if (set > 0) {
                latencies.add(Duration.ofNanos(set + System.nanoTime() - frameBegan), 1);
                set = 0;
            }
        };
        scene.addPreLayoutPulseListener(before);
        scene.addPostLayoutPulseListener(after);
        return () -> {
            scene.removePreLayoutPulseListener(before);
            scene.removePostLayoutPulseListener(after);
        };
    }

    public Latencies.Summary summary() {
        return latencies.summary();
    }

    public void clear() {
        latencies.clear();
    }
}
