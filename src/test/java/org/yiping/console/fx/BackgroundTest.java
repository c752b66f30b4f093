package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final Background background = new Background(Runnable::run, Fx.direct());
    private final List<Exception> failures = new ArrayList<>();

    @Test
    void anErrorIsToldToWhoeverWaitsAsAFailureIs() {
        Error error = new StackOverflowError();
        background.run(
                () -> {
                    throw error;
                },
                _ -> {},
                failures::add);
        assertThat(failures).singleElement().isInstanceOf(ExecutionException.class);
        assertThat(failures.getFirst()).hasCause(error);

        Exception failure = new IllegalStateException("no");
        background.run(
                () -> {
                    throw failure;
                },
                _ -> {},
                failures::add);
        assertThat(failures).last().isSameAs(failure);
    }
}
