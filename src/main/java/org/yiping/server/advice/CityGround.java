package org.yiping.server.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.yiping.domain.advice.DepartmentAdvice;
import org.yiping.domain.advice.Gazetteer;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.identity.Department;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Vicinity;

/// Reads from the storage what counsel needs of the city: components, names, areas. One thread; what it starts runs on
/// the executor.
public final class CityGround {
    private final Rows rows;
    private final LayerTable layers;
    private final AreaFinder finder;
    private final Executor executor;

    public CityGround(Rows rows, LayerTable layers, AreaFinder finder, Executor executor) {
        this.rows = rows;
        this.layers = layers;
        this.finder = finder;
        this.executor = executor;
    }

    public Counsel counsel(
            AdviceBook book, Vicinity vicinity, Supplier<Collection<Department>> departments, OpenLoads loads) {
        return new Counsel(
                book.rules(),
                vicinity,
                CompletableFuture.supplyAsync(
                        () -> new DepartmentAdvice(
                                book.rules(), book.grid(), departments, new CityComponents(components()), loads::of),
                        executor),
                CompletableFuture.supplyAsync(
                        () -> new Gazetteer(book.rules().places(), areas(), named(book), finder), executor));
    }

    private List<Component> components() {
        List<Component> all = new ArrayList<>();
        Map<String, String> words = new HashMap<>();
        layers.rows("components", row -> {
            Component c = Json.mapper().treeToValue(row, Component.class);
            // the same few names again and again
            String name = words.computeIfAbsent(c.name(), n -> n);
            all.add(new Component(
                    c.id(), c.classCode(), name, c.position(), c.area(), c.owner(), c.holder(), c.authority()));
        });
        return all;
    }

    private List<Feature> named(AdviceBook book) {
        List<Feature> all = new ArrayList<>();
        book.rules()
                .places()
                .layers()
                .forEach(name -> layers.rows(name, row -> {
                    if (!row.path("name").asString("").isBlank()) {
                        all.add(Json.mapper().treeToValue(row, Feature.class));
                    }
                }));
        return all;
    }

    private List<Area> areas() {
        return rows.beginning(Kinds.AREA, "").stream()
                .map(row -> Json.mapper().readValue(row.content(), Area.class))
                .toList();
    }
}
