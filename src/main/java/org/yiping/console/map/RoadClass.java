package org.yiping.console.map;

import java.util.Locale;
import java.util.Map;

/// The three ranks of streets the map tells apart (道路等级), the highest first. How wide each is drawn is the style's.
public enum RoadClass {
    MAJOR,
    MID,
    MINOR;

    /// What a style may ask a street.
    Map<String, String> columns() {
        return Map.of("category", name().toLowerCase(Locale.ROOT));
    }
}
