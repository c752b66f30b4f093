package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;

/// One answer that is asked for again and again while somebody looks. Where none comes, what was known stays
/// with what is wrong. FX thread; the question is asked beside it.
public final class Polled<T> {
    /// How long a platform is left alone that has not worked it out yet.
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Hall hall;
    private final Duration every;
    private final Runnable changed;
    private @Nullable T value;
    private boolean lost;
    private boolean coming;
    private String refusal = "";
    private Instant asked = Instant.MIN;
    private int question;
    private boolean asking;

    /// `changed` is called after each answer.
    public Polled(Hall hall, Duration every, Runnable changed) {
        this.hall = hall;
        this.every = every;
        this.changed = changed;
    }

    public @Nullable T value() {
        return value;
    }

    public boolean lost() {
        return lost;
    }

    /// What the platform said against it, empty if nothing.
    public String refusal() {
        return refusal;
    }

    /// Whether the platform is still working it out: `refusal` says how far it has come, and it is asked again soon.
    public boolean coming() {
        return coming;
    }

    /// Whether an answer is being waited for that was not there before.
    public boolean waits() {
        return asking && value == null;
    }

    /// Asks if it is time; a supplier that has nobody to ask answers nothing.
    public void look(Supplier<@Nullable CompletableFuture<Found<T>>> asker) {
        Instant now = hall.now();
        boolean due =
                asked.equals(Instant.MIN) || now.isBefore(asked) || !now.isBefore(asked.plus(coming ? SOON : every));
        if (asking || !due) {
            return;
        }
        asked = now;
        CompletableFuture<Found<T>> answer = asker.get();
        if (answer == null) {
            lost = true;
            changed.run();
            return;
        }
        asking = true;
        int mine = ++question;
        var _ = answer.thenAccept(found -> hall.fx().execute(() -> answered(mine, found)));
    }

    private void answered(int of, Found<T> found) {
        if (of != question) {
            return; // of what nobody looks at any more
        }
        asking = false;
        coming = false;
        switch (found) {
            case Found.Got<T>(T got) -> {
                value = got;
                lost = false;
                refusal = "";
            }
            case Found.Refused<T>(String code, String detail) -> {
                lost = false;
                coming = code.matches("KPI-503[0-9]");
                refusal = (detail + " " + code).strip();
            }
            case Found.Unreachable<T> _ -> lost = true;
        }
        changed.run();
    }

    /// The next look asks at once; what is known stays.
    public void again() {
        asked = Instant.MIN;
    }

    /// Something else is looked at: what was known is not of it.
    public void forget() {
        question++;
        asking = false;
        value = null;
        lost = false;
        coming = false;
        refusal = "";
        asked = Instant.MIN;
    }
}
