package org.yiping.console.map.style;

import java.util.List;

/// A style that was read and found right, its layers in the order of drawing; what is not visible is left out. Colours
/// may still hang on the theme. Immutable; any thread.
public record StyleSheet(String name, List<StyleLayer> layers) {
    public StyleSheet {
        layers = List.copyOf(layers);
    }
}
