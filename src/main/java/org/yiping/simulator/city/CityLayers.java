package org.yiping.simulator.city;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Polygon;

/// The map layers of a city folder. Confined to one thread.
final class CityLayers {
    private final CityPlan plan;

    CityLayers(CityPlan plan) {
        this.plan = plan;
    }

    void write(Path layers) throws IOException {
        CityPlan.Map map = plan.map();
        LayerFile roads = layer();
        int n = 0;
        for (Street s : map.ground().streets()) {
            roads.add(id("road", ++n), s.rank().category(), s.name(), s.invented(), s.line());
        }
        roads.write(layers.resolve("roads.geojson.gz"));
        polygons("block", map.blocks().built()).write(layers.resolve("blocks.geojson.gz"));
        polygons("building", map.houses()).write(layers.resolve("buildings.geojson.gz"));
        polygons("water", map.blocks().water()).write(layers.resolve("water.geojson.gz"));
        polygons("green", map.blocks().green()).write(layers.resolve("green.geojson.gz"));
        for (AreaNode.Level level : AreaNode.Level.values()) {
            if (level != AreaNode.Level.CITY) {
                LayerFile file = layer();
                for (AreaNode node : plan.areas().level(level)) {
                    file.add(node.code().value(), level.wire(), node.name(), false, node.outline());
                }
                file.write(layers.resolve(level.wire() + ".geojson.gz"));
            }
        }
    }

    private LayerFile polygons(String category, List<Polygon> polygons) {
        LayerFile file = layer();
        for (int i = 0; i < polygons.size(); i++) {
            file.add(id(category, i + 1), category, "", false, polygons.get(i));
        }
        return file;
    }

    private LayerFile layer() {
        return new LayerFile(plan.map().plane());
    }

    private static String id(String stem, int n) {
        return stem + String.format(Locale.ROOT, "-%05d", n);
    }
}
