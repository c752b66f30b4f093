package org.yiping.console.ui.cases;

import java.util.Map;
import org.yiping.domain.casework.Light;

/// Rows that stand together: so many from this one on. Immutable; any thread.
record QueueGroup(String key, int from, int size) {
    /// How many cases a group has now, by light. Immutable; any thread.
    record Tally(Map<Light, Integer> lights) {
        static final Tally NOTHING = new Tally(Map.of());

        Tally {
            lights = Map.copyOf(lights);
        }

        int all() {
            return lights.values().stream().mapToInt(Integer::intValue).sum();
        }

        int of(Light light) {
            return lights.getOrDefault(light, 0);
        }

        /// The most urgent light in it; none where it has no case.
        Light worst() {
            return Grouping.urgency().stream()
                    .filter(l -> of(l) > 0)
                    .findFirst()
                    .orElse(Light.NONE);
        }
    }
}
