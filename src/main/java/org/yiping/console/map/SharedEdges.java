package org.yiping.console.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The lines between neighbouring areas, each once: two dashed copies of one border would look solid. Any thread.
final class SharedEdges {
    private SharedEdges() {}

    static Paths of(Paths rings) {
        Set<Edge> seen = new HashSet<>();
        List<float[]> lines = new ArrayList<>();
        for (int r = 0; r < rings.count(); r++) {
            List<Float> line = new ArrayList<>();
            int from = rings.from(r);
            int n = rings.to(r) - from;
            for (int k = 0; k < n; k++) {
                int a = from + k;
                int b = from + (k + 1) % n;
                if (seen.add(Edge.of(rings.xs[a], rings.ys[a], rings.xs[b], rings.ys[b]))) {
                    if (line.isEmpty()) {
                        line.add(rings.xs[a]);
                        line.add(rings.ys[a]);
                    }
                    line.add(rings.xs[b]);
                    line.add(rings.ys[b]);
                } else {
                    end(line, lines);
                }
            }
            end(line, lines);
        }
        return Paths.of(lines);
    }

    private static void end(List<Float> line, List<float[]> lines) {
        if (!line.isEmpty()) {
            float[] packed = new float[line.size()];
            for (int i = 0; i < packed.length; i++) {
                packed[i] = line.get(i);
            }
            lines.add(packed);
            line.clear();
        }
    }

    /// Both ends to the decimetre, the lesser one first.
    private record Edge(long a, long b) {
        static Edge of(double x0, double y0, double x1, double y1) {
            long a = Math.round(x0 * 10) << 32 ^ (Math.round(y0 * 10) & 0xFFFF_FFFFL);
            long b = Math.round(x1 * 10) << 32 ^ (Math.round(y1 * 10) & 0xFFFF_FFFFL);
            return a < b ? new Edge(a, b) : new Edge(b, a);
        }
    }
}
