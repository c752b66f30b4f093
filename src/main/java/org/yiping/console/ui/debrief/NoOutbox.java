package org.yiping.console.ui.debrief;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.outbox.Outbox;
import org.yiping.console.outbox.Waiting;
import org.yiping.console.store.Single;
import org.yiping.console.store.SingleStore;
import org.yiping.console.store.Store;
import org.yiping.console.store.TableStore;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// Nothing is on its way in the past, and nothing can be asked of it. Any thread.
final class NoOutbox implements Outbox {
    private final Outbox live;
    private final TableStore<CommandId, Delivery> none = new TableStore<>();
    private final SingleStore<Waiting> waiting = new SingleStore<>();

    NoOutbox(Outbox live) {
        this.live = live;
    }

    private static <T> CompletableFuture<T> never() {
        return CompletableFuture.failedFuture(new IllegalStateException("the past takes no command"));
    }

    @Override
    public CompletableFuture<Delivery> submit(Command command) {
        return never();
    }

    @Override
    public CompletableFuture<String> attach(byte[] content, String mediaType) {
        return never();
    }

    @Override
    public Store<CommandId, Delivery> deliveries() {
        return none;
    }

    @Override
    public Single<Waiting> waiting() {
        return waiting;
    }

    @Override
    public List<Delivery> pending(CaseId id) {
        return List.of();
    }

    @Override
    public List<Delivery> needsDecision() {
        return List.of();
    }

    @Override
    public CompletableFuture<Boolean> sendAnyway(CommandId id) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public CompletableFuture<Boolean> withdraw(CommandId id) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public Drafts drafts() {
        return live.drafts();
    }

    @Override
    public CompletableFuture<Boolean> discard(CommandId id) {
        return CompletableFuture.completedFuture(false);
    }
}
