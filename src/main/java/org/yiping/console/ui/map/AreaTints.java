package org.yiping.console.ui.map;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Pace;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaTint;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.style.LayerStack;
import org.yiping.console.store.Bulk;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Me;
import org.yiping.console.store.Stores;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.geo.Feature;

/// Colours the areas of a map window by a figure of their cases (区域着色): what the seat chose, counted beside the FX
/// thread, handed to the engine and told to legend and pointer. FX thread.
final class AreaTints {
    static final List<AreaKind> LEVELS = List.of(AreaKind.DISTRICT, AreaKind.STREET, AreaKind.COMMUNITY, AreaKind.CELL);
    /// Counted anew so often: soon enough for where much happens, and no tile is drawn for nothing.
    private static final Duration PACE = Duration.ofSeconds(15);

    private final CityMap map;
    private final MapSurface surface;
    private final TintChoice choices;
    private final Pace looks;
    private final List<Runnable> told = new ArrayList<>();
    private @Nullable LevelAreas level;
    private @Nullable Shown shown;
    private Instant counted = Instant.MIN;

    /// What is on the map now. Immutable; any thread.
    record Shown(TintChoice.Choice choice, LevelAreas level, AreaCount.Counted counted, TintScale scale, boolean live) {
        int unknown() {
            return level.codes().size() - counted.values().size();
        }

        double[] values() {
            return counted.values().values().stream()
                    .mapToDouble(AreaCount.Value::value)
                    .toArray();
        }
    }

    AreaTints(CityMap map, MapSurface surface) {
        this.map = map;
        this.surface = surface;
        choices = new TintChoice(map.hall().remembered());
        looks = new Pace(map.hall().own());
    }

    /// Runs when what is shown or chosen has changed.
    void onChange(Runnable run) {
        told.add(run);
    }

    /// The levels the city has areas of.
    List<AreaKind> levels() {
        return LEVELS.stream().filter(kind -> source(kind).isPresent()).toList();
    }

    TintChoice.Choice choice() {
        return choices.now();
    }

    /// What the legend and the pointer speak of; null where nothing is coloured, or not yet.
    @Nullable
    Shown shown() {
        Shown now = shown;
        return now != null && now.choice().sameFigure(choice()) && choice().shown() ? now : null;
    }

    void choose(TintChoice.Choice next) {
        if (next.equals(choice())) {
            return;
        }
        boolean other = !next.sameFigure(choice()) || !choice().shown();
        choices.keep(next);
        surface.stack(on(surface.stack()));
        if (other) {
            counted = Instant.MIN;
            tick();
        }
        told.forEach(Runnable::run);
    }

    void turn() {
        choose(choice().shown(!choice().shown()));
    }

    /// The stack with the colouring this seat chose.
    LayerStack on(LayerStack stack) {
        TintChoice.Choice now = choice();
        return stack.tint(now.shown() ? new LayerStack.Tint(now.name(), now.percent() / 100.0) : LayerStack.Tint.NONE);
    }

    /// Once a second, and when something else is to be coloured by.
    void tick() {
        Instant now = map.hall().own().instant();
        MapEngine engine = map.engine().get().orElse(null);
        TintChoice.Choice wanted = choice();
        Bulk<Feature> source = source(wanted.level()).orElse(null);
        if (!wanted.shown() || engine == null || source == null || counted.isAfter(now.minus(PACE))) {
            return;
        }
        Workflow workflow = map.desk().city().map(c -> c.rules().workflow()).orElse(null);
        if (workflow == null || !looks.begins()) {
            return;
        }
        counted = now;
        Shown before = shown;
        LevelAreas known = level != null && level.isOf(wanted.level(), source) ? level : null;
        Freshness freshness = stores().cases().freshness();
        AreaFigure.Day day = day(workflow, freshness);
        map.hall()
                .background()
                .run(
                        () -> look(wanted, before, known, source, engine, day, freshness.live()),
                        done -> {
                            looks.ended();
                            level = done.level();
                            shown = done;
                            if (!wanted.sameFigure(choice())) {
                                counted = Instant.MIN; // another one was chosen meanwhile
                            }
                            told.forEach(Runnable::run);
                        },
                        _ -> looks.ended());
    }

    /// Without a live word a light of now is not known: it is counted as of then.
    private AreaFigure.Day day(Workflow workflow, Freshness freshness) {
        Instant now = freshness.live() ? map.hall().now() : freshness.asOf();
        ZoneId zone = map.words().zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        return new AreaFigure.Day(
                today.atStartOfDay(zone).toInstant(),
                today.plusDays(1).atStartOfDay(zone).toInstant(),
                now,
                workflow);
    }

    private Shown look(
            TintChoice.Choice wanted,
            @Nullable Shown before,
            @Nullable LevelAreas known,
            Bulk<Feature> source,
            MapEngine engine,
            AreaFigure.Day day,
            boolean live) {
        LevelAreas areas = known != null ? known : LevelAreas.of(wanted.level(), source, engine.projection());
        AreaCount.Counted values = new AreaCount(areas, stores().areas().rows(), engine.projection())
                .count(wanted.figure(), stores().cases().rows().values(), day, within());
        double[] each = values.values().values().stream()
                .mapToDouble(AreaCount.Value::value)
                .toArray();
        boolean whole = wanted.figure().unit == AreaFigure.Unit.CASES;
        TintScale scale = before != null && before.choice().sameFigure(wanted)
                ? before.scale().keptFor(each, whole)
                : TintScale.of(each, whole);
        engine.tint(wanted.name(), AreaTint.of(areas.layer(), code -> step(values.values(), scale, code)));
        return new Shown(wanted, areas, values, scale, live);
    }

    private static int step(Map<String, AreaCount.Value> values, TintScale scale, String code) {
        AreaCount.Value value = values.get(code);
        return value == null ? AreaTint.UNKNOWN : scale.step(scale.classOf(value.value()));
    }

    /// Of which areas all cases are here: of those within the rights of who sits here, once anything was heard at all.
    private Predicate<String> within() {
        if (stores().cases().freshness().equals(Freshness.NEVER)) {
            return _ -> false;
        }
        List<String> rights = stores().me().known().map(Me::areas).orElse(List.of()).stream()
                .map(a -> a.value())
                .toList();
        return code -> rights.isEmpty() || rights.stream().anyMatch(code::startsWith);
    }

    /// What the pointer is told: the area there, its value, and what that was counted from.
    Optional<String> words(CityPoint at) {
        Shown now = shown();
        if (now == null) {
            return Optional.empty();
        }
        return now.level().at(at.x(), at.y()).map(area -> {
            String name = area.name().isBlank()
                    ? map.words().area(new org.yiping.domain.area.AreaCode(area.code()))
                    : area.name();
            return name + " · "
                    + TintWords.figure(now.choice().figure(), map.hall().messages()) + " "
                    + TintWords.value(
                            now.choice().figure().unit,
                            now.counted().values().get(area.code()),
                            map.hall().messages());
        });
    }

    private Optional<Bulk<Feature>> source(AreaKind kind) {
        return stores().layers()
                .find(kind.name().toLowerCase(Locale.ROOT))
                .filter(bulk -> !bulk.rows().isEmpty());
    }

    private Stores stores() {
        return map.desk().stores();
    }
}
