package org.yiping.console.map;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Boxes packed into a flat tree of sixteen to a node, for lines and areas. Immutable; any thread.
final class BoxTree {
    private static final int FAN = 16;

    /// Boxes as west, south, east, north; leaves first in packed order, then each level above, the root last.
    private final float[] boxes;

    private final int[] items;
    private final int[] levelStart;

    private BoxTree(float[] boxes, int[] items, int[] levelStart) {
        this.boxes = boxes;
        this.items = items;
        this.levelStart = levelStart;
    }

    /// `of` holds four floats an item.
    static BoxTree of(float[] of) {
        int n = of.length / 4;
        int strips = Math.max(1, (int) Math.ceil(Math.sqrt(Math.ceil(n / (double) FAN))));
        int perStrip = Math.max(1, (int) Math.ceil(n / (double) strips));
        long[] order = new long[n];
        for (int i = 0; i < n; i++) {
            order[i] = key(of[4 * i] + of[4 * i + 2], i);
        }
        Arrays.sort(order);
        for (int from = 0; from < n; from += perStrip) {
            int end = Math.min(n, from + perStrip);
            for (int k = from; k < end; k++) {
                int i = (int) order[k];
                order[k] = key(of[4 * i + 1] + of[4 * i + 3], i);
            }
            Arrays.sort(order, from, end);
        }
        int[] starts = new int[12];
        int levels = 1;
        int total = n;
        for (int size = n; size > 1; ) {
            size = (size + FAN - 1) / FAN;
            starts[levels++] = total;
            total += size;
        }
        starts[levels] = total;
        float[] packed = new float[4 * total];
        int[] items = new int[n];
        for (int i = 0; i < n; i++) {
            items[i] = (int) order[i];
            System.arraycopy(of, 4 * items[i], packed, 4 * i, 4);
        }
        for (int level = 1; level < levels; level++) {
            for (int node = starts[level]; node < starts[level + 1]; node++) {
                int first = starts[level - 1] + (node - starts[level]) * FAN;
                union(packed, node, first, Math.min(first + FAN, starts[level]));
            }
        }
        return new BoxTree(packed, items, Arrays.copyOf(starts, levels + 1));
    }

    /// Sorts by a coordinate and then by number, in the order of whole numbers: negative floats run backwards.
    private static long key(float coordinate, int item) {
        int bits = Float.floatToIntBits(coordinate);
        return ((long) (bits ^ ((bits >> 31) & Integer.MAX_VALUE)) << 32) | item;
    }

    private static void union(float[] packed, int node, int first, int end) {
        System.arraycopy(packed, 4 * first, packed, 4 * node, 4);
        for (int child = first + 1; child < end; child++) {
            packed[4 * node] = Math.min(packed[4 * node], packed[4 * child]);
            packed[4 * node + 1] = Math.min(packed[4 * node + 1], packed[4 * child + 1]);
            packed[4 * node + 2] = Math.max(packed[4 * node + 2], packed[4 * child + 2]);
            packed[4 * node + 3] = Math.max(packed[4 * node + 3], packed[4 * child + 3]);
        }
    }

    /// Calls `hit` with every item whose box meets `box`, in no promised order.
    void visit(CityBox box, IntConsumer hit) {
        if (items.length > 0) {
            int top = levelStart.length - 2;
            visit(top, 0, levelStart[top + 1] - levelStart[top], box, hit);
        }
    }

    private void visit(int level, int from, int to, CityBox box, IntConsumer hit) {
        for (int i = from; i < to; i++) {
            int b = 4 * (levelStart[level] + i);
            if (boxes[b] > box.east()
                    || boxes[b + 2] < box.west()
                    || boxes[b + 1] > box.north()
                    || boxes[b + 3] < box.south()) {
                continue;
            }
            if (level == 0) {
                hit.accept(items[i]);
            } else {
                int below = levelStart[level] - levelStart[level - 1];
                visit(level - 1, i * FAN, Math.min(below, (i + 1) * FAN), box, hit);
            }
        }
    }

    CityBox bounds() {
        int root = 4 * (levelStart[levelStart.length - 1] - 1);
        return root < 0
                ? new CityBox(0, 0, 0, 0)
                : new CityBox(boxes[root], boxes[root + 1], boxes[root + 2], boxes[root + 3]);
    }
}
