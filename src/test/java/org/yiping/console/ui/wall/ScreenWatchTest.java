package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;

class ScreenWatchTest {
    @Test
    void ofABurstOfChangesOfTheScreensTheLastIsTold() {
        Deque<Runnable> later = new ArrayDeque<>();
        List<Duration> delays = new ArrayList<>();
        Fx fx = new Fx() {
            @Override
            public void execute(Runnable task) {
                task.run();
            }

            @Override
            public void after(Duration delay, Runnable task) {
                delays.add(delay);
                later.add(task);
            }
        };
        ObservableList<String> screens = FXCollections.observableArrayList("a", "b", "c");
        List<List<String>> told = new ArrayList<>();
        ScreenWatch watch = new ScreenWatch(screens, fx, () -> told.add(List.copyOf(screens)));

        screens.setAll("a");
        screens.setAll("a", "b");
        later.forEach(Runnable::run);
        assertThat(told).containsExactly(List.of("a", "b"));
        assertThat(delays).containsOnly(Duration.ofMillis(250));

        later.clear();
        screens.setAll("c");
        watch.close();
        later.forEach(Runnable::run);
        assertThat(told).hasSize(1);
    }
}
