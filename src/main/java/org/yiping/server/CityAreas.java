package org.yiping.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.zip.GZIPInputStream;
import org.yiping.city.CellFinder;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.protocol.Json;
import org.yiping.server.data.LayerTable;

/// The city's smallest areas, read from its own layers while the server already answers: only a command that places a
/// case has to wait for them. Any thread.
final class CityAreas implements AreaFinder {
    static final List<String> SMALLEST_FIRST = List.of("cell", "community", "street", "district");

    private final Extent city;
    private final CompletableFuture<AreaFinder> finder;

    CityAreas(Extent city, LayerTable layers, Executor executor) {
        this.city = city;
        this.finder = CompletableFuture.supplyAsync(() -> new CellFinder(city, outlines(layers)), executor);
    }

    /// The outlines among a city's layers that say most precisely where something is.
    static List<Feature> smallest(Map<String, List<Feature>> layers) {
        return SMALLEST_FIRST.stream()
                .filter(layers::containsKey)
                .findFirst()
                .map(layers::get)
                .orElse(List.of());
    }

    private static List<Feature> outlines(LayerTable layers) {
        for (String name : SMALLEST_FIRST) {
            if (layers.find(name).isPresent()) {
                return read(layers, name);
            }
        }
        return List.of();
    }

    private static List<Feature> read(LayerTable layers, String name) {
        List<Feature> features = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(layers.open(name), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{\"row\":")) {
                    features.add(Json.mapper()
                            .treeToValue(Json.mapper().readTree(line).path("row"), Feature.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return features;
    }

    @Override
    public Optional<AreaCode> areaAt(Position position) {
        return finder.join().areaAt(position);
    }

    @Override
    public boolean isInCity(Position position) {
        return city.contains(position);
    }
}
