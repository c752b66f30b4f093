package org.yiping.console.map;

import java.awt.Font;
import java.util.function.ToIntFunction;
import org.yiping.console.map.style.StyleSheet;

/// Everything about looks that the engine is given: colours, the two cuts of one typeface, for what distance it draws,
/// and what is drawn how. Immutable; any thread.
public record MapStyle(Palette palette, Font regular, Font bold, Generalisation generalisation, MapPlan plan) {
    /// The shipped style for that distance.
    public MapStyle(Palette palette, Font regular, Font bold, Generalisation generalisation) {
        this(palette, regular, bold, generalisation, MapPlan.of(ShippedStyles.of(generalisation), palette::colour));
    }

    /// A style in a theme, whose colours `token` gives by name. What lies over the tiles takes its ground and the
    /// colours of names from the style as well.
    public static MapStyle of(
            StyleSheet sheet, ToIntFunction<String> token, Font regular, Font bold, Generalisation generalisation) {
        MapPlan plan = MapPlan.of(sheet, token);
        return new MapStyle(Palette.of(token).with(plan.inks()), regular, bold, generalisation, plan);
    }
}
