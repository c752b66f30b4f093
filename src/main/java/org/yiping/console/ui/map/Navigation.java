package org.yiping.console.ui.map;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;

/// How the map window gets from view to view: nearer and farther, leaps and the way back, the whole city in a corner
/// (视野导航). FX thread.
final class Navigation {
    private static final double OVERVIEW_FITS = 900;
    private static final String OVERVIEW = "map.overview-shown"; // not a message

    private final CityMap map;
    private final MapSurface surface;
    private final Overview overview;
    private final ViewHistory history = new ViewHistory();
    private final IconButton back;
    private final IconButton forward;
    private final VBox strip;
    private double width;

    Navigation(CityMap map, MapSurface surface, Runnable who) {
        this.map = map;
        this.surface = surface;
        overview = new Overview(map, surface);
        Messages messages = map.hall().messages();
        back = new IconButton("map/back", "mdi2a-arrow-left", messages.get("map.back"), this::back);
        forward = new IconButton("map/forward", "mdi2a-arrow-right", messages.get("map.forward"), this::forward);
        strip = Nodes.column(
                "tool-strip",
                new IconButton("map/nearer", Icons.ADD, messages.get("map.nearer"), () -> surface.zoom(1)),
                new IconButton("map/farther", Icons.REMOVE, messages.get("map.farther"), () -> surface.zoom(-1)),
                back,
                forward,
                new IconButton("map/fit", Icons.FIT, messages.get("map.fit"), this::wholeCity),
                new IconButton(
                        "map/overview",
                        "mdi2p-picture-in-picture-bottom-right",
                        messages.get("map.overview"),
                        this::turnOverview),
                new IconButton("map/who-here", "mdi2m-map-marker-question-outline", messages.get("map.who"), who));
        strip.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(strip, Pos.TOP_RIGHT);
        strip.setTranslateX(-10);
        strip.setTranslateY(10);
        surface.camera().subscribe(_ -> show());
    }

    Region strip() {
        return strip;
    }

    Region overview() {
        return overview.root();
    }

    void open(MapEngine engine) {
        CityBox city = city(engine);
        surface.open(engine);
        if (city != null) {
            surface.bound(city);
        }
        if (city != null && surface.camera().get().isEmpty()) {
            surface.start(city);
        }
        if (overview.root().isVisible()) {
            overview.open(engine, city);
        }
    }

    void close() {
        surface.close();
        overview.close();
    }

    /// Where the map rests is a view to come back to.
    void tick() {
        rests();
        show();
    }

    /// What fits beside each other in a map so wide.
    void wide(double now) {
        width = now;
        String kept = map.hall().remembered().now().get().choices().get(OVERVIEW);
        boolean shown =
                kept == null ? now >= map.hall().themes().look().get().px(OVERVIEW_FITS) : Boolean.parseBoolean(kept);
        boolean was = overview.root().isVisible();
        Nodes.show(overview.root(), shown);
        if (shown && !was) {
            map.engine().get().ifPresent(e -> overview.open(e, city(e)));
        } else if (!shown) {
            overview.close();
        }
    }

    void turnOverview() {
        boolean shown = overview.root().isVisible();
        map.hall().remembered().change(p -> p.withChoice(OVERVIEW, Boolean.toString(!shown)));
        wide(width);
    }

    boolean hasBack() {
        return surface.camera().get().filter(history::hasBack).isPresent();
    }

    boolean hasForward() {
        return history.hasForward();
    }

    void back() {
        surface.camera().get().flatMap(history::back).ifPresent(this::look);
    }

    void forward() {
        surface.camera().get().flatMap(history::forward).ifPresent(this::look);
    }

    private void look(MapCamera view) {
        surface.show(new CityPoint(view.centreX(), view.centreY()), view.metresPerPixel());
        show();
    }

    void fly(Position place) {
        map.engine().get().ifPresent(e -> jump(e.projection().toCity(place), 1));
    }

    /// All of a region, with air around it.
    void fit(org.yiping.console.map.Region region) {
        CityBox box = region.bounds();
        double air = 0.08 * Math.max(box.east() - box.west(), box.north() - box.south()) + 5;
        surface.camera().get().ifPresent(c -> {
            MapCamera whole = MapCamera.showing(box.grown(air), c.width(), c.height());
            jump(box.centre(), whole.metresPerPixel());
        });
    }

    private void wholeCity() {
        rests();
        map.engine().get().map(this::city).ifPresent(surface::show);
    }

    /// A leap the hand may want to go back from.
    private void jump(CityPoint to, double metresPerPixel) {
        rests();
        surface.show(to, metresPerPixel);
    }

    private void rests() {
        surface.camera().get().filter(MapCamera::atRest).ifPresent(history::rests);
    }

    private void show() {
        back.setDisable(!hasBack());
        forward.setDisable(!hasForward());
    }

    private @Nullable CityBox city(MapEngine engine) {
        Optional<Extent> extent = map.desk().city().map(c -> c.extent());
        return extent.map(x -> {
                    CityPoint low = engine.projection().toCity(new Position(x.west(), x.south()));
                    CityPoint high = engine.projection().toCity(new Position(x.east(), x.north()));
                    return new CityBox(low.x(), low.y(), high.x(), high.y());
                })
                .orElse(null);
    }
}
