package org.yiping.console.ui;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.yiping.console.fx.Messages;
import org.yiping.domain.casework.CallBack;
import org.yiping.domain.casework.Case;

/// What calling the caller back came to (回访), in words. Stateless; any thread.
public record CallBackWords(Messages messages, Words words) {
    /// The last call that counts since the case was closed; empty where nobody called. `moment` words an instant.
    public Optional<String> of(Case c, Function<Instant, String> moment) {
        return Optional.ofNullable(c.progress().calledBack())
                .map(call -> call.reached()
                        ? messages.get(
                                "case.called-back",
                                outcome(call),
                                words.person(call.by().person()),
                                moment.apply(call.at()))
                        : messages.get(
                                "case.called-in-vain", words.person(call.by().person()), moment.apply(call.at())));
    }

    /// The code itself where this console does not know it.
    private String outcome(CallBack call) {
        return switch (call.outcome()) {
            case CallBack.VERY_SATISFIED -> messages.get("case.very-satisfied");
            case CallBack.SATISFIED -> messages.get("case.satisfied");
            case CallBack.DISSATISFIED -> messages.get("case.dissatisfied");
            default -> call.outcome();
        };
    }
}
