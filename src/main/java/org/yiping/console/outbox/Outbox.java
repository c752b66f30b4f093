package org.yiping.console.outbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.store.Single;
import org.yiping.console.store.Store;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// Commands on their way to the platform. Nothing here blocks; any thread. Futures complete on the
/// outbox's thread.
///
/// A command is a wish until the platform has accepted it: windows draw `pending` as an overlay, never as
/// done.
public interface Outbox {
    /// Completes when the command is durably queued (after an fsync), exceptionally when the disk would
    /// not take it.
    CompletableFuture<Delivery> submit(Command command);

    /// Keeps a photo durably and answers its file id; it is uploaded before the first command that names
    /// it. Completes exceptionally where it is no photo at all.
    CompletableFuture<String> attach(byte[] content, String mediaType);

    /// Every command still of interest: on its way, rejected or expired. A settled one leaves.
    Store<CommandId, Delivery> deliveries();

    /// How many wait and since when; always on screen.
    Single<Waiting> waiting();

    /// Commands on their way for this case, oldest first: the overlay.
    List<Delivery> pending(CaseId id);

    /// Commands that outwaited their expiry: the operator decides.
    List<Delivery> needsDecision();

    /// Sends an expired command after all, with as long an expiry as it had. False where it was no longer
    /// expired.
    CompletableFuture<Boolean> sendAnyway(CommandId id);

    /// Takes back a command that was never sent. False where it was, or may have been: then only the process can
    /// lead back.
    CompletableFuture<Boolean> withdraw(CommandId id);

    /// What this person has half written.
    Drafts drafts();

    /// Drops an expired or rejected command. False where it was neither.
    CompletableFuture<Boolean> discard(CommandId id);
}
