package org.yiping.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long a run goes on, from the first question on, and where it may write. One thread.
final class Stretch {
    private final Path folder;
    private final Duration length;
    private final List<Vitals> watched = new ArrayList<>();
    private long begin;
    private Duration nextLook = Duration.ZERO;

    Stretch(Path folder, Duration length) {
        this.folder = folder;
        this.length = length;
    }

    Path folder() {
        return folder;
    }

    /// Looks at these from time to time while the run goes on.
    void watch(Vitals... vitals) {
        watched.addAll(List.of(vitals));
    }

    /// Asked again and again by the run. On a slow machine a short run lasts until there were looks enough to judge by.
    boolean goesOn() throws IOException, InterruptedException {
        if (begin == 0) {
            begin = System.nanoTime();
        }
        if (elapsed().compareTo(nextLook) >= 0) {
            for (Vitals vitals : watched) {
                vitals.look();
            }
            nextLook = elapsed().plus(betweenLooks());
        }
        return elapsed().compareTo(length) < 0 || watched.stream().anyMatch(v -> v.looks() < Gauge.FEWEST_LOOKS);
    }

    /// Too short for caches to be full and buffers to be warm by the end of its first quarter.
    boolean isShort() {
        return length.compareTo(Duration.ofMinutes(5)) < 0;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /// About a hundred looks a run, at least a second apart: looking at a heap stops it.
    private Duration betweenLooks() {
        Duration share = length.dividedBy(100);
        return share.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : share;
    }
}
