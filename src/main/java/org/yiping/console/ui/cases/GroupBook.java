package org.yiping.console.ui.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Light;

/// Which group each wanted case is in and how many of each light every group has, kept change by change. One thread at
/// a time.
final class GroupBook {
    private Grouping by = Grouping.NONE;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Map<Light, Integer>> tallies = new ArrayList<>();
    /// One more than the group's number, by slot; 0 where the case is not wanted.
    private int[] groups = {};
    private @Nullable Light[] lights = {};

    /// Nobody is wanted yet.
    void begin(Grouping next, int slots) {
        by = next;
        numbers.clear();
        keys.clear();
        tallies.clear();
        int room = next == Grouping.NONE ? 0 : slots;
        groups = new int[room];
        lights = new Light[room];
    }

    Grouping by() {
        return by;
    }

    void put(int slot, Case value, Light light) {
        if (by == Grouping.NONE) {
            return;
        }
        if (slot >= groups.length) {
            groups = Arrays.copyOf(groups, slot + slot / 2 + 1);
            lights = Arrays.copyOf(lights, groups.length);
        }
        remove(slot);
        int number = numbers.computeIfAbsent(by.key(value, light), key -> {
            keys.add(key);
            tallies.add(new EnumMap<>(Light.class));
            return keys.size() - 1;
        });
        groups[slot] = number + 1;
        lights[slot] = light;
        tallies.get(number).merge(light, 1, Integer::sum);
    }

    void remove(int slot) {
        Light light = slot < groups.length && groups[slot] > 0 ? lights[slot] : null;
        if (light != null) {
            tallies.get(groups[slot] - 1).merge(light, -1, Integer::sum);
            groups[slot] = 0;
        }
    }

    /// The group a wanted case is in; null where it is not wanted or nothing is grouped.
    @Nullable
    String at(int slot) {
        return slot < groups.length && groups[slot] > 0 ? keys.get(groups[slot] - 1) : null;
    }

    Map<String, QueueGroup.Tally> tallies() {
        Map<String, QueueGroup.Tally> now = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            now.put(keys.get(i), new QueueGroup.Tally(tallies.get(i)));
        }
        return now;
    }

    /// Puts wanted slots group by group, each group's in the order they came; answers the groups.
    List<QueueGroup> arrange(int[] slots, Comparator<String> order) {
        int[] sizes = new int[keys.size()];
        for (int slot : slots) {
            sizes[groups[slot] - 1]++;
        }
        int[] next = new int[keys.size()];
        List<QueueGroup> all = new ArrayList<>();
        int from = 0;
        int[] standing = IntStream.range(0, keys.size())
                .boxed()
                .filter(n -> sizes[n] > 0)
                .sorted(Comparator.comparing(keys::get, order))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int number : standing) {
            next[number] = from;
            all.add(new QueueGroup(keys.get(number), from, sizes[number]));
            from += sizes[number];
        }
        int[] came = slots.clone();
        for (int slot : came) {
            slots[next[groups[slot] - 1]++] = slot;
        }
        return all;
    }
}
