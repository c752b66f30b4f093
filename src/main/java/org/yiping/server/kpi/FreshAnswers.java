package org.yiping.server.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers that were given lately. Every screen of a hall asks the same again and again, so an answer is given again
/// while it is fresh, and for some seconds while nothing has changed; who asks for one that begins to age gets it and
/// has it counted anew in the background. None that lacks a change is given for longer than `OLDEST`. Each question is
/// counted once at a time: who needs an answer that is being counted waits for that one. Any thread.
final class FreshAnswers<Q, A extends FreshAnswers.Counted> {
    private static final Logger LOG = LoggerFactory.getLogger(FreshAnswers.class);
    private static final Duration FRESH = Duration.ofMillis(600);
    private static final Duration OLDEST = Duration.ofMillis(1500);
    /// What is due falls due by itself, without a change.
    private static final Duration UNCHANGED = Duration.ofSeconds(5);

    private final int most;
    private final Map<Q, A> answers = new ConcurrentHashMap<>();
    /// Whose counting in the background has not ended.
    private final Set<Q> due = ConcurrentHashMap.newKeySet();
    private final Map<Q, CompletableFuture<A>> counting = new ConcurrentHashMap<>();
    private final Function<Q, A> counter;
    private final Executor executor;
    private final InstantSource clock;

    /// What was counted when, and up to which revision.
    interface Counted {
        Instant at();

        long revision();
    }

    /// Holds at most `most`.
    FreshAnswers(int most, Function<Q, A> counter, Executor executor, InstantSource clock) {
        this.most = most;
        this.counter = counter;
        this.executor = executor;
        this.clock = clock;
    }

    /// `revision` is where the table stands.
    A to(Q question, long revision) {
        A last = answers.get(question);
        Duration age = last == null ? Duration.ZERO : Duration.between(last.at(), clock.instant());
        if (last != null && !age.isNegative()) { // a clock that was set back makes nothing fresh
            boolean unchanged = last.revision() == revision && age.compareTo(UNCHANGED) < 0;
            if (unchanged || age.compareTo(FRESH) < 0) {
                return last;
            }
            if (age.compareTo(OLDEST) < 0) {
                refresh(question);
                return last;
            }
        }
        return anew(question);
    }

    private void refresh(Q question) {
        if (due.add(question)) {
            executor.execute(() -> {
                try {
                    anew(question);
                } catch (RuntimeException e) {
                    LOG.warn("figures could not be counted anew in the background", e);
                } finally {
                    due.remove(question);
                }
            });
        }
    }

    private A anew(Q question) {
        CompletableFuture<A> own = new CompletableFuture<>();
        CompletableFuture<A> others = counting.putIfAbsent(question, own);
        if (others != null) {
            try {
                return others.join();
            } catch (CompletionException e) {
                return counter.apply(question); // and fail by oneself, if so
            }
        }
        try {
            A answer = counter.apply(question);
            if (answers.size() >= most) {
                answers.clear();
            }
            answers.put(question, answer);
            own.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            counting.remove(question);
        }
    }
}
