package org.yiping.domain.wall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scenes and rules of one city's wall; `free` are the days of the next months on which nobody
/// works. Immutable; any thread.
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

    /// A city's files with what desks have saved over them.
    public WallBook with(Collection<WallEdition> editions) {
        WallBook book = this;
        for (WallEdition e : editions) {
            if (e.over().equals(version(e.id()))) {
                WallScene scene = e.scene();
                WallRules saved = e.rules();
                book = scene != null
                        ? new WallBook(book.rules, List.of(scene), free).over(book)
                        : saved != null ? new WallBook(saved, book.scenes, free) : book;
            }
        }
        return book;
    }

    /// Of a scene, or of the rules under their name; empty where there is no such scene.
    public String version(SceneId id) {
        return id.equals(WallEdition.RULES)
                ? rules.version()
                : find(id).map(WallScene::version).orElse("");
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
