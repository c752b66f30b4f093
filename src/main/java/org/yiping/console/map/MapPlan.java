package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.style.LayerType;
import org.yiping.console.map.style.Property;
import org.yiping.console.map.style.SourceLayer;
import org.yiping.console.map.style.StyleLayer;
import org.yiping.console.map.style.StyleLayer.Asked;
import org.yiping.console.map.style.StyleSheet;
import org.yiping.console.map.style.Zoom;

/// A style in one theme, worked out for every zoom level (绘制方案): what tiles, names and live layers read of it.
/// Immutable; any thread.
///
/// Tiles exist at few levels and features differ by few values, so all a style can say fits into short lists made once;
/// nothing of it is asked per feature.
public final class MapPlan {
    /// Where one colour has to do for all scales, it is that of a metre a pixel.
    private static final double MIDDLE = 16;

    private final List<Level> levels;
    private final Map<String, LiveRule> live;
    private final Inks inks;

    /// One zoom level: the steps in the order of drawing, and how names are set; no entry, no name.
    record Level(
            int land, List<GroundStep> steps, Map<AreaKind, TextSize> areaNames, Map<RoadClass, TextSize> streetNames) {
        boolean showsComponents() {
            return steps.stream().anyMatch(GroundStep.Marks.class::isInstance);
        }
    }

    /// Colours that overlays need beside the tiles; null where the style has no such layer.
    record Inks(
            int land,
            @Nullable Integer streetNames,
            @Nullable Integer areaNames) {}

    private record LiveRule(int order, double nearest, double farthest, double opacity) {}

    private MapPlan(List<Level> levels, Map<String, LiveRule> live, Inks inks) {
        this.levels = List.copyOf(levels);
        this.live = Map.copyOf(live);
        this.inks = inks;
    }

    static MapPlan of(StyleSheet sheet, ToIntFunction<String> tokens) {
        List<Level> levels = new ArrayList<>();
        for (int level = 0; level <= ZoomLevels.COARSEST; level++) {
            levels.add(level(sheet, ZoomLevels.zoom(level), tokens));
        }
        Map<String, LiveRule> live = new HashMap<>();
        Integer streets = null;
        Integer areas = null;
        for (int i = 0; i < sheet.layers().size(); i++) {
            StyleLayer layer = sheet.layers().get(i);
            SourceLayer source = layer.source();
            if (source == null || layer.type() != LayerType.SYMBOL) {
                continue;
            }
            switch (source.form()) {
                case LIVE -> live.put(source.key(), liveRule(layer, i));
                case LINE -> streets = layer.colour(Property.TEXT_COLOR, Asked.at(MIDDLE), tokens);
                case AREA -> areas = layer.colour(Property.TEXT_COLOR, Asked.at(MIDDLE), tokens);
                case POINT -> {}
            }
        }
        return new MapPlan(levels, live, new Inks(land(sheet, MIDDLE, tokens), streets, areas));
    }

    Level level(int level) {
        return levels.get(level);
    }

    Level at(double metresPerPixel) {
        return levels.get(ZoomLevels.nearest(metresPerPixel));
    }

    Inks inks() {
        return inks;
    }

    /// A live layer as the style wants it; one the style does not know stays as it was made.
    LayerSpec live(LayerSpec spec) {
        LiveRule rule = live.get(spec.name());
        if (rule == null) {
            return spec;
        }
        return new LayerSpec(
                spec.name(),
                rule.order,
                spec.clusters(),
                spec.yields(),
                spec.still(),
                rule.nearest,
                rule.farthest,
                rule.opacity);
    }

    private static LiveRule liveRule(StyleLayer layer, int order) {
        return new LiveRule(
                order,
                layer.maxZoom() >= LayerSpec.MOST_ZOOM ? 0 : Zoom.metresPerPixel(layer.maxZoom()),
                layer.minZoom() <= 0 ? Double.MAX_VALUE : Zoom.metresPerPixel(layer.minZoom()),
                layer.number(Property.ICON_OPACITY, Asked.at(MIDDLE)));
    }

    private static int land(StyleSheet sheet, double zoom, ToIntFunction<String> tokens) {
        int land = 0xFF000000;
        for (StyleLayer layer : sheet.layers()) {
            if (layer.type() == LayerType.BACKGROUND && layer.shows(Asked.at(zoom))) {
                land = 0xFF000000 | layer.colour(Property.BACKGROUND_COLOR, Asked.at(zoom), tokens);
            }
        }
        return land;
    }

    private static Level level(StyleSheet sheet, double zoom, ToIntFunction<String> tokens) {
        List<GroundStep> steps = new ArrayList<>();
        Map<AreaKind, TextSize> areaNames = new EnumMap<>(AreaKind.class);
        Map<RoadClass, TextSize> streetNames = new EnumMap<>(RoadClass.class);
        Asked asked = Asked.at(zoom);
        for (StyleLayer layer : sheet.layers()) {
            SourceLayer source = layer.source();
            if (source == null) {
                continue;
            }
            switch (source.form()) {
                case AREA -> {
                    AreaKind kind = kind(source);
                    if (layer.shows(asked)) {
                        area(layer, kind, asked, tokens, steps);
                        if (isName(layer, asked)) {
                            areaNames.put(kind, size(layer, asked));
                        }
                    }
                }
                case LINE -> {
                    if (layer.type() == LayerType.LINE) {
                        streets(layer, zoom, tokens, steps);
                    }
                    for (RoadClass road : RoadClass.values()) {
                        Asked of = new Asked(zoom, road.columns());
                        if (layer.shows(of) && isName(layer, of)) {
                            streetNames.put(road, size(layer, of));
                        }
                    }
                }
                case POINT -> components(layer, zoom, steps);
                case LIVE -> {}
            }
        }
        return new Level(land(sheet, zoom, tokens), List.copyOf(steps), areaNames, streetNames);
    }

    private static AreaKind kind(SourceLayer source) {
        return Arrays.stream(AreaKind.values())
                .filter(k -> k.source == source)
                .findFirst()
                .orElseThrow();
    }

    private static void area(
            StyleLayer layer, AreaKind kind, Asked asked, ToIntFunction<String> tokens, List<GroundStep> steps) {
        switch (layer.type()) {
            case FILL -> {
                int argb = layer.colour(Property.FILL_COLOR, asked, tokens);
                steps.add(new GroundStep.Fill(
                        kind, opaque(argb), alpha(argb) * layer.number(Property.FILL_OPACITY, asked)));
            }
            case LINE -> {
                double width = layer.number(Property.LINE_WIDTH, asked);
                if (width > 0) {
                    steps.add(new GroundStep.Outline(kind, ink(layer, asked, width, tokens), width));
                }
            }
            case BACKGROUND, SYMBOL -> {}
        }
    }

    /// From small to large, so that large streets run through; neighbours of one ink become one shape.
    private static void streets(StyleLayer layer, double zoom, ToIntFunction<String> tokens, List<GroundStep> steps) {
        List<GroundStep.Pen> pens = new ArrayList<>();
        GroundStep.Ink last = null;
        boolean round = false;
        for (RoadClass road : List.of(RoadClass.MINOR, RoadClass.MID, RoadClass.MAJOR)) {
            Asked asked = new Asked(zoom, road.columns());
            double width = layer.shows(asked) ? layer.number(Property.LINE_WIDTH, asked) : 0;
            if (width <= 0) {
                continue;
            }
            GroundStep.Ink ink = ink(layer, asked, width, tokens);
            if (last != null && !last.equals(ink)) {
                steps.add(new GroundStep.Streets(List.copyOf(pens), last, round));
                pens.clear();
            }
            round = layer.word(Property.LINE_CAP, asked).equals("round");
            last = ink;
            pens.addFirst(new GroundStep.Pen(road, width));
        }
        if (last != null) {
            steps.add(new GroundStep.Streets(List.copyOf(pens), last, round));
        }
    }

    /// The standard counts dashes in widths of the line.
    private static GroundStep.Ink ink(StyleLayer layer, Asked asked, double width, ToIntFunction<String> tokens) {
        int argb = layer.colour(Property.LINE_COLOR, asked, tokens);
        double opacity = alpha(argb) * layer.number(Property.LINE_OPACITY, asked);
        List<?> dashes = layer.list(Property.LINE_DASHARRAY, asked);
        if (dashes.size() != 2 || (Double) dashes.get(0) + (Double) dashes.get(1) <= 0) {
            return new GroundStep.Ink(opaque(argb), opacity, 0, 0);
        }
        return new GroundStep.Ink(
                opaque(argb), opacity, (Double) dashes.get(0) * width, (Double) dashes.get(1) * width);
    }

    private static void components(StyleLayer layer, double zoom, List<GroundStep> steps) {
        Set<MajorClass> classes = EnumSet.noneOf(MajorClass.class);
        for (MajorClass major : MajorClass.values()) {
            if (layer.shows(new Asked(zoom, Map.of("major", major.name().toLowerCase(Locale.ROOT))))) {
                classes.add(major);
            }
        }
        if (!classes.isEmpty()) {
            Asked asked = Asked.at(zoom);
            // a divisor of a tile's side, so that squares are the same from whichever tile they are looked at
            int square = Integer.highestOneBit((int) Math.round(2 * layer.number(Property.ICON_PADDING, asked)));
            steps.add(new GroundStep.Marks(
                    classes,
                    layer.flag(Property.ICON_ALLOW_OVERLAP, asked) ? 0 : square,
                    layer.word(Property.ICON_IMAGE, asked).equals("class"),
                    layer.number(Property.ICON_OPACITY, asked)));
        }
    }

    private static boolean isName(StyleLayer layer, Asked asked) {
        return layer.type() == LayerType.SYMBOL
                && !layer.word(Property.TEXT_FIELD, asked).isEmpty();
    }

    private static TextSize size(StyleLayer layer, Asked asked) {
        double pixels = layer.number(Property.TEXT_SIZE, asked);
        boolean bold = layer.list(Property.TEXT_FONT, asked).stream()
                .anyMatch(f -> String.valueOf(f).contains("Bold"));
        double gap = layer.number(Property.TEXT_LETTER_SPACING, asked) * pixels;
        return new TextSize((float) pixels, bold, Math.rint(gap * 100) / 100);
    }

    private static int opaque(int argb) {
        return 0xFF000000 | argb;
    }

    private static double alpha(int argb) {
        return (argb >>> 24) / 255.0;
    }
}
