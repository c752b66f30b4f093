package org.yiping.console.map;

/// The edges in one row of pixels, and the columns at which each is where it comes into the row, or begins in it,
/// and where it leaves it, or ends. Columns are positive. Side by side, because a knot looks at all of them.
/// Confined to one thread at a time.
final class ActiveEdges {
    int[] edge = new int[256];
    float[] top = new float[256];
    float[] bottom = new float[256];
    int size;

    /// Room for so many; what is there may be lost.
    void prepare(int edges) {
        if (edge.length < edges) {
            int n = Math.max(edges, 2 * edge.length);
            edge = new int[n];
            top = new float[n];
            bottom = new float[n];
        }
        size = 0;
    }

    void add(int number, float from, float to) {
        edge[size] = number;
        top[size] = from;
        bottom[size++] = to;
    }
}
