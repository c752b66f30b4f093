package org.yiping.console.ui.dispatch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;

/// What the platform proposes for the open case: departments and duplicates, asked for once a step of the case. FX
/// thread.
///
/// An answer to a question that is no longer asked is dropped: it would speak of another case.
final class CaseAdvice {
    private final Lookup lookup;
    private final Hall hall;
    private final Runnable told;
    private @Nullable Question asked;
    private @Nullable Recommendation recommendation;
    private @Nullable List<Twin> twins;

    /// A step of a case, and whether it wants a department.
    private record Question(CaseId id, String state, int flags, boolean department) {}

    /// `told` is called on the FX thread when an answer is there.
    CaseAdvice(Desk desk, Hall hall, Runnable told) {
        this.lookup = desk.lookup();
        this.hall = hall;
        this.told = told;
    }

    /// Asks where it has not been asked. Duplicates are asked while something could still be merged.
    void ask(Case c, boolean takesDepartment, boolean merges) {
        Question next = new Question(
                c.id(), c.progress().state().value(), c.progress().flags().size(), takesDepartment);
        if (next.equals(asked)) {
            return;
        }
        asked = next;
        recommendation = null;
        twins = null;
        if (takesDepartment) {
            var _ = lookup.recommendations(c.id()).thenAccept(f -> take(next, f, r -> recommendation = r));
        }
        if (merges) {
            var _ = lookup.duplicates(c.id()).thenAccept(f -> take(next, f, t -> twins = t));
        }
    }

    private <T> void take(Question question, Found<T> found, java.util.function.Consumer<T> into) {
        if (found instanceof Found.Got<T>(T value)) {
            hall.fx().execute(() -> {
                if (question.equals(asked)) {
                    into.accept(value);
                    told.run();
                }
            });
        }
    }

    /// Absent until the platform has answered.
    Optional<Recommendation> recommendation() {
        return Optional.ofNullable(recommendation);
    }

    /// Absent until the platform has answered.
    Optional<List<Twin>> twins() {
        return Optional.ofNullable(twins);
    }
}
