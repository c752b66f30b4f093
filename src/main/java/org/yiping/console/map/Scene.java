package org.yiping.console.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.style.LayerStack;
import org.yiping.console.map.style.SourceLayer;
import org.yiping.console.map.style.Zoom;

/// What tiles are drawn from, at one moment: the ground, the looks, and what was drawn once for these looks. A tile of
/// an older version is out of date but still shown until its successor is there. `stack` is what one window makes of
/// it; `crowds` are live layers whose density is shown, `tints` colourings of areas by their names. Immutable but for
/// its caches; any thread.
record Scene(
        CityGround ground,
        MapStyle style,
        SymbolSheet symbols,
        GlyphSheet glyphs,
        StreetNames streets,
        long version,
        LayerStack stack,
        Map<String, Crowd> crowds,
        Map<String, Tinted> tints) {
    /// A snapshot of a live layer whose density is shown, and the version of tiles that show it.
    record Crowd(Points points, long version) {}

    /// A colouring, and the version of tiles that show it.
    record Tinted(AreaTint tint, long version) {}

    static Scene of(CityGround ground, MapStyle style) {
        return of(ground, style, 1, LayerStack.plain(), Map.of(), Map.of());
    }

    private static Scene of(
            CityGround ground,
            MapStyle style,
            long version,
            LayerStack stack,
            Map<String, Crowd> crowds,
            Map<String, Tinted> tints) {
        GlyphSheet glyphs = new GlyphSheet(style);
        return new Scene(
                ground,
                style,
                new SymbolSheet(style),
                glyphs,
                new StreetNames(ground, style, glyphs),
                version,
                stack,
                crowds,
                tints);
    }

    Scene with(CityGround newGround) {
        return new Scene(
                newGround,
                style,
                symbols,
                glyphs,
                new StreetNames(newGround, style, glyphs),
                newest() + 1,
                stack,
                crowds,
                tints);
    }

    Scene with(MapStyle newStyle) {
        return of(ground, newStyle, newest() + 1, stack, crowds, tints);
    }

    /// With a snapshot of a live layer, for windows that show how densely its points stand; tiles of others stay as
    /// they are.
    Scene with(String layer, Points crowd) {
        Map<String, Crowd> now = new HashMap<>(crowds);
        now.put(layer, new Crowd(crowd, newest() + 1));
        return new Scene(ground, style, symbols, glyphs, streets, version, stack, Map.copyOf(now), tints);
    }

    /// With a colouring of areas, for windows that show it; tiles of others stay as they are.
    Scene with(String name, AreaTint tint) {
        Map<String, Tinted> now = new HashMap<>(tints);
        now.put(name, new Tinted(tint, newest() + 1));
        return new Scene(ground, style, symbols, glyphs, streets, version, stack, crowds, Map.copyOf(now));
    }

    private long newest() {
        long crowded = crowds.values().stream().mapToLong(Crowd::version).reduce(version, Math::max);
        return tints.values().stream().mapToLong(Tinted::version).reduce(crowded, Math::max);
    }

    /// Of which version the tiles of this stack are.
    long tileVersion() {
        Crowd shown = crowds.get(stack.heat());
        long least = shown == null ? version : Math.max(version, shown.version);
        Tinted tinted = tints.get(stack.tint().name());
        return tinted == null ? least : Math.max(least, tinted.version);
    }

    /// A colouring; null where there is none of that name yet.
    @Nullable
    AreaTint tint(String name) {
        Tinted known = tints.get(name);
        return known == null ? null : known.tint;
    }

    /// How densely a layer's points stand; null where that is not known.
    @Nullable
    Heat heat(String layer) {
        if (layer.equals(SourceLayer.COMPONENTS.key())) {
            return new Heat(ground.components());
        }
        Crowd crowd = crowds.get(layer);
        return crowd == null ? null : new Heat(List.of(crowd.points));
    }

    /// As a window with that stack sees it.
    Scene seen(LayerStack through) {
        return through.equals(stack)
                ? this
                : new Scene(ground, style, symbols, glyphs, streets, version, through, crowds, tints);
    }

    /// How an area's name is set at a scale; null where it has none.
    @Nullable
    TextSize letters(AreaKind kind, double metresPerPixel) {
        return shows(kind.source.key(), metresPerPixel)
                ? style.plan().at(metresPerPixel).areaNames().get(kind)
                : null;
    }

    /// The same of a street.
    @Nullable
    TextSize letters(RoadClass road, double metresPerPixel) {
        return shows("roads", metresPerPixel)
                ? style.plan().at(metresPerPixel).streetNames().get(road)
                : null;
    }

    /// Whether components are drawn at a scale, so that they can be pointed at.
    boolean showsComponents(double metresPerPixel) {
        return shows("components", metresPerPixel)
                && style.plan().at(metresPerPixel).showsComponents();
    }

    /// Whether components are counted at a scale instead.
    boolean groupsComponents(double metresPerPixel) {
        return stack.groups() && metresPerPixel > ComponentGroups.FROM && shows("components", metresPerPixel);
    }

    private boolean shows(String layer, double metresPerPixel) {
        return stack.entry(layer).shows(Zoom.of(metresPerPixel));
    }
}
