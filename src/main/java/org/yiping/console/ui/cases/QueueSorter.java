package org.yiping.console.ui.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.Store;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;
import org.yiping.text.Term;

/// Counts, searches and sorts the queue's cases on a thread of its own, so that no number of cases and no word typed
/// makes the JavaFX thread wait.
///
/// Asked from any thread; works in turns on the given executor, one at a time. Everything asked before a turn begins is
/// answered by that turn, and of several wishes only the newest. Each turn is told in one task on the JavaFX thread.
final class QueueSorter {
    private static final Logger LOG = LoggerFactory.getLogger(QueueSorter.class);

    private final Store<CaseId, Case> store;
    private final Executor worker;
    private final Fx fx;
    private final Consumer<Told> sink;
    private final CaseBook book = new CaseBook();
    private final CaseIndex index;
    private Asked asked = new Asked(Instant.EPOCH);
    private boolean pending;

    // only in turns
    private @Nullable Wish wish;
    private @Nullable Ranking ranking;
    private List<Term> terms = List.of();
    private BitSet matches = new BitSet();

    /// By what is judged; `catalogue` is the version whose names are searched.
    record Rules(Workflow workflow, List<DeskView> views, String catalogue) {}

    /// The rows one wants to see: a view by its place, in an order, those that hold the words.
    record Wish(Rules rules, int view, QueueOrder order, String words) {}

    /// A wish fulfilled: each case's slot is its row.
    record Sorted(Wish wish, SlotTable rows) {}

    /// A case that changed, and whether the wish takes it now.
    record Moved(CaseId id, boolean member) {}

    /// What a turn came to. `moved` are the changes since the last `sorted`; those before are in it.
    record Told(List<Integer> counts, @Nullable Sorted sorted, List<Moved> moved) {}

    private static final class Asked {
        private final Set<CaseId> ids = new HashSet<>();
        private final List<Runnable> drawn = new ArrayList<>();
        private Instant now;
        private @Nullable Wish wish;
        private boolean anew;
        private boolean ticked;

        Asked(Instant now) {
            this.now = now;
        }
    }

    QueueSorter(
            Store<CaseId, Case> store,
            Executor worker,
            Fx fx,
            Function<Case, List<String>> classWords,
            Consumer<Told> sink) {
        this.store = store;
        this.worker = worker;
        this.fx = fx;
        this.index = new CaseIndex(classWords);
        this.sink = sink;
        worker.execute(Term::warm);
    }

    void wish(Wish next, Instant now) {
        ask(now, a -> a.wish = next);
    }

    /// `drawn` is run when what these cases changed is told.
    void changed(Set<CaseId> ids, Instant now, Runnable drawn) {
        ask(now, a -> {
            a.ids.addAll(ids);
            a.drawn.add(drawn);
        });
    }

    void tick(Instant now) {
        ask(now, a -> a.ticked = true);
    }

    /// Looks which cases vanished while nobody told.
    void lookAnew(Instant now) {
        ask(now, a -> a.anew = true);
    }

    private void ask(Instant now, Consumer<Asked> what) {
        boolean begin;
        synchronized (this) {
            asked.now = now;
            what.accept(asked);
            begin = !pending;
            pending = true;
        }
        if (begin) {
            worker.execute(this::turn);
        }
    }

    private synchronized Asked take() {
        Asked taken = asked;
        asked = new Asked(taken.now);
        pending = false;
        return taken;
    }

    private synchronized boolean overtaken() {
        return asked.wish != null;
    }

    private void turn() {
        Asked now = take();
        try {
            Told told = turn(now);
            fx.execute(() -> {
                sink.accept(told);
                now.drawn.forEach(Runnable::run);
            });
        } catch (RuntimeException e) {
            LOG.error("the queue could not be sorted", e);
            fx.execute(() -> now.drawn.forEach(Runnable::run));
        }
    }

    private Told turn(Asked now) {
        boolean fresh = now.wish != null;
        if (now.wish != null) {
            turnTo(now.wish, now.now);
        }
        boolean first = book.size() == 0;
        List<Moved> moved = new ArrayList<>();
        var rows = store.rows();
        if (now.anew) {
            book.each(slot -> {
                CaseId id = id(slot);
                if (rows.get(id) == null) {
                    now.ids.add(id);
                }
            });
        }
        for (CaseId id : now.ids) {
            moved.add(new Moved(id, changed(id, rows.get(id), now.now)));
        }
        if (now.ticked) {
            book.tick(now.now, slot -> moved.add(new Moved(id(slot), member(slot))));
        }
        index.tidy(book);
        Wish by = wish;
        if (by == null || !(fresh || (first && book.size() > 0))) {
            return new Told(book.counts(), null, moved);
        }
        // who has typed on meanwhile is not shown what was meant before
        return new Told(book.counts(), overtaken() ? null : sorted(by), List.of());
    }

    private void turnTo(Wish next, Instant now) {
        Wish before = wish;
        wish = next;
        Rules rules = next.rules();
        if (before == null || !before.rules().equals(rules)) {
            book.rule(rules.workflow(), rules.views(), now);
            if (before != null && !before.rules().catalogue().equals(rules.catalogue())) {
                index.renameClasses(book);
                terms = List.of();
            }
        }
        if (ranking == null || ranking.order() != next.order()) {
            ranking = new Ranking(next.order(), book);
        }
        List<Term> asked = Term.typed(next.words());
        if (before == null || !before.words().equals(next.words()) || terms.size() != asked.size()) {
            terms = asked;
            matches = index.find(terms, book);
        }
    }

    /// Answers whether the wish takes it now.
    private boolean changed(CaseId id, @Nullable Case value, Instant now) {
        int slot = value == null ? book.gone(id) : book.slot(id);
        if (value == null) {
            if (slot != SlotTable.NONE) {
                index.remove(slot);
                matches.clear(slot);
                ranked(slot);
            }
            return false;
        }
        Case before = slot == SlotTable.NONE ? null : book.at(slot);
        slot = book.put(value, now);
        if (index.put(slot, before, value)) {
            matches.set(slot, index.matches(terms, slot, value));
        }
        ranked(slot);
        return member(slot);
    }

    private void ranked(int slot) {
        if (ranking != null) {
            ranking.changed(slot);
        }
    }

    private boolean member(int slot) {
        Wish by = wish;
        return by != null && book.isIn(slot, by.view()) && (terms.isEmpty() || matches.get(slot));
    }

    private Sorted sorted(Wish by) {
        Ranking order = ranking == null ? new Ranking(by.order(), book) : ranking;
        ranking = order;
        int most = Math.min(book.count(by.view()), terms.isEmpty() ? book.size() : matches.cardinality());
        SlotTable rows = new SlotTable(most);
        for (int slot : order.slots(book)) {
            if (member(slot)) {
                rows.add(id(slot));
            }
        }
        return new Sorted(by, rows);
    }

    private CaseId id(int slot) {
        Case value = book.at(slot);
        if (value == null) {
            throw new IllegalStateException("no case at " + slot);
        }
        return value.id();
    }
}
