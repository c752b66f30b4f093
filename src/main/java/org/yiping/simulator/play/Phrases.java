package org.yiping.simulator.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.yiping.simulator.city.Table;

/// What simulated people write, by use (`demo/phrases.csv`). Data of the fictional city, hence in its language.
/// Immutable; any thread.
final class Phrases {
    private final Map<String, List<String>> byUse = new HashMap<>();

    Phrases() {
        for (String[] row : Table.rows("phrases.csv")) {
            byUse.computeIfAbsent(row[0], k -> new ArrayList<>()).add(row[1]);
        }
    }

    String draw(String use, RandomGenerator random) {
        List<String> choices = byUse.getOrDefault(use, List.of());
        return choices.isEmpty() ? use : choices.get(random.nextInt(choices.size()));
    }
}
