package org.yiping.console.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.OutboxRow.Progress;
import org.yiping.console.cache.Stage;
import org.yiping.console.outbox.Ledger.Entry;
import org.yiping.console.store.Stores;
import org.yiping.domain.command.CommandId;

/// Decides what is sent when: in order for each target, side by side across targets, again after a while
/// where nobody answered, not at all where the operator must be asked. Confined to the outbox's thread.
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int IN_FLIGHT = 8;

    private final Ledger ledger;
    private final Sender sender;
    private final Stores stores;
    private final OutboxTools tools;
    private final Retries retries;
    private int inFlight;
    private boolean closed;

    Courier(Ledger ledger, Sender sender, Stores stores, OutboxTools tools) {
        this.ledger = ledger;
        this.sender = sender;
        this.stores = stores;
        this.tools = tools;
        retries = new Retries(tools, this::pump);
    }

    /// Starts what may start now.
    void pump() {
        if (closed) {
            return;
        }
        Set<String> busy = new HashSet<>();
        for (Entry entry : ledger.entries()) {
            boolean blocks = entry.stage() != Stage.ACCEPTED && entry.stage() != Stage.REJECTED;
            if (!blocks || !busy.add(entry.target()) || entry.stage() != Stage.QUEUED) {
                continue;
            }
            if (outwaited(entry)) {
                if (known(entry)) {
                    ledger.move(entry, Stage.QUEUED, entry.row().progress().to(Stage.EXPIRED));
                }
            } else if (inFlight < IN_FLIGHT && retries.mayTry(entry.target())) {
                begin(entry);
            }
        }
    }

    /// The platform is back: everybody at once.
    void back() {
        retries.clear();
        pump();
    }

    /// The stores stand at `revision` and show what these commands did: their overlays go.
    void settle(long revision, Set<CommandId> commands) {
        if (ledger.isEmpty()) {
            return;
        }
        List<CommandId> done = new ArrayList<>();
        for (Entry entry : ledger.entries()) {
            CommandId id = entry.row().id();
            Long accepted = entry.row().progress().revision();
            boolean passed = entry.stage() == Stage.ACCEPTED && accepted != null && accepted <= revision;
            if (passed || commands.contains(id)) {
                done.add(id);
                retries.succeeded(entry.target());
            }
        }
        ledger.remove(done);
    }

    private boolean outwaited(Entry entry) {
        Instant expiresAt = entry.row().request().expiresAt();
        return expiresAt != null && stores.clock().instant().isAfter(expiresAt);
    }

    /// A command that was sent before may have arrived unanswered: whether it expired is asked only when
    /// the stores have caught up and would show it. Until then it waits.
    private boolean known(Entry entry) {
        return entry.row().progress().attempts() == 0
                || stores.cases().freshness().live();
    }

    private void begin(Entry entry) {
        Progress before = entry.row().progress();
        Progress sending = new Progress(Stage.SENDING, before.attempts() + 1, null, null);
        if (!ledger.move(entry, Stage.QUEUED, sending)) {
            retries.failed(entry.target());
            return;
        }
        inFlight++;
        // who lets us in may turn out to be another platform than the one this command waits for
        var _ = sender.letIn()
                .thenComposeAsync(
                        away -> away.isEmpty() && ledger.find(entry.row().id()).isPresent()
                                ? sender.send(entry.row(), entry.command())
                                : CompletableFuture.completedFuture(
                                        new Outcome.NeverLeft(away.orElse("another platform"))),
                        tools.serial())
                .exceptionally(e -> new Outcome.Again(e.toString()))
                .thenAcceptAsync(outcome -> ended(entry.row().id(), outcome), tools.serial());
    }

    private void ended(CommandId id, Outcome outcome) {
        inFlight--;
        // The delta may have come before the answer: then it is settled, and the answer says nothing new.
        ledger.find(id).filter(e -> e.stage() == Stage.SENDING).ifPresent(entry -> {
            switch (outcome) {
                case Outcome.Again(String reason) -> again(entry, reason);
                case Outcome.NeverLeft(String reason) -> again(entry, reason);
                case Outcome.Accepted _, Outcome.Rejected _, Outcome.TooOld _ -> retries.succeeded(entry.target());
            }
            ledger.move(entry, Stage.SENDING, after(entry.row().progress(), outcome));
            settle(stores.revision(), Set.of());
        });
        pump();
    }

    private void again(Entry entry, String reason) {
        LOG.info("command {} goes out again: {}", entry.row().id().value(), reason);
        retries.failed(entry.target());
    }

    private static Progress after(Progress was, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(long revision) -> new Progress(Stage.ACCEPTED, was.attempts(), revision, null);
            case Outcome.Rejected(var problem) -> new Progress(Stage.REJECTED, was.attempts(), null, problem);
            case Outcome.TooOld() -> was.to(Stage.EXPIRED);
            case Outcome.Again _ -> was.to(Stage.QUEUED);
            // as if it had not been tried: it can still be taken back
            case Outcome.NeverLeft _ -> new Progress(Stage.QUEUED, was.attempts() - 1, null, null);
        };
    }

    /// Sends nothing more. What is under way is answered, or goes out again at the next start.
    void close() {
        closed = true;
    }
}
