package org.yiping.console.map.style;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// One layer of a style. `source` is null for the background alone. Immutable; any thread.
///
/// Values are asked for by zoom, column and theme; see [Zoom]. All this is worked out when a style is compiled.
public final class StyleLayer {
    private final String id;
    private final LayerType type;
    private final @Nullable SourceLayer source;
    private final Range range;
    private final @Nullable Expression filter;
    private final Map<Property, Expression> values;

    /// From `least` zoom on and below `most`.
    record Range(double least, double most) {}

    /// What is asked about: a zoom, and the columns of a kind of features.
    public record Asked(double zoom, Map<String, String> columns) {
        public static Asked at(double zoom) {
            return new Asked(zoom, Map.of());
        }
    }

    StyleLayer(
            String id,
            LayerType type,
            @Nullable SourceLayer source,
            Range range,
            @Nullable Expression filter,
            Map<Property, Expression> values) {
        this.id = id;
        this.type = type;
        this.source = source;
        this.range = range;
        this.filter = filter;
        this.values = Map.copyOf(values);
    }

    public String id() {
        return id;
    }

    public LayerType type() {
        return type;
    }

    public @Nullable SourceLayer source() {
        return source;
    }

    public double minZoom() {
        return range.least;
    }

    public double maxZoom() {
        return range.most;
    }

    /// Whether it draws such features at that zoom.
    public boolean shows(Asked asked) {
        return Zoom.isWithin(asked.zoom, range.least, range.most)
                && (filter == null || (Boolean) filter.at(setting(asked, _ -> 0)));
    }

    public double number(Property property, Asked asked) {
        return (Double) value(property, asked, _ -> 0);
    }

    /// ARGB, not premultiplied.
    public int colour(Property property, Asked asked, ToIntFunction<String> tokens) {
        return (Integer) value(property, asked, tokens);
    }

    public boolean flag(Property property, Asked asked) {
        return (Boolean) value(property, asked, _ -> 0);
    }

    public String word(Property property, Asked asked) {
        return (String) value(property, asked, _ -> 0);
    }

    /// What a list of numbers or of words holds.
    public List<?> list(Property property, Asked asked) {
        return (List<?>) value(property, asked, _ -> 0);
    }

    private Object value(Property property, Asked asked, ToIntFunction<String> tokens) {
        Expression given = values.get(property);
        return given == null ? property.otherwise : given.at(setting(asked, tokens));
    }

    private static Expression.Setting setting(Asked asked, ToIntFunction<String> tokens) {
        return new Expression.Setting(asked.zoom, asked.columns, tokens);
    }
}
