package org.yiping.console.ui.map;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Emphasis;
import org.yiping.console.map.Hit;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.store.Selection.Picked;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;

/// The map of a replayed desk: its cases as they stood, nothing that no journal has. The hand moves it, a click picks a
/// case. FX thread.
final class MapPast implements Panel {
    private static final double PICK_PIXELS = 12;
    private static final double NEAR_METRES_PER_PIXEL = 1;
    /// So much of the picture is its rim: a case there is hardly seen.
    private static final double RIM = 0.04;
    /// Cameras are those of now; the rest is unknown in the past.
    private static final Set<String> HIDDEN = Set.of(CityMap.CAMERAS, CityMap.SENSORS, CityMap.UNITS);

    private final CityMap map;
    private final MapSurface surface;
    private final Label hover = Nodes.keep("", "map-hover");
    private final StackPane root;
    private final Subscriptions subscriptions = new Subscriptions();

    MapPast(CityMap map) {
        this.map = map;
        Messages messages = map.hall().messages();
        surface = map.surface();
        surface.interactive();
        surface.setId("map-past/surface");
        surface.setAccessibleText(messages.get("map.past"));
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover.setVisible(false));
        hover.setMouseTransparent(true);
        hover.setManaged(false);
        hover.setVisible(false);
        var strip = Nodes.column(
                "tool-strip",
                new IconButton("map-past/nearer", Icons.ADD, messages.get("map.nearer"), () -> surface.zoom(1)),
                new IconButton("map-past/farther", Icons.REMOVE, messages.get("map.farther"), () -> surface.zoom(-1)),
                new IconButton("map-past/fit", Icons.FIT, messages.get("map.fit"), this::wholeCity),
                new IconButton("map-past/centre", Icons.LOCATE, messages.get("map.centre"), this::centre));
        strip.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(strip, Pos.TOP_RIGHT);
        strip.setTranslateX(-10);
        strip.setTranslateY(10);
        root = new StackPane(surface, strip, hover);
        root.setMinSize(0, 0);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        onHide();
        subscriptions.listen(map.engine(), e -> e.ifPresent(this::open));
        subscriptions.add(map.desk().selection().subscribe(_ -> map.hall().fx().execute(this::picked)));
    }

    @Override
    public void onHide() {
        subscriptions.close();
        surface.close();
    }

    private void open(MapEngine engine) {
        surface.open(engine);
        if (surface.camera().get().isEmpty()) {
            wholeCity();
        }
        stress();
    }

    private void wholeCity() {
        map.engine()
                .get()
                .ifPresent(e -> map.desk().city().map(c -> c.extent()).ifPresent(x -> surface.show(box(e, x))));
    }

    private static CityBox box(MapEngine engine, Extent extent) {
        CityPoint low = engine.projection().toCity(new Position(extent.west(), extent.south()));
        CityPoint high = engine.projection().toCity(new Position(extent.east(), extent.north()));
        return new CityBox(low.x(), low.y(), high.x(), high.y());
    }

    /// A case that lies outside of the picture is brought into it; else whoever moved the map keeps the look.
    private void picked() {
        stress();
        place().ifPresent(p ->
                surface.camera().get().filter(c -> !isIn(c, p)).ifPresent(c -> surface.show(p, c.metresPerPixel())));
    }

    private void centre() {
        place().ifPresent(p -> surface.show(p, NEAR_METRES_PER_PIXEL));
    }

    private static boolean isIn(MapCamera camera, CityPoint p) {
        double x = camera.screenX(p.x());
        double y = camera.screenY(p.y());
        double rimX = RIM * camera.width();
        double rimY = RIM * camera.height();
        return x >= rimX && y >= rimY && x <= camera.width() - rimX && y <= camera.height() - rimY;
    }

    private void stress() {
        Hit.Feature selected = map.desk()
                .pickedCaseId()
                .map(id -> new Hit.Feature(CityMap.CASES, id.value()))
                .orElse(null);
        surface.emphasise(new Emphasis(selected, List.of(), List.of(), HIDDEN));
    }

    private Optional<CityPoint> place() {
        return map.engine()
                .get()
                .flatMap(e -> map.desk()
                        .pickedCase()
                        .map(Case::place)
                        .flatMap(p -> Optional.ofNullable(p.position()))
                        .map(p -> e.projection().toCity(p)));
    }

    private Optional<CaseId> at(MouseEvent e) {
        MapEngine engine = map.engine().get().orElse(null);
        MapCamera camera = surface.camera().get().orElse(null);
        return engine == null || camera == null
                ? Optional.empty()
                : engine.pick(camera, e.getX(), e.getY(), PICK_PIXELS, HIDDEN)
                        .filter(h -> h instanceof Hit.Feature f && f.layer().equals(CityMap.CASES))
                        .map(h -> new CaseId(((Hit.Feature) h).id()));
    }

    private void clicked(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && !surface.wasDragged() && e.isStillSincePress()) {
            at(e).ifPresentOrElse(map.desk()::pick, () -> map.desk().selection().pick(new Picked.Nothing()));
        }
    }

    private void moved(MouseEvent e) {
        Optional<String> name =
                at(e).flatMap(id -> map.desk().stores().cases().find(id)).map(map.words()::name);
        surface.setCursor(name.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        hover.setVisible(name.isPresent());
        name.ifPresent(words -> {
            hover.setText(words);
            hover.autosize();
            hover.relocate(Math.rint(e.getX() + 14), Math.rint(e.getY() + 10));
        });
    }
}
