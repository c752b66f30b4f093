package org.yiping.console.map.style;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a style draws a layer: the four types of the standard this map knows.
public enum LayerType {
    BACKGROUND,
    FILL,
    LINE,
    SYMBOL;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean draws(SourceLayer.Form form) {
        return switch (this) {
            case BACKGROUND -> false;
            case FILL -> form == SourceLayer.Form.AREA;
            case LINE -> form == SourceLayer.Form.AREA || form == SourceLayer.Form.LINE;
            case SYMBOL -> true;
        };
    }

    static Optional<LayerType> of(String key) {
        return Arrays.stream(values()).filter(t -> t.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(LayerType::key).toList();
    }
}
