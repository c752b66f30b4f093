package org.yiping.console.ui.map;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Emphasis;
import org.yiping.console.map.Hit;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.ui.Ground;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;

/// The map as a ground nobody touches: the same picture cut into parts, one for each monitor. FX thread.
final class MapGround implements Ground {
    private final CityMap map;
    private final MapSurface surface;
    private final Subscriptions subscriptions = new Subscriptions();
    private Part part = new Part(0, 0, 0, 0);
    private List<CaseId> stressed = List.of();

    MapGround(CityMap map) {
        this.map = map;
        surface = new MapSurface(map.hall().fx(), map.audience());
        surface.setMouseTransparent(true);
        surface.widthProperty().subscribe(_ -> look());
        surface.heightProperty().subscribe(_ -> look());
    }

    @Override
    public Region root() {
        return surface;
    }

    @Override
    public void onShow() {
        onHide();
        subscriptions.listen(map.engine(), e -> e.ifPresent(this::open));
    }

    @Override
    public void onHide() {
        subscriptions.close();
        surface.close();
    }

    @Override
    public void part(Part next) {
        part = next;
        look();
    }

    @Override
    public void stress(List<CaseId> cases) {
        stressed = List.copyOf(cases);
        emphasise();
    }

    @Override
    public Optional<Point2D> locate(Position position) {
        return map.engine()
                .get()
                .flatMap(e -> surface.camera().get().flatMap(c -> {
                    CityPoint p = e.projection().toCity(position);
                    double x = c.screenX(p.x());
                    double y = c.screenY(p.y());
                    return x < 0 || y < 0 || x > c.width() || y > c.height()
                            ? Optional.empty()
                            : Optional.of(new Point2D(x, y));
                }));
    }

    private void open(MapEngine engine) {
        surface.open(engine);
        look();
        emphasise();
    }

    /// Cameras and people stay off the ground: from the last row they are noise.
    private void emphasise() {
        surface.emphasise(new Emphasis(
                stressed.stream()
                        .findFirst()
                        .map(id -> new Hit.Feature(CityMap.CASES, id.value()))
                        .orElse(null),
                List.of(),
                List.of(),
                Set.of(CityMap.UNITS)));
    }

    private void look() {
        MapEngine engine = map.engine().get().orElse(null);
        Extent extent = map.desk().city().map(c -> c.extent()).orElse(null);
        if (engine == null || extent == null || surface.getWidth() < 2 || surface.getHeight() < 2) {
            return;
        }
        double wholeWidth = part.wholeWidth() > 0 ? part.wholeWidth() : surface.getWidth();
        double wholeHeight = part.wholeHeight() > 0 ? part.wholeHeight() : surface.getHeight();
        CityPoint low = engine.projection().toCity(new Position(extent.west(), extent.south()));
        CityPoint high = engine.projection().toCity(new Position(extent.east(), extent.north()));
        MapCamera whole =
                Views.covering(new CityBox(low.x(), low.y(), high.x(), high.y()), (int) wholeWidth, (int) wholeHeight);
        int width = (int) surface.getWidth();
        int height = (int) surface.getHeight();
        CityPoint centre = whole.city(part.x() + width / 2.0, part.y() + height / 2.0);
        surface.set(new MapCamera(centre.x(), centre.y(), whole.metresPerPixel(), width, height));
    }
}
