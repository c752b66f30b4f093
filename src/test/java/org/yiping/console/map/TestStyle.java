package org.yiping.console.map;

import java.awt.Font;
import java.util.HashMap;
import java.util.Map;

/// The hall theme's map colours, for pictures that are looked at, and the machine's typeface.
public final class TestStyle {
    private static final Map<String, Integer> NIGHT = new HashMap<>();
    private static final Map<String, Integer> DAY = new HashMap<>();

    static {
        put("map-land", 0x10161B, 0xF1F1EE);
        put("map-block", 0x182027, 0xE9E9E5);
        put("map-building", 0x222D36, 0xDDDDD7);
        put("map-water", 0x12283A, 0xC6DBE9);
        put("map-green", 0x16251F, 0xD6E4D0);
        put("map-road-major", 0x43525F, 0xFFFFFF);
        put("map-road-mid", 0x323F4A, 0xFFFFFF);
        put("map-road-minor", 0x27323B, 0xFFFFFF);
        put("map-casing", 0x0B1014, 0xC4C6C4);
        put("map-label", 0x93A1AD, 0x434E59);
        put("map-district", 0x748899, 0x6F7F8E);
        put("map-cell", 0x2A3741, 0xD0D2CF);
        put("text", 0xE4EAEE, 0x18212A);
        put("green", 0x36A892, 0x0B7559);
        put("yellow", 0xF5C04A, 0x8A6000);
        put("yellow-fill", 0xF5C04A, 0xF2B52B);
        put("on-yellow", 0x241A00, 0x241A00);
        put("red", 0xFF6156, 0x960C17);
        put("red-fill", 0xD4413A, 0xB5101F);
        put("on-red", 0xFFFFFF, 0xFFFFFF);
        put("infra", 0xB4C6D8, 0x35618A);
        put("stale", 0x8A97A2, 0x606D78);
        put("unknown", 0x8A97A2, 0x606D78);
        put("muted", 0xA3B0BA, 0x4E5B67);
        put("accent", 0x6FB3E8, 0x0A5FA5);
        put("surface", 0x151C22, 0xFFFFFF);
        put("ramp-1", 0x1C2B38, 0xE3EDF5);
        put("ramp-2", 0x254560, 0xBBD5EA);
        put("ramp-3", 0x316189, 0x86B5DA);
        put("ramp-4", 0x4A86B8, 0x4787BD);
        put("ramp-5", 0x86B8E0, 0x1E5A8E);
    }

    private TestStyle() {}

    private static void put(String token, int night, int day) {
        NIGHT.put(token, 0xFF000000 | night);
        DAY.put(token, 0xFF000000 | day);
    }

    public static MapStyle night() {
        return style(NIGHT);
    }

    static MapStyle wall() {
        return style(NIGHT, Generalisation.WALL);
    }

    public static MapStyle day() {
        return style(DAY);
    }

    private static MapStyle style(Map<String, Integer> colours) {
        return style(colours, Generalisation.DESK);
    }

    private static MapStyle style(Map<String, Integer> colours, Generalisation generalisation) {
        return new MapStyle(
                Palette.of(colours::get),
                new Font("Noto Sans CJK SC", Font.PLAIN, 12),
                new Font("Noto Sans CJK SC", Font.BOLD, 12),
                generalisation);
    }
}
