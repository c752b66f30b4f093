package org.yiping.console.ui;

import java.util.Arrays;
import java.util.List;
import javafx.animation.AnimationTimer;
import org.yiping.console.ui.wall.WallWindows;
import org.yiping.domain.wall.SceneId;

/// Changes a wall's scene again and again and says how long each change took, until the second pulse after it, and what
/// stayed in memory over the last four fifths of them. FX thread.
final class SceneChanges extends AnimationTimer {
    private static final int PULSES = 2;

    private final WallWindows wall;
    private final List<String> names;
    private final double[] millis;
    private final Runnable done;
    private int at = -1;
    private int pulses;
    private long began;
    private long early;

    SceneChanges(WallWindows wall, List<String> names, int count, Runnable done) {
        this.wall = wall;
        this.names = names;
        this.done = done;
        millis = new double[count];
    }

    @Override
    public void handle(long now) {
        if (at >= 0 && ++pulses < PULSES) {
            return;
        }
        if (at >= 0) {
            millis[at] = (System.nanoTime() - began) / 1e6;
        }
        if (++at == millis.length) {
            stop();
            tell();
            done.run();
            return;
        }
        if (at == millis.length / 5) {
            early = used();
        }
        pulses = 0;
        began = System.nanoTime();
        wall.order(new SceneId(names.get(at % names.size())));
    }

    private void tell() {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%d changes: median %.0f ms, 95%% %.0f ms, longest %.0f ms; heap %+.1f MB%n",
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length - 1],
                (used() - early) / 1048576.0);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
