package org.yiping.console.ui.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Fx;

/// Time that passes when the test says so.
final class HandTime implements Fx {
    private record Due(long at, Runnable task) {}

    private final List<Due> due = new ArrayList<>();
    private long now;

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        due.add(new Due(now + delay.toMillis(), task));
    }

    void pass(int millis) {
        long until = now + millis;
        for (Due next = next(until); next != null; next = next(until)) {
            due.remove(next);
            now = next.at();
            next.task().run();
        }
        now = until;
    }

    private @Nullable Due next(long until) {
        return due.stream()
                .filter(d -> d.at() <= until)
                .min(Comparator.comparingLong(Due::at))
                .orElse(null);
    }
}
