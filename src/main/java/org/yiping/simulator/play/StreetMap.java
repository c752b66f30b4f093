package org.yiping.simulator.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

/// The city's streets as a graph: a node where vertices coincide, an edge between neighbours on a line. Immutable after
/// construction; any thread.
public final class StreetMap {
    private static final double NEAR_DEGREES = 0.002;

    private final List<Position> nodes = new ArrayList<>();
    private final List<List<Integer>> neighbours = new ArrayList<>();
    private final Map<Long, List<Integer>> grid = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    public StreetMap(List<Feature> roads) {
        Map<Position, Integer> byPlace = new HashMap<>();
        for (Feature road : roads) {
            if (road.shape() instanceof Shape.Line line) {
                int before = -1;
                for (Position p : line.vertices()) {
                    int node = byPlace.computeIfAbsent(p, k -> add(k, road.name()));
                    if (before >= 0 && before != node) {
                        neighbours.get(before).add(node);
                        neighbours.get(node).add(before);
                    }
                    before = node;
                }
            }
        }
    }

    private int add(Position p, String name) {
        nodes.add(p);
        neighbours.add(new ArrayList<>());
        names.add(name);
        grid.computeIfAbsent(key(p, 0, 0), k -> new ArrayList<>()).add(nodes.size() - 1);
        return nodes.size() - 1;
    }

    public int size() {
        return nodes.size();
    }

    Position at(int node) {
        return nodes.get(node);
    }

    List<Integer> neighbours(int node) {
        return neighbours.get(node);
    }

    int anyNode(RandomGenerator random) {
        return random.nextInt(nodes.size());
    }

    /// The nearest node within a few hundred metres, or any.
    int nearest(Position p) {
        int best = 0;
        double bestDistance = Double.MAX_VALUE;
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int node : grid.getOrDefault(key(p, dx, dy), List.of())) {
                    double d = nodes.get(node).distanceMetres(p);
                    if (d < bestDistance) {
                        bestDistance = d;
                        best = node;
                    }
                }
            }
        }
        return best;
    }

    /// The name of the street nearby; empty where it has none.
    String nameNear(Position p) {
        return nodes.isEmpty() ? "" : names.get(nearest(p));
    }

    /// The middle of the street an address begins with.
    Optional<Position> on(String address) {
        String street = names.stream()
                .filter(n -> !n.isEmpty() && address.startsWith(n))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        List<Integer> along = IntStream.range(0, street.isEmpty() ? 0 : size())
                .filter(i -> names.get(i).equals(street))
                .boxed()
                .toList();
        return along.isEmpty() ? Optional.empty() : Optional.of(nodes.get(along.get(along.size() / 2)));
    }

    private static long key(Position p, int dx, int dy) {
        long x = (long) Math.floor(p.longitude() / NEAR_DEGREES) + dx;
        long y = (long) Math.floor(p.latitude() / NEAR_DEGREES) + dy;
        return x << 32 | (y & 0xffffffffL);
    }
}
