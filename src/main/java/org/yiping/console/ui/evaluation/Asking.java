package org.yiping.console.ui.evaluation;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.yiping.console.store.AssessmentLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;

/// Questions to the platform about assessments. FX thread; it is asked beside it, and answers come back to it.
final class Asking {
    private final Desk desk;
    private final Hall hall;
    private final Runnable changed;

    /// `changed` is called after each answer.
    Asking(Desk desk, Hall hall, Runnable changed) {
        this.desk = desk;
        this.hall = hall;
        this.changed = changed;
    }

    /// `otherwise` hears in words why there is no answer.
    <T> void ask(
            Function<AssessmentLookup, CompletableFuture<Found<T>>> question,
            Consumer<T> got,
            Consumer<String> otherwise) {
        AssessmentLookup lookup = desk.lookup().assessments().orElse(null);
        if (lookup == null) {
            otherwise.accept(lost());
            changed.run();
            return;
        }
        var _ = question.apply(lookup)
                .thenAccept(found -> hall.fx().execute(() -> {
                    switch (found) {
                        case Found.Got<T>(T value) -> got.accept(value);
                        case Found.Refused<T>(String code, String detail) ->
                            otherwise.accept((detail + " " + code).strip());
                        case Found.Unreachable<T> _ -> otherwise.accept(lost());
                    }
                    changed.run();
                }));
    }

    /// Why nothing can be had now, where that is so.
    String lost() {
        return hall.messages().get(desk.stores().veil().on() ? "evaluation.hidden" : "evaluation.lost");
    }
}
