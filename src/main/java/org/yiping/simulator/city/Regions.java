package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// Groups faces into connected regions of about equal area: the smallest region takes its nearest free neighbour, again
/// and again. Pure.
final class Regions {
    private Regions() {}

    private static final int ROUNDS = 5;

    /// For each face the number of its region, 0 to count - 1. Grown anew from the middle of each region a few times,
    /// which rounds them.
    static int[] grow(List<? extends Geometry> faces, int count) {
        Adjacency adjacency = new Adjacency(faces);
        List<Coordinate> centres =
                faces.stream().map(f -> f.getCentroid().getCoordinate()).toList();
        List<Integer> seeds = spread(centres, Math.min(count, faces.size()));
        int[] region = grow(faces, seeds, adjacency, centres);
        for (int round = 1; round < ROUNDS; round++) {
            seeds = middles(faces, region, seeds.size(), centres);
            region = grow(faces, seeds, adjacency, centres);
        }
        return region;
    }

    /// The face nearest to each region's centre of gravity.
    private static List<Integer> middles(
            List<? extends Geometry> faces, int[] region, int count, List<Coordinate> centres) {
        List<Integer> out = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            double x = 0;
            double y = 0;
            double sum = 0;
            for (int i = 0; i < region.length; i++) {
                if (region[i] == r) {
                    double area = faces.get(i).getArea();
                    x += centres.get(i).x * area;
                    y += centres.get(i).y * area;
                    sum += area;
                }
            }
            Coordinate middle = new Coordinate(x / sum, y / sum);
            int best = -1;
            for (int i = 0; i < region.length; i++) {
                if (region[i] == r
                        && (best < 0 || centres.get(i).distance(middle) < centres.get(best).distance(middle))) {
                    best = i;
                }
            }
            out.add(best);
        }
        return out;
    }

    private static int[] grow(
            List<? extends Geometry> faces, List<Integer> seeds, Adjacency adjacency, List<Coordinate> centres) {
        int count = seeds.size();
        int[] region = new int[faces.size()];
        Arrays.fill(region, -1);
        double[] area = new double[count];
        List<Coordinate> hearts = new ArrayList<>();
        int n = 0;
        for (int seed : seeds) {
            region[seed] = n;
            area[n++] = faces.get(seed).getArea();
            hearts.add(centres.get(seed));
        }
        boolean[] stuck = new boolean[count];
        for (int left = faces.size() - n; left > 0; ) {
            int smallest = smallest(area, stuck, n);
            if (smallest < 0) {
                adopt(region);
                break;
            }
            int best = nearest(region, smallest, adjacency, centres, hearts.get(smallest));
            if (best < 0) {
                stuck[smallest] = true;
                continue;
            }
            region[best] = smallest;
            area[smallest] += faces.get(best).getArea();
            left--;
        }
        return region;
    }

    private static int smallest(double[] area, boolean[] stuck, int n) {
        int best = -1;
        for (int i = 0; i < n; i++) {
            if (!stuck[i] && (best < 0 || area[i] < area[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int nearest(
            int[] region, int own, Adjacency adjacency, List<Coordinate> centres, Coordinate heart) {
        int best = -1;
        double bestDistance = Double.MAX_VALUE;
        for (int i = 0; i < region.length; i++) {
            if (region[i] != own) {
                continue;
            }
            for (int neighbour : adjacency.of(i).keySet()) {
                double d = centres.get(neighbour).distance(heart);
                if (region[neighbour] < 0 && d < bestDistance) {
                    bestDistance = d;
                    best = neighbour;
                }
            }
        }
        return best;
    }

    /// Faces without any connection go to the first region; one net has none.
    private static void adopt(int[] region) {
        for (int i = 0; i < region.length; i++) {
            region[i] = Math.max(0, region[i]);
        }
    }

    /// Faces far from each other: each next one is the farthest from all before.
    private static List<Integer> spread(List<Coordinate> centres, int count) {
        List<Integer> seeds = new ArrayList<>();
        double[] nearest = new double[centres.size()];
        Arrays.fill(nearest, Double.MAX_VALUE);
        int next = 0;
        while (seeds.size() < count) {
            seeds.add(next);
            int far = 0;
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.min(nearest[i], centres.get(i).distance(centres.get(next)));
                if (nearest[i] > nearest[far]) {
                    far = i;
                }
            }
            next = far;
        }
        return seeds;
    }
}
