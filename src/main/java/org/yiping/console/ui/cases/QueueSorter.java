package org.yiping.console.ui.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final GroupBook groups = new GroupBook();
    private Asked asked = new Asked(Instant.EPOCH);
    private boolean pending;

    // only in turns
    private @Nullable Wish wish;
    private @Nullable Ranking ranking;
    private List<Term> terms = List.of();
    private BitSet matches = new BitSet();

    /// By what is judged; `catalogue` is the version whose names are searched.
    record Rules(Workflow workflow, List<DeskView> views, String catalogue) {}

    /// The rows one wants to see: a view by its place, in an order and in groups, those that hold the words.
    record Wish(Rules rules, int view, QueueOrder order, Grouping grouping, String words) {}

    /// A wish fulfilled: the cases by slot, group by group.
    record Sorted(Wish wish, SlotTable rows, List<QueueGroup> groups) {}

    /// A case that changed, whether the wish takes it now and into which group; null where nothing is grouped.
    record Moved(CaseId id, boolean member, @Nullable String group) {}

    /// What the groups of this grouping hold, by their keys.
    record Tallies(Grouping by, Map<String, QueueGroup.Tally> of) {
        static final Tallies NONE = new Tallies(Grouping.NONE, Map.of());
    }

    /// What a turn came to. `moved` are the changes since the last `sorted`; those before are in it.
    record Told(
            List<Integer> counts, Tallies tallies, @Nullable Sorted sorted, List<Moved> moved) {}

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
                CaseId id = at(slot).id();
                if (rows.get(id) == null) {
                    now.ids.add(id);
                }
            });
        }
        for (CaseId id : now.ids) {
            moved.add(changed(id, rows.get(id), now.now));
        }
        if (now.ticked) {
            book.tick(now.now, slot -> moved.add(moved(slot)));
        }
        index.tidy(book);
        Wish by = wish;
        if (by == null || !(fresh || (first && book.size() > 0))) {
            return new Told(book.counts(), tallies(), null, moved);
        }
        // who has typed on meanwhile is not shown what was meant before
        Sorted sorted = overtaken() ? null : sorted(by);
        return new Told(book.counts(), tallies(), sorted, List.of());
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

    private Moved changed(CaseId id, @Nullable Case value, Instant now) {
        int slot = value == null ? book.gone(id) : book.slot(id);
        if (value == null) {
            if (slot != SlotTable.NONE) {
                index.remove(slot);
                matches.clear(slot);
                groups.remove(slot);
                ranked(slot);
            }
            return new Moved(id, false, null);
        }
        Case before = slot == SlotTable.NONE ? null : book.at(slot);
        slot = book.put(value, now);
        if (index.put(slot, before, value)) {
            matches.set(slot, index.matches(terms, slot, value));
        }
        ranked(slot);
        return moved(slot);
    }

    /// Whether the wish takes it now, and where to.
    private Moved moved(int slot) {
        Case value = at(slot);
        boolean member = member(slot);
        if (member) {
            groups.put(slot, value, book.light(slot));
        } else {
            groups.remove(slot);
        }
        return new Moved(value.id(), member, groups.at(slot));
    }

    private Tallies tallies() {
        return groups.by() == Grouping.NONE ? Tallies.NONE : new Tallies(groups.by(), groups.tallies());
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
        int[] wanted = new int[most];
        int size = 0;
        groups.begin(by.grouping(), book.end());
        for (int slot : order.slots(book)) {
            if (member(slot)) {
                groups.put(slot, at(slot), book.light(slot));
                wanted[size++] = slot;
            }
        }
        wanted = Arrays.copyOf(wanted, size);
        List<QueueGroup> standing = by.grouping() == Grouping.NONE
                ? List.of()
                : groups.arrange(wanted, by.grouping().order(by.rules().workflow()));
        SlotTable rows = new SlotTable(size);
        for (int slot : wanted) {
            book.append(slot, rows);
        }
        return new Sorted(by, rows, standing);
    }

    private Case at(int slot) {
        Case value = book.at(slot);
        if (value == null) {
            throw new IllegalStateException("no case at " + slot);
        }
        return value;
    }
}
