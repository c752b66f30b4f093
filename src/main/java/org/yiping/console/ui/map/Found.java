package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yiping.console.store.Stores;
import org.yiping.domain.catalogue.ClassCode;

/// What lies in a view or an enclosure, by kind: ids in no order (圈内对象). Immutable; any thread.
record Found(Map<Kind, List<String>> ids) {
    static final Found NOTHING = new Found(Map.of());

    enum Kind {
        CASES,
        CAMERAS,
        SENSORS,
        STAFF,
        VEHICLES,
        COMPONENTS
    }

    /// A line of the list of it.
    sealed interface Row {
        /// A kind with its count, over its first things.
        record Head(Kind kind, int count) implements Row {}

        /// A class of components with its count; its things follow where it is unfolded.
        record ClassHead(ClassCode code, int count, boolean unfolded) implements Row {}

        record Thing(Kind kind, String id) implements Row {}

        /// So many more of a kind are not listed.
        record More(Kind kind, int left) implements Row {}
    }

    /// Of the engine's answer by layer. The field's units are few, and told apart here.
    static Found of(Map<String, List<String>> byLayer, Stores stores) {
        Map<Kind, List<String>> ids = new EnumMap<>(Kind.class);
        ids.put(Kind.CASES, byLayer.getOrDefault(CityMap.CASES, List.of()));
        ids.put(Kind.CAMERAS, byLayer.getOrDefault(CityMap.CAMERAS, List.of()));
        ids.put(Kind.SENSORS, byLayer.getOrDefault(CityMap.SENSORS, List.of()));
        ids.put(Kind.COMPONENTS, byLayer.getOrDefault(CityMap.COMPONENTS, List.of()));
        List<String> staff = new ArrayList<>();
        List<String> vehicles = new ArrayList<>();
        for (String id : byLayer.getOrDefault(CityMap.UNITS, List.of())) {
            boolean drives = stores.units()
                    .find(id)
                    .filter(u -> u.kind().equals("vehicle") || u.kind().equals("drone"))
                    .isPresent();
            (drives ? vehicles : staff).add(id);
        }
        ids.put(Kind.STAFF, staff);
        ids.put(Kind.VEHICLES, vehicles);
        return new Found(ids);
    }

    List<String> of(Kind kind) {
        return ids.getOrDefault(kind, List.of());
    }

    int count(Kind kind) {
        return of(kind).size();
    }

    int count() {
        return ids.values().stream().mapToInt(List::size).sum();
    }
}
