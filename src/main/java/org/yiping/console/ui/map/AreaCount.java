package org.yiping.console.ui.map;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.console.store.Rows;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.geo.Position;

/// Counts a figure for each area of one level, from the cases this console holds (分区统计). Some 10 ms for 100,000
/// cases, so not on the FX thread. One thread.
///
/// A case counts where it says its cell is, and where it says nothing, where it lies. What a console cannot know is
/// unknown: areas beyond the rights of who sits here, of which it holds no or only some cases, and rates of nothing.
final class AreaCount {
    private final LevelAreas level;
    private final Rows<AreaCode, Area> tree;
    private final CityProjection projection;
    /// Where the cases of each code belong; empty for nowhere.
    private final Map<AreaCode, String> homes = new HashMap<>();

    /// What an area has. `value` is in the figure's unit; `denominator` is of cases, or of square kilometres for a
    /// density, and absent for a count. Immutable; any thread.
    record Value(double value, long numerator, @Nullable Double denominator) {}

    /// The figure of each area in which it is known, by code, and how many cases lie in no area of the level.
    /// Immutable; any thread.
    record Counted(Map<String, Value> values, long elsewhere, Instant at) {
        Counted {
            values = Map.copyOf(values);
        }
    }

    private static final class Sum {
        long counted;
        long whole;
    }

    AreaCount(LevelAreas level, Rows<AreaCode, Area> tree, CityProjection projection) {
        this.level = level;
        this.tree = tree;
        this.projection = projection;
    }

    /// `known` tells of which areas this console holds all cases.
    Counted count(AreaFigure figure, Stream<Case> cases, AreaFigure.Day day, Predicate<String> known) {
        Map<String, Sum> sums = new HashMap<>();
        long elsewhere = 0;
        for (Case c : (Iterable<Case>) cases::iterator) {
            AreaFigure.Part part = figure.part(c, day);
            if (part == AreaFigure.Part.NONE) {
                continue;
            }
            String home = home(c);
            if (home.isEmpty()) {
                elsewhere++;
                continue;
            }
            Sum sum = sums.computeIfAbsent(home, _ -> new Sum());
            sum.whole++;
            sum.counted += part == AreaFigure.Part.COUNTED ? 1 : 0;
        }
        Map<String, Value> values = new LinkedHashMap<>();
        for (String code : level.codes()) {
            if (known.test(code)) {
                value(figure, sums.getOrDefault(code, new Sum()), level.squareKilometres(code))
                        .ifPresent(v -> values.put(code, v));
            }
        }
        return new Counted(values, elsewhere, day.now());
    }

    private static Optional<Value> value(AreaFigure figure, Sum sum, double squareKilometres) {
        return switch (figure.unit) {
            case CASES -> Optional.of(new Value(sum.counted, sum.counted, null));
            case PERCENT ->
                sum.whole == 0
                        ? Optional.empty()
                        : Optional.of(new Value(100.0 * sum.counted / sum.whole, sum.counted, (double) sum.whole));
            case DENSITY ->
                squareKilometres <= 0
                        ? Optional.empty()
                        : Optional.of(new Value(sum.counted / squareKilometres, sum.counted, squareKilometres));
        };
    }

    private String home(Case c) {
        AreaCode told = c.place().area();
        String home = told == null ? "" : homes.computeIfAbsent(told, this::above);
        Position at = c.place().position();
        if (!home.isEmpty() || at == null) {
            return home;
        }
        CityPoint p = projection.toCity(at);
        return level.at(p.x(), p.y()).map(area -> area.code()).orElse("");
    }

    /// The area of the level that this one is or lies in: by the city's tree, else by its code, which begins with that
    /// of the area it lies in.
    private String above(AreaCode code) {
        Optional<Area> area = Optional.of(code).flatMap(tree::find);
        while (area.isPresent()) {
            Area a = area.get();
            if (level.codes().contains(a.code().value())) {
                return a.code().value();
            }
            area = Optional.ofNullable(a.parent()).flatMap(tree::find);
        }
        List<String> longer = level.codes().stream()
                .filter(known -> code.value().startsWith(known))
                .toList();
        return longer.size() == 1 ? longer.getFirst() : "";
    }
}
