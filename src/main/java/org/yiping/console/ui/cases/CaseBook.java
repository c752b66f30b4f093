package org.yiping.console.ui.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow;

/// Every case with the views it is in, and how many each view has, kept change by change. One thread.
///
/// A city has tens of thousands of cases and a view list is always on screen: counting anew at every push would cost
/// a scan each; this costs what changed. Lights turn by time alone, so `tick` looks for those whose turn has come.
final class CaseBook {
    private final Workflow workflow;
    private final List<DeskView> views;
    private final Map<CaseId, Entry> entries = new HashMap<>();
    private final int[] counts;

    private record Entry(Sight sight, long mask) {}

    CaseBook(Workflow workflow, List<DeskView> views) {
        this.workflow = workflow;
        this.views = views;
        this.counts = new int[views.size()];
    }

    void put(Case value, Instant now) {
        Sight sight = Sight.of(value, workflow, now);
        long mask = mask(sight);
        Entry before = entries.put(value.id(), new Entry(sight, mask));
        recount(before == null ? 0 : before.mask, mask);
    }

    /// Forgets what is not among these: cases can vanish while nobody listens.
    void retain(Predicate<CaseId> known) {
        entries.keySet().stream().filter(known.negate()).toList().forEach(this::gone);
    }

    void gone(CaseId id) {
        Entry before = entries.remove(id);
        if (before != null) {
            recount(before.mask, 0);
        }
    }

    /// The cases whose light turned since they were last looked at.
    Set<CaseId> tick(Instant now) {
        List<Case> turned = new ArrayList<>();
        for (Entry e : entries.values()) {
            if (!now.isBefore(e.sight.turnsAt())) {
                turned.add(e.sight.value());
            }
        }
        Set<CaseId> ids = HashSet.newHashSet(turned.size());
        for (Case c : turned) {
            put(c, now);
            ids.add(c.id());
        }
        return ids;
    }

    int count(int view) {
        return counts[view];
    }

    int size() {
        return entries.size();
    }

    boolean isIn(CaseId id, int view) {
        Entry e = entries.get(id);
        return e != null && (e.mask & 1L << view) != 0;
    }

    Optional<Sight> find(CaseId id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::sight);
    }

    void each(int view, Consumer<Sight> consumer) {
        long bit = 1L << view;
        for (Entry e : entries.values()) {
            if ((e.mask & bit) != 0) {
                consumer.accept(e.sight);
            }
        }
    }

    private long mask(Sight sight) {
        long mask = 0;
        for (int i = 0; i < views.size(); i++) {
            if (views.get(i).takes().test(sight)) {
                mask |= 1L << i;
            }
        }
        return mask;
    }

    private void recount(long before, long after) {
        for (long bits = before & ~after; bits != 0; bits &= bits - 1) {
            counts[Long.numberOfTrailingZeros(bits)]--;
        }
        for (long bits = after & ~before; bits != 0; bits &= bits - 1) {
            counts[Long.numberOfTrailingZeros(bits)]++;
        }
    }
}
