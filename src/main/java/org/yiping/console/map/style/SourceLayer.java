package org.yiping.console.map.style;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a style may speak of as `source-layer`, and by which columns it may tell features apart. Immutable; any thread.
@SuppressWarnings("ImmutableEnumChecker") // maps and lists of constants, made by Map.of and List.of
public enum SourceLayer {
    BLOCKS("blocks", Form.AREA),
    GREEN("green", Form.AREA),
    WATER("water", Form.AREA),
    BUILDINGS("buildings", Form.AREA),
    CELL("cell", Form.AREA),
    COMMUNITY("community", Form.AREA),
    STREET("street", Form.AREA),
    DISTRICT("district", Form.AREA),
    ROADS("roads", Form.LINE, "category", "major", "mid", "minor"),
    COMPONENTS("components", Form.POINT, "major", "utility", "road", "appearance", "greenery", "other"),
    CAMERAS("cameras", Form.LIVE),
    SENSORS("sensors", Form.LIVE),
    UNITS("units", Form.LIVE),
    CASES("cases", Form.LIVE);

    /// How features lie; `LIVE` are points that move, drawn over all tiles.
    public enum Form {
        AREA,
        LINE,
        POINT,
        LIVE
    }

    private final String key;
    private final Form form;
    private final Map<String, List<String>> columns;

    SourceLayer(String key, Form form) {
        this.key = key;
        this.form = form;
        this.columns = Map.of();
    }

    SourceLayer(String key, Form form, String column, String... values) {
        this.key = key;
        this.form = form;
        this.columns = Map.of(column, List.of(values));
    }

    /// Its name in styles and stacks, which is that of the city's layer.
    public String key() {
        return key;
    }

    public Form form() {
        return form;
    }

    /// The columns whose few values a style may ask for, each with them.
    public Map<String, List<String>> columns() {
        return columns;
    }

    public static Optional<SourceLayer> of(String key) {
        return Arrays.stream(values()).filter(l -> l.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(SourceLayer::key).toList();
    }
}
