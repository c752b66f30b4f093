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
    /// The city's components; they are no rows of the journal, and lost or here as a whole.
    public static final String COMPONENTS = "component";
    /// Layers of the base map.
    public static final String LAYERS = "layer";

    public static final Damage NONE = new Damage(Set.of(), Map.of());

    public Damage {
        lost = Collections.unmodifiableSet(new TreeSet<>(lost));
        unread = Collections.unmodifiableMap(new TreeMap<>(unread));
    }

    /// The same, and these kinds are lost too.
    public Damage and(Set<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Set<String> all = new TreeSet<>(lost);
        all.addAll(more);
        return new Damage(all, unread);
    }

    public boolean none() {
        return lost.isEmpty() && unread.isEmpty();
    }
}
