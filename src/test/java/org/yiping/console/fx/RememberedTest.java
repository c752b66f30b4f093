package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.settings.Preferences;
import org.yiping.fake.HeardLog;

/// What a seat remembers, on a disk that is full for a while.
class RememberedTest {
    private final List<Preferences> written = new ArrayList<>();
    private final Deque<Duration> waits = new ArrayDeque<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean full;

    private final Fx fx = new Fx() {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            waits.add(delay);
            tasks.add(task);
        }
    };
    private final Remembered remembered = new Remembered(
            Preferences.DEFAULT,
            next -> {
                if (full) {
                    throw new IOException("No space left on device");
                }
                written.add(next);
            },
            new Background(Runnable::run, fx),
            fx);

    @Test
    void whatAFullDiskDidNotTakeIsWrittenOnceThereIsRoomAndSaidOnce() {
        full = true;
        try (HeardLog log = new HeardLog()) {
            remembered.change(p -> p.withChoice("wall.scene", "kpi"));
            pass();
            pass();
            pass();
            assertThat(written).isEmpty();
            assertThat(log.lines()).as("one line, not one a try").hasSize(1);

            full = false;
            pass();
            assertThat(written).containsExactly(remembered.now().get());
            assertThat(tasks).as("nothing more to be written").isEmpty();

            full = true;
            remembered.change(p -> p.withChoice("wall.scene", "overview"));
            pass();
            assertThat(log.lines()).as("another time").hasSize(2);
        }
        assertThat(waits).hasSizeGreaterThanOrEqualTo(5).allMatch(w -> w.compareTo(Duration.ofMillis(500)) >= 0);
    }

    @Test
    void whatIsChangedWhileItIsTriedAgainGoesWithIt() {
        full = true;
        remembered.change(p -> p.withChoice("wall.scene", "kpi"));
        pass();
        remembered.change(p -> p.withChoice("wall.scene", "case"));
        assertThat(tasks).hasSize(1);
        full = false;
        pass();
        assertThat(written).containsExactly(remembered.now().get());
    }

    private void pass() {
        tasks.remove().run();
    }
}
