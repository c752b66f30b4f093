package org.yiping.console.map;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/// Areas of one kind and the class each has in some figure (区域着色): its step of the ramp, or unknown, which is
/// hatched and never the lowest class. Immutable; any thread.
public final class AreaTint {
    /// Steps of the ramp.
    public static final int CLASSES = 5;

    public static final int UNKNOWN = -1;

    private final AreaLayer areas;
    private final byte[] classes;

    private AreaTint(AreaLayer areas, byte[] classes) {
        this.areas = areas;
        this.classes = classes;
    }

    /// `classOf` gives 0 to 4 or `UNKNOWN` for an area's code.
    public static AreaTint of(AreaLayer areas, ToIntFunction<String> classOf) {
        byte[] classes = new byte[areas.size()];
        for (int area = 0; area < classes.length; area++) {
            int own = classOf.applyAsInt(areas.code(area));
            if (own < UNKNOWN || own >= CLASSES) {
                throw new IllegalArgumentException("no class: " + own);
            }
            classes[area] = (byte) own;
        }
        return new AreaTint(areas, classes);
    }

    AreaLayer areas() {
        return areas;
    }

    int classOf(int area) {
        return classes[area];
    }

    boolean looksLike(AreaTint other) {
        return areas == other.areas && Arrays.equals(classes, other.classes);
    }
}
