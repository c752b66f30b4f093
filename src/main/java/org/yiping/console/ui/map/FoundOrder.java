package org.yiping.console.ui.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.map.Found.Kind;
import org.yiping.console.ui.map.Found.Row;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;

/// Puts what was found in order: cases by deadline, everything else by distance, components by class (结果排序).
///
/// A view may hold a whole city, so only the first are kept while all are looked at once: a million components cost
/// some tenths of a second, and not of the FX thread's. Immutable; any thread.
final class FoundOrder {
    /// Nobody scrolls farther; the row after them says how many are left.
    static final int MOST = 200;
    /// Of each kind, where all kinds stand in one list.
    static final int FIRST = 12;

    private final Stores stores;
    private final @Nullable ComponentTable components;
    private final @Nullable Position from;
    private final Set<ClassCode> unfolded;
    private final int most;

    /// `most` of a kind or class are listed.
    FoundOrder(
            Stores stores,
            @Nullable ComponentTable components,
            @Nullable Position from,
            Set<ClassCode> unfolded,
            int most) {
        this.stores = stores;
        this.components = components;
        this.from = from;
        this.unfolded = Set.copyOf(unfolded);
        this.most = most;
    }

    private record Ranked<K extends Comparable<K>>(String id, K rank) {}

    /// All kinds that have any, one under the other.
    List<Row> all(Found found) {
        List<Row> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (found.count(kind) > 0) {
                rows.add(new Row.Head(kind, found.count(kind)));
                rows.addAll(
                        kind == Kind.COMPONENTS
                                ? byClass(found.of(kind))
                                : withRest(kind, first(kind, found.of(kind), FIRST), found.count(kind)));
            }
        }
        return rows;
    }

    List<Row> of(Found found, Kind kind) {
        return kind == Kind.COMPONENTS
                ? byClass(found.of(kind))
                : withRest(kind, first(kind, found.of(kind), most), found.count(kind));
    }

    private static List<Row> withRest(Kind kind, List<String> first, int all) {
        List<Row> rows = new ArrayList<>();
        first.forEach(id -> rows.add(new Row.Thing(kind, id)));
        if (first.size() < all) {
            rows.add(new Row.More(kind, all - first.size()));
        }
        return rows;
    }

    private List<String> first(Kind kind, List<String> ids, int room) {
        return switch (kind) {
            case CASES -> {
                First<Instant> soonest = new First<>(room);
                var rows = stores.cases().rows();
                for (String id : ids) {
                    Case value = rows.get(new CaseId(id));
                    if (value != null) {
                        soonest.add(
                                id, value.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX));
                    }
                }
                yield soonest.ids();
            }
            case CAMERAS, SENSORS, STAFF, VEHICLES, COMPONENTS -> {
                First<Double> nearest = new First<>(room);
                ids.forEach(id -> nearest.add(id, metres(kind, id)));
                yield nearest.ids();
            }
        };
    }

    /// Components by class, the most frequent first; where there are few, all classes are open.
    private List<Row> byClass(List<String> ids) {
        ComponentTable table = components;
        List<Row> rows = new ArrayList<>();
        if (table == null) {
            return withRest(Kind.COMPONENTS, List.of(), ids.size());
        }
        boolean few = ids.size() <= FIRST;
        Map<ClassCode, First<Double>> nearest = new HashMap<>();
        for (String id : ids) {
            int row = table.row(id);
            if (row >= 0) {
                ClassCode code = table.kinds().get(table.kind(row)).classCode();
                First<Double> first =
                        nearest.computeIfAbsent(code, k -> new First<>(few || unfolded.contains(k) ? most : 0));
                first.count++;
                if (first.most > 0) {
                    first.add(id, from == null ? 0.0 : from.distanceMetres(table.position(row)));
                }
            }
        }
        nearest.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<ClassCode, First<Double>> e) -> -e.getValue().count)
                        .thenComparing(e -> e.getKey().value()))
                .forEach(e -> {
                    First<Double> first = e.getValue();
                    rows.add(new Row.ClassHead(e.getKey(), first.count, first.most > 0));
                    if (first.most > 0) {
                        rows.addAll(withRest(Kind.COMPONENTS, first.ids(), first.count));
                    }
                });
        return rows;
    }

    private double metres(Kind kind, String id) {
        Position at = where(kind, id, stores, components);
        return at == null || from == null ? Double.MAX_VALUE : from.distanceMetres(at);
    }

    static @Nullable Position where(Kind kind, String id, Stores stores, @Nullable ComponentTable components) {
        return switch (kind) {
            case CASES ->
                stores.cases()
                        .find(new CaseId(id))
                        .map(c -> c.place().position())
                        .orElse(null);
            case CAMERAS ->
                stores.cameras().find(new CameraId(id)).map(Camera::position).orElse(null);
            case SENSORS ->
                stores.sensors().find(new SensorId(id)).map(Sensor::position).orElse(null);
            case STAFF, VEHICLES ->
                stores.units().find(id).map(u -> u.position()).orElse(null);
            case COMPONENTS ->
                components == null
                        ? null
                        : components.find(id).map(Component::position).orElse(null);
        };
    }

    /// The first of many by rank, the rest forgotten.
    private static final class First<K extends Comparable<K>> {
        private final int most;
        private final Comparator<Ranked<K>> order =
                Comparator.<Ranked<K>, K>comparing(Ranked::rank).thenComparing(Ranked::id);
        private final PriorityQueue<Ranked<K>> kept = new PriorityQueue<>(order.reversed());
        private int count;

        First(int most) {
            this.most = most;
        }

        void add(String id, K rank) {
            if (kept.size() < most) {
                kept.add(new Ranked<>(id, rank));
                return;
            }
            Ranked<K> next = new Ranked<>(id, rank);
            if (most > 0 && order.compare(next, kept.element()) < 0) {
                kept.remove();
                kept.add(next);
            }
        }

        List<String> ids() {
            return kept.stream().sorted(order).map(Ranked::id).toList();
        }
    }
}
