package org.yiping.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

/// What waits for the first map comes when it has been painted, and in any case after a while.
@NeedsDisplay
class FirstMapTest {
    private final List<String> done = new ArrayList<>();
    private final Queue<Runnable> painting = new ArrayDeque<>();
    private boolean drawn;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void whatWaitsComesOnceTheMapIsPaintedAndNotWhenItIsDrawn() {
        FirstMap first = map();
        pulse(first, 0);
        drawn = true;
        pulse(first, 1);
        assertThat(done).isEmpty();
        painting.remove().run();
        assertThat(done).containsExactly("rows");
        assertThat(first.stands()).isTrue();
    }

    @Test
    void aMapThatDoesNotComeIsNotWaitedForLongerThanTwoSeconds() {
        FirstMap first = map();
        pulse(first, 5000);
        pulse(first, 7000);
        assertThat(done).isEmpty();
        pulse(first, 7001);
        assertThat(done).containsExactly("rows");
    }

    @Test
    void whoComesLateDoesNotWait() {
        FirstMap first = map();
        Toolkit.onFx(() -> {
            first.pass();
            first.then(() -> done.add("late"));
            return true;
        });
        assertThat(done).containsExactly("rows", "late");
    }

    private FirstMap map() {
        Frames frames = new Frames() {
            @Override
            public <T> void next(Supplier<T> begun, Consumer<T> painted) {
                T held = begun.get();
                painting.add(() -> painted.accept(held));
            }
        };
        FirstMap first = new FirstMap(Fx.direct(), frames, () -> drawn);
        first.then(() -> done.add("rows"));
        return first;
    }

    private static void pulse(FirstMap first, long millis) {
        Toolkit.onFx(() -> {
            first.handle(TimeUnit.MILLISECONDS.toNanos(millis));
            return true;
        });
    }
}
