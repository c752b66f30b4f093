package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a live layer looks otherwise than before, as boxes around the places that changed (变更范围): only there need a
/// picture be drawn anew, and as far around as a mark reaches. Immutable; any thread.
///
/// @param all   more may have changed than the boxes tell: draw everything
/// @param boxes one at least for every place that something left, came to or changed its looks at; may overlap
record Damage(boolean all, List<CityBox> boxes) {
    static final Damage NONE = new Damage(false, List.of());
    static final Damage ALL = new Damage(true, List.of());
    /// So many boxes at most: more cost more to look through than they save.
    static final int MOST = 256;

    Damage {
        boxes = List.copyOf(boxes);
    }

    boolean isEmpty() {
        return !all && boxes.isEmpty();
    }

    /// What changed in both.
    Damage and(Damage other) {
        if (all || other.all) {
            return ALL;
        }
        List<CityBox> both = new ArrayList<>(boxes);
        both.addAll(other.boxes);
        return new Damage(false, both);
    }

    /// Whether anything in a box, edges included, may look otherwise.
    boolean meets(CityBox box) {
        return all || boxes.stream().anyMatch(box::intersects);
    }

    /// Remembers places and puts neighbours into one box. One thread.
    static final class Collector {
        private static final int FINEST = 6;
        /// After so many places everything counts as changed.
        private static final int FULL = 16_384;

        private float[] places = new float[64];
        private int used;

        void touched(float x, float y) {
            if (Squares.has(x, y) && used < 2 * FULL) {
                if (used == places.length) {
                    places = Arrays.copyOf(places, 2 * used);
                }
                places[used++] = x;
                places[used++] = y;
            }
        }

        /// What was touched since the last time; the places of a square of 64 metres in one box, or of larger ones
        /// where there would be very many.
        Damage taken() {
            if (used == 0) {
                return NONE;
            }
            int touched = used;
            used = 0;
            if (touched == 2 * FULL) {
                return ALL;
            }
            Map<Long, CityBox> boxes = new HashMap<>();
            int level = FINEST;
            while (!boxed(touched, level, boxes)) {
                level += 2;
            }
            return new Damage(false, List.copyOf(boxes.values()));
        }

        /// Whether one box a square of this size is not too many.
        private boolean boxed(int touched, int level, Map<Long, CityBox> boxes) {
            boxes.clear();
            for (int i = 0; i < touched; i += 2) {
                float x = places[i];
                float y = places[i + 1];
                // a hash of both, where a Long's own takes neighbours for the same
                long square = (Squares.at(x) >> level) * 2_000_000_011L + (Squares.at(y) >> level);
                boxes.merge(square, new CityBox(x, y, x, y), CityBox::union);
                if (boxes.size() > MOST) {
                    return false;
                }
            }
            return true;
        }
    }
}
