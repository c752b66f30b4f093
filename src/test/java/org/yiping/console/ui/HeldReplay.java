package org.yiping.console.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReplayLookup;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.room.PastEntry;
import org.yiping.domain.room.PastPage;

/// A past that answers when a test says so.
public final class HeldReplay implements ReplayLookup {
    public final List<Question> asked = new ArrayList<>();

    /// `what` is state, more or changes; `from` a moment or a revision.
    public record Question(
            String what, @Nullable CaseId about, String from, CompletableFuture<Found<PastPage>> answer) {
        public void page(long next, long revision, PastEntry... entries) {
            answer.complete(new Found.Got<>(new PastPage(List.of(entries), next, revision)));
        }

        public void lost() {
            answer.complete(new Found.Unreachable<>());
        }
    }

    public Question last() {
        return asked.getLast();
    }

    private CompletableFuture<Found<PastPage>> ask(String what, @Nullable CaseId about, String from) {
        Question question = new Question(what, about, from, new CompletableFuture<>());
        asked.add(question);
        return question.answer();
    }

    @Override
    public CompletableFuture<Found<PastPage>> state(@Nullable CaseId about, Instant at) {
        return ask("state", about, at.toString());
    }

    @Override
    public CompletableFuture<Found<PastPage>> state(long revision, long after) {
        return ask("more", null, revision + "/" + after);
    }

    @Override
    public CompletableFuture<Found<PastPage>> changes(@Nullable CaseId about, long after, Instant until) {
        return ask("changes", about, Long.toString(after));
    }
}
