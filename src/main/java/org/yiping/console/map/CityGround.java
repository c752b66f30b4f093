package org.yiping.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ground all windows share: areas, streets and components (底图). Immutable; any thread.
public record CityGround(List<AreaLayer> areas, LineLayer roads, List<PointLayer> components) {
    public CityGround {
        List<AreaLayer> sorted = new ArrayList<>(areas);
        sorted.sort((a, b) -> a.kind().compareTo(b.kind()));
        areas = List.copyOf(sorted);
        components = List.copyOf(components);
    }

    public static CityGround empty() {
        return new CityGround(List.of(), LineLayer.empty(), List.of());
    }

    /// The area of a kind that holds a place: the grid cell, community, street office or district there.
    public Optional<AreaLayer.Area> areaAt(AreaKind kind, double x, double y) {
        return areas.stream()
                .filter(layer -> layer.kind() == kind)
                .flatMap(layer -> layer.at(x, y).stream())
                .findFirst();
    }

    /// Everything that has an extent; a small box around the origin when there is nothing.
    public CityBox bounds() {
        CityBox all = roads.size() > 0 ? roads.bounds() : null;
        for (AreaLayer layer : areas) {
            if (layer.size() > 0) {
                all = all == null ? layer.bounds() : all.union(layer.bounds());
            }
        }
        return all == null ? new CityBox(-1000, -1000, 1000, 1000) : all;
    }
}
