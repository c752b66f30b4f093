package org.yiping.console.outbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.command.Command;

/// A command and how far it is. `queuedAt` by this console's clock. Immutable; any thread.
public record Delivery(Command command, Instant queuedAt, int attempts, State state) {
    /// `Queued → Sending → Accepted | Rejected | Expired`; `Sending` becomes `Queued` where nobody
    /// answered.
    public sealed interface State {
        record Queued() implements State {}

        record Sending() implements State {}

        /// The platform has it; its change at `revision` is not in the stores yet.
        record Accepted(long revision) implements State {}

        record Rejected(Refusal refusal) implements State {}

        /// It outwaited its expiry and was not sent (again): the operator is asked.
        record Expired() implements State {}
    }

    /// Why the platform refused. Where somebody else was first, `current` is the case as it is now and `last` what they
    /// did.
    public record Refusal(
            int status,
            String code,
            String title,
            String detail,
            @Nullable Case current,
            @Nullable FlowRecord last) {
        public Refusal(int status, String code, String title, String detail, @Nullable Case current) {
            this(status, code, title, detail, current, null);
        }
    }

    /// The case it is about, where it is about one.
    public @Nullable CaseId caseId() {
        return command.about();
    }

    /// Whether the overlay shows it.
    public boolean pending() {
        return switch (state) {
            case State.Queued _, State.Sending _, State.Accepted _, State.Expired _ -> true;
            case State.Rejected _ -> false;
        };
    }

    /// Whether it has never left this console.
    public boolean unsent() {
        return state instanceof State.Queued && attempts == 0;
    }

    public Optional<Refusal> refusal() {
        return state instanceof State.Rejected(Refusal refusal) ? Optional.of(refusal) : Optional.empty();
    }

    Delivery with(State next) {
        return new Delivery(command, queuedAt, attempts, next);
    }
}
