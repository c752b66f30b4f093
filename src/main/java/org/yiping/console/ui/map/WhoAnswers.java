package org.yiping.console.ui.map;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapEngine;
import org.yiping.console.store.Stores;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.shift.Roster;

/// Finds who answers for a place from what the console holds: areas, departments and people with their areas, the
/// roster, the field's last word (责任查询). FX thread; what is the same all over an area is kept until the next second.
///
/// The city's duty grid by class stays with the platform, which the card asks; here are the departments
/// that are bounded to the place's area.
final class WhoAnswers {
    private static final List<AreaKind> LEVELS =
            List.of(AreaKind.DISTRICT, AreaKind.STREET, AreaKind.COMMUNITY, AreaKind.CELL);

    private final CityMap map;
    private @Nullable AreaCode kept;
    private @Nullable Responsibility known;

    WhoAnswers(CityMap map) {
        this.map = map;
    }

    /// What was found may be old.
    void tick() {
        kept = null;
        known = null;
    }

    Responsibility at(Position place) {
        Map<AreaKind, AreaLayer.Area> areas = areas(place);
        Responsibility found = new Responsibility(areas, List.of(), List.of(), List.of(), null);
        AreaCode code = found.area().orElse(null);
        Responsibility before = known;
        if (before == null || !Objects.equals(code, kept)) {
            before = code == null
                    ? new Responsibility(Map.of(), List.of(), List.of(), shifts(), null)
                    : new Responsibility(areas, departments(code), collectors(code), shifts(), null);
            kept = code;
            known = before;
        }
        return new Responsibility(areas, before.departments(), before.collectors(), before.shifts(), null);
    }

    /// Those drawn on the map, and above them what the city's tree of areas says: a layer may be hidden or missing.
    private Map<AreaKind, AreaLayer.Area> areas(Position place) {
        Map<AreaKind, AreaLayer.Area> areas = new EnumMap<>(AreaKind.class);
        MapEngine engine = map.engine().get().orElse(null);
        if (engine == null) {
            return areas;
        }
        CityPoint at = engine.projection().toCity(place);
        String smallest = "";
        for (AreaKind kind : LEVELS) {
            AreaLayer.Area area = engine.ground().areaAt(kind, at.x(), at.y()).orElse(null);
            if (area != null) {
                areas.put(kind, named(area));
                smallest = area.code();
            }
        }
        Optional<Area> above = smallest.isEmpty() ? Optional.empty() : area(smallest);
        while (above.isPresent()) {
            Area a = above.get();
            level(a).ifPresent(k ->
                    areas.putIfAbsent(k, new AreaLayer.Area(a.code().value(), a.name())));
            above = Optional.ofNullable(a.parent())
                    .flatMap(p -> stores().areas().find(p));
        }
        return areas;
    }

    private AreaLayer.Area named(AreaLayer.Area area) {
        return area.name().isBlank()
                ? new AreaLayer.Area(
                        area.code(), area(area.code()).map(Area::name).orElse(""))
                : area;
    }

    private Optional<Area> area(String code) {
        return stores().areas().find(new AreaCode(code));
    }

    private static Optional<AreaKind> level(Area area) {
        return LEVELS.stream()
                .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(area.level()))
                .findFirst();
    }

    private List<org.yiping.domain.identity.Department> departments(AreaCode code) {
        return smallestFirst(stores().departments().rows().values().toList(), d -> d.areas(), code);
    }

    private List<Responsibility.Collector> collectors(AreaCode code) {
        var people = stores().people()
                .rows()
                .values()
                .filter(p -> p.posts().stream().anyMatch(post -> post.value().equals("collector")))
                .toList();
        return smallestFirst(people, p -> p.areas(), code).stream()
                .map(p -> new Responsibility.Collector(
                        p,
                        stores().units().find(p.id().value()).map(FieldUnit::at).orElse(null)))
                .toList();
    }

    /// Those bounded to an area around this one; who is bounded by none answers everywhere and so nowhere first.
    private static <T> List<T> smallestFirst(List<T> all, Function<T, List<AreaCode>> areas, AreaCode code) {
        record Near<T>(T one, int length) {}
        return all.stream()
                .map(one -> new Near<>(
                        one,
                        areas.apply(one).stream()
                                .filter(a -> code.value().startsWith(a.value()))
                                .mapToInt(a -> a.value().length())
                                .max()
                                .orElse(0)))
                .filter(n -> n.length > 0)
                .sorted(Comparator.comparingInt((Near<T> n) -> n.length).reversed())
                .map(Near::one)
                .toList();
    }

    private List<Roster.Shift> shifts() {
        LocalDateTime here =
                LocalDateTime.ofInstant(map.hall().now(), map.words().zone());
        return Roster.inForce(stores().rosters().rows().values().toList(), here.toLocalDate())
                .map(r -> r.at(here))
                .orElse(List.of());
    }

    private Stores stores() {
        return map.desk().stores();
    }
}
