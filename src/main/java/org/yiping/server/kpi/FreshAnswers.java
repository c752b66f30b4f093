package org.yiping.server.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers that were given lately. Every screen of a hall asks the same again and again, so an answer is given again
/// while it is fresh, and for some seconds while nothing has changed; who asks for one that begins to age gets it and
/// has it counted anew in the background. None that lacks a change is given for longer than `OLDEST`. Any thread.
final class FreshAnswers<Q, A extends FreshAnswers.Counted> {
    private static final Logger LOG = LoggerFactory.getLogger(FreshAnswers.class);
    private static final Duration FRESH = Duration.ofMillis(600);
    private static final Duration OLDEST = Duration.ofMillis(1500);
    /// What is due falls due by itself, without a change.
    private static final Duration UNCHANGED = Duration.ofSeconds(5);

    private final int most;
    private final Map<Q, A> answers = new ConcurrentHashMap<>();
    private final Set<Q> counting = ConcurrentHashMap.newKeySet();
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
        if (last != null) {
            Duration age = Duration.between(last.at(), clock.instant());
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

    /// Once at a time for each question.
    private void refresh(Q question) {
        if (counting.add(question)) {
            executor.execute(() -> {
                try {
                    anew(question);
                } catch (RuntimeException e) {
                    LOG.warn("figures could not be counted anew in the background", e);
                } finally {
                    counting.remove(question);
                }
            });
        }
    }

    private A anew(Q question) {
        A answer = counter.apply(question);
        if (answers.size() >= most) {
            answers.clear();
        }
        answers.put(question, answer);
        return answer;
    }
}
