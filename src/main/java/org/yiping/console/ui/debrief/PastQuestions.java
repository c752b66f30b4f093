package org.yiping.console.ui.debrief;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReplayLookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.room.PastPage;

/// A replay's questions to the platform, one at a time. What met nobody is asked again after a while, what was refused
/// by hand alone; what nobody waits for any more changes nothing. FX thread.
final class PastQuestions {
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final Desk live;
    private final Hall hall;
    private final LongSupplier nanos;
    private final Runnable answered;
    private int question;
    private boolean asking;
    private String trouble = "";
    private @Nullable Runnable retry;
    private boolean soon;
    private long failedAt;

    /// `answered` is called after each answer and failure.
    PastQuestions(Desk live, Hall hall, LongSupplier nanos, Runnable answered) {
        this.live = live;
        this.hall = hall;
        this.nanos = nanos;
        this.answered = answered;
    }

    /// Why nothing more comes; empty where all is well.
    String trouble() {
        return trouble;
    }

    /// Neither waiting for an answer nor for another try.
    boolean idle() {
        return !asking && retry == null;
    }

    /// What was asked before is not waited for any more.
    void stop() {
        question++;
        asking = false;
        retry = null;
        trouble = "";
    }

    void ask(Function<ReplayLookup, CompletableFuture<Found<PastPage>>> page, Consumer<PastPage> got) {
        ReplayLookup lookup = live.lookup().replay().orElse(null);
        Runnable once = () -> ask(page, got);
        if (lookup == null) {
            boolean hidden = live.stores().veil().on();
            failed(hall.messages().get(hidden ? "debrief.hidden" : "debrief.lost"), !hidden, once);
            return;
        }
        asking = true;
        int mine = question;
        var _ = page.apply(lookup)
                .thenAccept(found -> hall.fx().execute(() -> {
                    if (mine == question) {
                        asking = false;
                        answered(found, got, once);
                    }
                }));
    }

    private void answered(Found<PastPage> found, Consumer<PastPage> got, Runnable once) {
        switch (found) {
            case Found.Got<PastPage>(PastPage page) -> {
                trouble = "";
                got.accept(page);
                answered.run();
            }
            case Found.Refused<PastPage>(String code, String detail) ->
                failed((detail + " " + code).strip(), false, once);
            case Found.Unreachable<PastPage> _ -> failed(hall.messages().get("debrief.lost"), true, once);
        }
    }

    private void failed(String why, boolean again, Runnable once) {
        trouble = why;
        retry = once;
        soon = again;
        failedAt = nanos.getAsLong();
        answered.run();
    }

    /// Asks again where it is time to.
    void beat() {
        if (soon && nanos.getAsLong() - failedAt >= AGAIN.toNanos()) {
            again();
        }
    }

    /// Asks again at once, where something was not answered.
    void again() {
        Runnable once = retry;
        if (once != null) {
            retry = null;
            once.run();
        }
    }
}
