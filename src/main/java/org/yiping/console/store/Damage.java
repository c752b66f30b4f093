package org.yiping.console.store;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What this computer's own disk could not give back at a start (本机存储损坏), until the platform has told all of it
/// again. `lost` are kinds of rows of which nobody knows what there is, `unread` how many rows are missing of others.
/// Immutable; any thread.
public record Damage(Set<String> lost, Map<String, Long> unread) {
    public static final Damage NONE = new Damage(Set.of(), Map.of());

    public Damage {
        lost = Collections.unmodifiableSet(new TreeSet<>(lost));
        unread = Collections.unmodifiableMap(new TreeMap<>(unread));
    }

    public boolean none() {
        return lost.isEmpty() && unread.isEmpty();
    }
}
