package org.yiping.console.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.console.store.TableStore;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;

/// The cases somebody looks at, whose flow records are kept current. Any thread.
///
/// Records are append-only, so what was fetched and what came by push are simply united, in any order.
final class OpenCases {
    private static final Comparator<FlowRecord> ORDER =
            Comparator.comparing(FlowRecord::at).thenComparing(r -> r.id().value());

    private final TableStore<CaseId, List<FlowRecord>> store;
    private final Map<CaseId, Integer> open = new HashMap<>();
    private final Set<CaseId> loaded = new HashSet<>();

    OpenCases(TableStore<CaseId, List<FlowRecord>> store) {
        this.store = store;
    }

    synchronized void open(CaseId id) {
        open.merge(id, 1, Integer::sum);
    }

    /// Whether somebody looks at it: the records of all others are not even read.
    synchronized boolean isOpen(String id) {
        return open.keySet().stream().anyMatch(c -> c.value().equals(id));
    }

    synchronized void close(CaseId id) {
        if (open.merge(id, -1, Integer::sum) <= 0) {
            open.remove(id);
            loaded.remove(id);
            store.remove(id);
        }
    }

    synchronized void fetched(CaseId id, List<FlowRecord> records) {
        if (open.containsKey(id)) {
            loaded.add(id);
            unite(id, records);
        }
    }

    synchronized void pushed(FlowRecord record) {
        if (open.containsKey(record.caseId())) {
            unite(record.caseId(), List.of(record));
        }
    }

    /// After a snapshot nobody knows what was missed.
    synchronized void forget() {
        loaded.clear();
    }

    synchronized Set<CaseId> toFetch() {
        Set<CaseId> missing = new HashSet<>(open.keySet());
        missing.removeAll(loaded);
        return missing;
    }

    private void unite(CaseId id, List<FlowRecord> more) {
        Map<String, FlowRecord> all = new HashMap<>();
        store.written(id).orElse(List.of()).forEach(r -> all.put(r.id().value(), r));
        more.forEach(r -> all.put(r.id().value(), r));
        List<FlowRecord> sorted = new ArrayList<>(all.values());
        sorted.sort(ORDER);
        store.put(id, List.copyOf(sorted));
    }
}
