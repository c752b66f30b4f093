package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A street's pieces of one name joined end to end, x and y in turn, in city metres. Immutable; any thread.
@SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
record NamedChain(String name, RoadClass roadClass, float[] line) {
    /// Ends nearer than this are one place.
    private static final double SAME = 2;

    /// Joins greedily: from each piece on, at either end, the unused piece that goes on straightest. Pieces that come
    /// back along the other carriageway stay apart; the placer keeps their equal names at a distance.
    static List<NamedChain> joined(List<float[]> lines, RoadClass[] classes, String[] names) {
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (!names[i].isEmpty()) {
                byName.computeIfAbsent(names[i], n -> new ArrayList<>()).add(i);
            }
        }
        List<NamedChain> chains = new ArrayList<>();
        byName.forEach((name, pieces) -> {
            List<float[]> rest = new ArrayList<>();
            RoadClass best = RoadClass.MINOR;
            for (int piece : pieces) {
                rest.add(lines.get(piece));
                best = classes[piece].compareTo(best) < 0 ? classes[piece] : best;
            }
            rest.sort(Comparator.comparingDouble(NamedChain::length).reversed());
            while (!rest.isEmpty()) {
                float[] chain = rest.removeFirst();
                for (float[] next = goesOn(chain, rest); next != null; next = goesOn(chain, rest)) {
                    chain = appended(chain, next);
                }
                chain = reversed(chain);
                for (float[] next = goesOn(chain, rest); next != null; next = goesOn(chain, rest)) {
                    chain = appended(chain, next);
                }
                chains.add(new NamedChain(name, best, chain));
            }
        });
        chains.sort(Comparator.comparing(NamedChain::roadClass)
                .thenComparing(Comparator.comparingDouble((NamedChain c) -> length(c.line))
                        .reversed()));
        return List.copyOf(chains);
    }

    /// Takes from `rest` the piece that continues the chain's end with the least turn, at most 60°.
    private static float @Nullable [] goesOn(float[] chain, List<float[]> rest) {
        int n = chain.length;
        double heading = Math.atan2(chain[n - 1] - chain[n - 3], chain[n - 2] - chain[n - 4]);
        int found = -1;
        boolean turned = false;
        double least = Math.PI / 3;
        for (int i = 0; i < rest.size(); i++) {
            float[] p = rest.get(i);
            int m = p.length;
            if (Math.hypot(p[0] - chain[n - 2], p[1] - chain[n - 1]) < SAME) {
                double turn = turn(heading, Math.atan2(p[3] - p[1], p[2] - p[0]));
                if (turn < least) {
                    least = turn;
                    found = i;
                    turned = false;
                }
            }
            if (Math.hypot(p[m - 2] - chain[n - 2], p[m - 1] - chain[n - 1]) < SAME) {
                double turn = turn(heading, Math.atan2(p[m - 3] - p[m - 1], p[m - 4] - p[m - 2]));
                if (turn < least) {
                    least = turn;
                    found = i;
                    turned = true;
                }
            }
        }
        if (found < 0) {
            return null;
        }
        float[] piece = rest.remove(found);
        return turned ? reversed(piece) : piece;
    }

    private static double turn(double a, double b) {
        return Math.abs(Math.IEEEremainder(b - a, 2 * Math.PI));
    }

    private static float[] appended(float[] chain, float[] piece) {
        float[] out = Arrays.copyOf(chain, chain.length + piece.length - 2);
        System.arraycopy(piece, 2, out, chain.length, piece.length - 2);
        return out;
    }

    private static float[] reversed(float[] line) {
        float[] out = new float[line.length];
        for (int i = 0; i < line.length; i += 2) {
            out[line.length - 2 - i] = line[i];
            out[line.length - 1 - i] = line[i + 1];
        }
        return out;
    }

    static double length(float[] line) {
        double sum = 0;
        for (int i = 2; i < line.length; i += 2) {
            sum += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
        }
        return sum;
    }
}
