package org.yiping.console.ui.signin;

import java.util.concurrent.CompletableFuture;

/// Lets somebody in, or says why not. Any thread; answers on any thread, never exceptionally.
public interface Door {
    CompletableFuture<Answer> knock(Wish wish);

    /// Who wants in, to which post, at which seat.
    record Wish(String user, String password, String post, String seat) {}

    /// What the platform said.
    sealed interface Answer {
        record Welcome() implements Answer {}

        /// `detail` is in the operator's language, `code` leads to the help text.
        record Refused(String detail, String code) implements Answer {}

        record Unreachable() implements Answer {}
    }
}
