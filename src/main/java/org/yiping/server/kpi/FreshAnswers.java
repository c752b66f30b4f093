package org.yiping.server.kpi;

import java.time.Duration;
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
final class FreshAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(FreshAnswers.class);
    private static final Duration FRESH = Duration.ofMillis(600);
    private static final Duration OLDEST = Duration.ofMillis(1500);
    /// What is due falls due by itself, without a change.
    private static final Duration UNCHANGED = Duration.ofSeconds(5);
    private static final int KEPT = 300;

    private final Map<FigureDesk.Question, FigureDesk.Answer> answers = new ConcurrentHashMap<>();
    private final Set<FigureDesk.Question> counting = ConcurrentHashMap.newKeySet();
    private final Function<FigureDesk.Question, FigureDesk.Answer> counter;
    private final Executor executor;
    private final InstantSource clock;

    FreshAnswers(Function<FigureDesk.Question, FigureDesk.Answer> counter, Executor executor, InstantSource clock) {
        this.counter = counter;
        this.executor = executor;
        this.clock = clock;
    }

    /// `revision` is where the table stands.
    FigureDesk.Answer to(FigureDesk.Question question, long revision) {
        FigureDesk.Answer last = answers.get(question);
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
    private void refresh(FigureDesk.Question question) {
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

    private FigureDesk.Answer anew(FigureDesk.Question question) {
        FigureDesk.Answer answer = counter.apply(question);
        if (answers.size() >= KEPT) {
            answers.clear();
        }
        answers.put(question, answer);
        return answer;
    }
}
