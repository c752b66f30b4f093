package org.yiping.console.ui.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Emphasis;
import org.yiping.console.map.Hit;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.ui.Ground;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;
import org.yiping.domain.wall.MapView;

/// The map as a ground nobody touches: the same picture cut into parts, one for each monitor. FX thread.
///
/// The whole picture's camera follows from the city and the numbered cases alone, so each monitor finds the same one.
final class MapGround implements Ground {
    private static final Set<String> HIDDEN = Set.of(CityMap.SENSORS, CityMap.UNITS);
    private static final Set<String> ALL_HIDDEN =
            Set.of(CityMap.SENSORS, CityMap.UNITS, CityMap.CASES, CityMap.CAMERAS);
    private static final Part NOT_TOLD = new Part(0, 0, 0, 0, Rectangle2D.EMPTY);

    private final CityMap map;
    private final MapSurface surface;
    private final Subscriptions subscriptions = new Subscriptions();
    private Part part = NOT_TOLD;
    private boolean close;
    private boolean bare;
    private @Nullable MapView wanted;
    private List<CaseId> numbered = List.of();
    private List<CameraId> lettered = List.of();
    private List<Emphasis.Cover> covered = List.of();
    private List<CaseId> outside = List.of();
    private @Nullable MapCamera whole;
    private @Nullable MapCamera shown;
    private Emphasis emphasis = Emphasis.NONE;

    MapGround(CityMap map) {
        this.map = map;
        surface = map.surface();
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
    public void forget() {
        surface.forget();
    }

    @Override
    public void part(Part next) {
        part = next;
        look();
    }

    @Override
    public void speak(List<CaseId> cases, List<CameraId> cameras) {
        numbered = List.copyOf(cases);
        lettered = List.copyOf(cameras);
        look();
        emphasise();
    }

    @Override
    public void closeUp(boolean near) {
        close = near;
        whole = null;
        look();
    }

    @Override
    public void look(@Nullable MapView view) {
        wanted = view;
        whole = null;
        look();
    }

    @Override
    public void bare() {
        bare = true;
        emphasise();
    }

    @Override
    public void cover(List<Rectangle2D> boxes) {
        covered = boxes.stream()
                .map(b -> new Emphasis.Cover(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight()))
                .toList();
        emphasise();
    }

    @Override
    public List<CaseId> outside() {
        return outside;
    }

    @Override
    public String lack() {
        return map.lack();
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
        shown = null;
        emphasis = Emphasis.NONE;
        look();
        emphasise();
    }

    /// Told every second, drawn anew only when something differs. People stay off the ground: from the last row they
    /// are noise.
    private void emphasise() {
        Emphasis next = new Emphasis(
                null,
                List.of(),
                List.of(),
                bare ? ALL_HIDDEN : HIDDEN,
                new Emphasis.Spoken(
                        numbered.stream()
                                .map(id -> new Hit.Feature(CityMap.CASES, id.value()))
                                .toList(),
                        lettered.stream()
                                .map(id -> new Hit.Feature(CityMap.CAMERAS, id.value()))
                                .toList(),
                        covered));
        if (!next.equals(emphasis)) {
            emphasis = next;
            surface.emphasise(next);
        }
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
        Framing framing = new Framing(
                new CityBox(low.x(), low.y(), high.x(), high.y()), (int) wholeWidth, (int) wholeHeight, part.clear());
        Map<CaseId, CityPoint> places = places(engine);
        MapCamera all = camera(engine, framing, List.copyOf(places.values()));
        whole = all;
        outside = numbered.stream()
                .filter(id -> !framing.shows(all, places.get(id)))
                .toList();
        int width = (int) surface.getWidth();
        int height = (int) surface.getHeight();
        CityPoint centre = all.city(part.x() + width / 2.0, part.y() + height / 2.0);
        MapCamera next = new MapCamera(centre.x(), centre.y(), all.metresPerPixel(), width, height);
        if (!next.equals(shown)) {
            shown = next;
            surface.set(next);
        }
    }

    private MapCamera camera(MapEngine engine, Framing framing, List<CityPoint> places) {
        MapView view = wanted;
        if (view != null) {
            return framing.showing(engine.projection().toCity(view.middle()), view.widthMetres(), view.heightMetres());
        }
        return close && !places.isEmpty() ? framing.near(places.getFirst()) : framing.of(places, whole);
    }

    /// Of the numbered cases, the most urgent first; a case without a place is in no picture.
    private Map<CaseId, CityPoint> places(MapEngine engine) {
        Map<CaseId, CityPoint> places = new LinkedHashMap<>();
        for (CaseId id : numbered) {
            Position at = map.desk()
                    .stores()
                    .cases()
                    .find(id)
                    .map(c -> c.place().position())
                    .orElse(null);
            if (at != null) {
                places.put(id, engine.projection().toCity(at));
            }
        }
        return places;
    }
}
