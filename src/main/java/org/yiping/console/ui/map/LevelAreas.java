package org.yiping.console.ui.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.map.CityProjection;
import org.yiping.console.store.Bulk;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

/// The areas of one level as the city has them, whether their lines are shown or not (分区). Made beside the FX thread,
/// once for each revision of their layer. Immutable; any thread.
final class LevelAreas {
    private static final double SQUARE_KILOMETRE = 1e6;

    private final AreaKind kind;
    private final Bulk<Feature> source;
    private final AreaLayer layer;
    private final Map<String, Double> squareMetres;

    private LevelAreas(AreaKind kind, Bulk<Feature> source, AreaLayer layer, Map<String, Double> squareMetres) {
        this.kind = kind;
        this.source = source;
        this.layer = layer;
        this.squareMetres = squareMetres;
    }

    static LevelAreas of(AreaKind kind, Bulk<Feature> source, CityProjection projection) {
        Measure measure = new Measure(projection);
        Map<String, Double> sizes = new LinkedHashMap<>();
        for (Feature f : source.rows()) {
            if (f.shape() instanceof Shape.Surface(List<List<List<Position>>> polygons)) {
                for (List<List<Position>> rings : polygons) {
                    sizes.merge(GroundBuilder.code(f), squareMetres(rings, measure, projection), Double::sum);
                }
            }
        }
        return new LevelAreas(kind, source, GroundBuilder.areas(projection, source, kind), sizes);
    }

    private static double squareMetres(List<List<Position>> rings, Measure measure, CityProjection projection) {
        List<Double> sizes = new ArrayList<>();
        for (List<Position> ring : rings) {
            sizes.add(measure.squareMetres(ring.stream().map(projection::toCity).toList()));
        }
        double holes = sizes.stream().skip(1).mapToDouble(Double::doubleValue).sum();
        return sizes.isEmpty() ? 0 : sizes.getFirst() - holes;
    }

    boolean isOf(AreaKind other, Bulk<Feature> bulk) {
        return kind == other && source.revision() == bulk.revision();
    }

    AreaLayer layer() {
        return layer;
    }

    Set<String> codes() {
        return squareMetres.keySet();
    }

    double squareKilometres(String code) {
        return squareMetres.getOrDefault(code, 0.0) / SQUARE_KILOMETRE;
    }

    Optional<AreaLayer.Area> at(double x, double y) {
        return layer.at(x, y);
    }
}
