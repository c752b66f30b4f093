package org.yiping.server.advice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Vicinity;

/// How many open cases each department has (在办), kept in step with the journal: counting them in the storage would
/// cost every dispatch a look at all. Any thread.
public final class OpenLoads {
    private final Map<String, String> departments = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /// Reads what is open now: before the first command is taken, so that nothing is counted twice.
    public OpenLoads(Vicinity vicinity) {
        vicinity.openByCase().forEach(this::move);
    }

    /// Follows what the journal has taken.
    public synchronized void follow(List<Entry> entries) {
        for (Entry entry : entries) {
            CaseFacts facts = entry.change().facts();
            if (facts != null) {
                DepartmentId department = facts.subject().progress().department();
                boolean open = facts.ending() == Workflow.Ending.OPEN || facts.ending() == Workflow.Ending.PAUSED;
                move(entry.change().id(), open && department != null ? department.value() : null);
            }
        }
    }

    private synchronized void move(String id, @Nullable String to) {
        String from = to == null ? departments.remove(id) : departments.put(id, to);
        if (from != null) {
            counts.merge(from, -1, Integer::sum);
        }
        if (to != null) {
            counts.merge(to, 1, Integer::sum);
        }
    }

    public synchronized int of(DepartmentId department) {
        return counts.getOrDefault(department.value(), 0);
    }
}
