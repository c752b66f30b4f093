package org.yiping.console.ui.map;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.ScaleBar;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.geo.Position;

/// What stands at the map's lower edge: datum and place of the pointer, cell, scale; and whose map it is. FX thread.
final class MapFoot {
    private static final double BAR_PIXELS = 120;

    private final CityMap map;
    private final Label place = Nodes.keep("", "t-second", "t-plain");
    private final Label cell = Nodes.keep("", "t-second", "t-plain");
    private final Label scale = Nodes.keep("", "t-second", "t-plain");
    private final Label distance = Nodes.keep("", "t-second", "t-plain");
    private final Region bar = new Region();
    private final Label attribution = Nodes.keep("", "map-attribution");
    private final HBox root;
    private @Nullable Position pointed;

    MapFoot(CityMap map) {
        this.map = map;
        bar.getStyleClass().add("scale-bar");
        root = Nodes.row("map-foot", place, cell, scale, bar, distance);
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMouseTransparent(true);
        attribution.setMouseTransparent(true);
        StackPane.setAlignment(attribution, Pos.BOTTOM_LEFT);
    }

    Region root() {
        return root;
    }

    Region attribution() {
        return attribution;
    }

    /// Again once a second: the cells may come after the pointer.
    void tick() {
        Position known = pointed;
        if (known != null) {
            pointer(known);
        }
    }

    void pointer(Position p) {
        pointed = p;
        place.setText(String.format(Locale.ROOT, "WGS 84  %.5f, %.5f", p.longitude(), p.latitude()));
        String words = map.engine()
                .get()
                .flatMap(e -> {
                    CityPoint at = e.projection().toCity(p);
                    return e.ground().areaAt(AreaKind.CELL, at.x(), at.y());
                })
                .map(a -> map.hall().messages().get("map.cell", a.code()))
                .orElse(map.hall().messages().get("map.no-cell"));
        cell.setText(words);
    }

    void scale(MapCamera camera) {
        scale.setText(String.format(Locale.ROOT, "%.1f m/px", camera.metresPerPixel()));
        ScaleBar fitting = ScaleBar.fitting(camera.metresPerPixel(), BAR_PIXELS);
        double pixels = Math.rint(fitting.pixels());
        bar.setMinWidth(pixels);
        bar.setPrefWidth(pixels);
        bar.setMaxWidth(pixels);
        distance.setText(map.words().metres(fitting.metres()));
        attribution.setText(map.desk().city().stream()
                .flatMap(c -> c.layers().stream())
                .map(Layer::attribution)
                .filter(a -> !a.isBlank())
                .distinct()
                .collect(Collectors.joining(" · ")));
        if (place.getText().isEmpty()) {
            map.engine()
                    .get()
                    .ifPresent(
                            e -> pointer(e.projection().toPosition(new CityPoint(camera.centreX(), camera.centreY()))));
        }
    }
}
