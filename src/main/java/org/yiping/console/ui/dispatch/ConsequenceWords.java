package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Words;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.casework.Workflow.Effect;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.Limit;

/// What an action leads to, and when that is due (后果). Stateless; any thread.
record ConsequenceWords(Messages messages, Words words) {
    String of(Case value, Transition transition, @Nullable Workflow workflow, Instant now) {
        String action = words.action(transition);
        String to = words.state(Workflow.target(transition, value.progress()));
        Effect effect = transition.effect();
        if (effect.does().contains("extend")) {
            return messages.get("case.then-extend", action, to);
        }
        if (effect.does().contains("pause")) {
            return messages.get("case.then-pause", action, to);
        }
        if (effect.does().contains("resume")) {
            return messages.get("case.then-resume", action, to);
        }
        if (effect.does().contains("merge")) {
            return messages.get("case.then-merge", action);
        }
        if (effect.does().contains("call-back")) {
            return messages.get("case.then-call-back", action);
        }
        if (transition.to().equals(Workflow.SAME)) {
            return messages.get("case.then-same", action);
        }
        if (effect.startsStage() != null) {
            return timed(value, effect, action, to, now);
        }
        return switch (workflow == null ? Workflow.Ending.OPEN : workflow.ending(transition.to())) {
            case CLOSED, VOIDED -> messages.get("case.then-ends", action, to);
            case OPEN, PAUSED -> messages.get("case.then", action, to);
        };
    }

    private String timed(Case value, Effect effect, String action, String to, Instant now) {
        String stage = effect.startsStage() == null ? "" : words.stage(effect.startsStage());
        Duration limit = effect.stageLimit();
        if (limit != null) {
            return messages.get("case.then-due", action, to, stage, words.minute(now.plus(limit)));
        }
        Optional<Limit> byCriterion = words.criterionOf(value).map(k -> k.limit());
        if (byCriterion.isEmpty()) {
            return messages.get("case.then", action, to);
        }
        Limit l = byCriterion.get();
        Instant due = continuous(l, now);
        return due == null
                ? messages.get("case.then-limit", action, to, stage, words.limit(l))
                : messages.get("case.then-due", action, to, stage, words.shortMinute(due, now));
    }

    /// Only continuous limits can be added here; working time is the platform's to count.
    private static @Nullable Instant continuous(Limit limit, Instant from) {
        return switch (limit.unit()) {
            case UH -> from.plus(Duration.ofHours(limit.value()));
            case UD -> from.plus(Duration.ofDays(limit.value()));
            case WH, WD -> null;
        };
    }
}
