package org.yiping.console.map;

import java.util.Arrays;

/// The heights at which edges pass the left side of the pixels looked at, wherever on the left they really are. Where
/// one goes on another or runs against it they become one or none, so that of a row full of far corners hardly anything
/// is left to be cut at. Heights from 0 to [EdgeTable#FINE] in one row. Confined to one thread at a time.
final class Beside {
    /// Beyond so many, looking for those that belong together costs more than it spares.
    private static final int MANY = 256;

    private int[] edge = new int[32];
    private int[] shape = new int[32];
    private int[] turn = new int[32];
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /// An edge of the same shape, of which only that matters.
    int edge(int i) {
        return edge[i];
    }

    int turn(int i) {
        return turn[i];
    }

    int from(int i) {
        return from[i];
    }

    int to(int i) {
        return to[i];
    }

    /// Adds an edge of a shape from height `a` down to `b`, turned downwards (1) or upwards (-1).
    void add(int ofEdge, int ofShape, int turned, int a, int b) {
        int sign = turned;
        int begin = a;
        int end = b;
        for (int i = 0; i < size && size < MANY; i++) {
            if (shape[i] != ofShape) {
                continue;
            }
            if (turn[i] == sign && (to[i] == begin || from[i] == end)) {
                begin = Math.min(begin, from[i]);
                end = Math.max(end, to[i]);
            } else if (turn[i] != sign && (from[i] == begin || to[i] == end)) {
                // what both pass cancels, and the longer one is left with the rest
                boolean longer = end - begin >= to[i] - from[i];
                int p = from[i] == begin ? Math.min(end, to[i]) : Math.min(begin, from[i]);
                int q = from[i] == begin ? Math.max(end, to[i]) : Math.max(begin, from[i]);
                sign = longer ? sign : turn[i];
                begin = p;
                end = q;
            } else {
                continue;
            }
            take(i);
            if (begin == end) {
                return;
            }
            i = -1;
        }
        if (size == edge.length) {
            grow();
        }
        edge[size] = ofEdge;
        shape[size] = ofShape;
        turn[size] = sign;
        from[size] = begin;
        to[size] = end;
        size++;
    }

    private void take(int i) {
        size--;
        edge[i] = edge[size];
        shape[i] = shape[size];
        turn[i] = turn[size];
        from[i] = from[size];
        to[i] = to[size];
    }

    private void grow() {
        int n = 2 * size;
        edge = Arrays.copyOf(edge, n);
        shape = Arrays.copyOf(shape, n);
        turn = Arrays.copyOf(turn, n);
        from = Arrays.copyOf(from, n);
        to = Arrays.copyOf(to, n);
    }
}
