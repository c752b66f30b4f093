package org.yiping.console.ui.map;

import java.util.List;
import java.util.Optional;
import org.yiping.console.store.Bulk;
import org.yiping.domain.component.Component;

/// Which component an id means (部件索引): an open table of row numbers, eight to sixteen bytes a component, where a map
/// of objects takes seventy. Making one costs some 100 ms for a million, so not on the FX thread. Immutable; any
/// thread.
final class ComponentBook {
    private final Bulk<Component> bulk;
    private final int[] rows;

    ComponentBook(Bulk<Component> bulk) {
        this.bulk = bulk;
        List<Component> all = bulk.rows();
        rows = new int[Math.max(16, Integer.highestOneBit(Math.max(1, all.size())) * 4)];
        for (int row = 0; row < all.size(); row++) {
            rows[slot(all.get(row).id().value())] = row + 1;
        }
    }

    boolean isOf(Bulk<Component> other) {
        return bulk.revision() == other.revision();
    }

    Optional<Component> find(String id) {
        int row = rows[slot(id)] - 1;
        return row < 0 ? Optional.empty() : Optional.of(bulk.rows().get(row));
    }

    private int slot(String id) {
        int h = id.hashCode() * 0x9E3779B9;
        int mask = rows.length - 1;
        int slot = (h ^ (h >>> 15)) & mask;
        while (rows[slot] != 0 && !bulk.rows().get(rows[slot] - 1).id().value().equals(id)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
