package org.yiping.domain.wall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scenes and rules of one city's wall; `free` are the days of the next months on which nobody works. Immutable;
/// any
/// thread.
public record WallBook(WallRules rules, List<WallScene> scenes, List<LocalDate> free) {
    /// Of a city that has written nothing about its wall.
    public static final WallBook NONE = new WallBook(WallRules.SHIPPED, List.of(), List.of());

    public WallBook {
        scenes = List.copyOf(scenes);
        free = List.copyOf(free);
    }

    public Optional<WallScene> find(SceneId id) {
        return scenes.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /// A city's own over the shipped ones: a scene of the same name takes the other's place, others come after.
    public WallBook over(WallBook shipped) {
        Map<SceneId, WallScene> all = new LinkedHashMap<>();
        shipped.scenes.forEach(s -> all.put(s.id(), s));
        scenes.forEach(s -> all.put(s.id(), s));
        return new WallBook(rules, new ArrayList<>(all.values()), free);
    }

    public WallBook free(List<LocalDate> days) {
        return new WallBook(rules, scenes, days);
    }
}
