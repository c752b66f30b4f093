package org.yiping.console.ui.evaluation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.domain.casework.CaseId;

/// Cases that were put aside for an appeal or a notice, by whose they are (列入的案件). One thread.
final class Baskets {
    private final Map<String, Set<CaseId>> all = new HashMap<>();
    private final Runnable changed;

    /// `changed` is called after a hand has put one in or taken one out.
    Baskets(Runnable changed) {
        this.changed = changed;
    }

    /// In the order in which they were put in.
    List<CaseId> of(String object) {
        return List.copyOf(all.getOrDefault(object, Set.of()));
    }

    void put(String object, CaseId id) {
        all.computeIfAbsent(object, _ -> new LinkedHashSet<>()).add(id);
    }

    /// Puts a case in, or takes it out again.
    void toggle(String object, CaseId id) {
        Set<CaseId> own = all.computeIfAbsent(object, _ -> new LinkedHashSet<>());
        if (!own.remove(id)) {
            own.add(id);
        }
        changed.run();
    }

    void empty(String object) {
        all.remove(object);
    }

    void clear() {
        all.clear();
    }
}
