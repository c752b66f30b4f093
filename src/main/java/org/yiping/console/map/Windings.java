package org.yiping.console.map;

import java.util.Arrays;

/// How often each shape winds around the place a sweep from left to right has come to. A place is covered when any
/// shape winds around it, whichever way: the union of the shapes, each by the non-zero rule. Confined to one thread at
/// a time.
final class Windings {
    private int[] of = new int[16];
    private int around;

    void prepare(int shapes) {
        if (shapes > of.length) {
            of = Arrays.copyOf(of, Math.max(shapes, 2 * of.length));
        }
    }

    /// The sweep begins where one shape winds around the place so often.
    void begin(int shape, int turns) {
        of[shape] = turns;
        around = turns == 0 ? 0 : 1;
    }

    /// Passes an edge of a shape. 1 when the cover begins there, -1 when it ends, else 0.
    int pass(int shape, int turn) {
        int before = of[shape];
        int now = before + turn;
        of[shape] = now;
        if (before != 0 && now != 0) {
            return 0;
        }
        if (before == 0) {
            return around++ == 0 ? 1 : 0;
        }
        return --around == 0 ? -1 : 0;
    }

    boolean isInside() {
        return around > 0;
    }

    void forget(int shape) {
        of[shape] = 0;
        around = 0;
    }
}
