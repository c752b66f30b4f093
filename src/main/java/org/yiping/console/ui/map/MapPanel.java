package org.yiping.console.ui.map;

// long because tools, card, list and surface of the map window meet here

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Pace;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Emphasis;
import org.yiping.console.map.Hit;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.Region.Circle;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;

/// The map window: layers at the left, the map, what lies in the circle or view at the right. FX thread.
final class MapPanel implements Panel {
    private static final double PICK_PIXELS = 12;
    private static final double RESULTS_FIT = 1100;
    private static final double CIRCLE_METRES = 500;

    private final CityMap map;
    private final Messages messages;
    private final MapSurface surface;
    private final LayerList layers;
    private final ResultList results;
    private final Pace looks;
    private final MapFoot foot;
    private final MapCard card;
    private final Label hover = Nodes.keep("", "map-hover");
    private final ToggleButton circleTool = new ToggleButton();
    private final HBox root;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Circle circle;

    MapPanel(CityMap map) {
        this.map = map;
        this.messages = map.hall().messages();
        surface = new MapSurface(map.hall().fx(), map.audience());
        surface.setId("map/surface");
        surface.setAccessibleText(messages.get("map.surface"));
        surface.interactive();
        layers = new LayerList(map);
        results = new ResultList(map, this::fly);
        looks = new Pace(map.hall().own());
        foot = new MapFoot(map);
        card = new MapCard(map, () -> map.desk().selection().pick(new Selection.Picked.Nothing()));
        hover.setMouseTransparent(true);
        hover.setManaged(false);
        hover.setVisible(false);
        StackPane middle = new StackPane(surface, tools(), zoom(), foot.attribution(), foot.root(), card.root(), hover);
        middle.getStyleClass().add("map-column");
        middle.setMinSize(0, 0);
        StackPane.setAlignment(foot.root(), Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(foot.attribution(), Pos.BOTTOM_LEFT);
        clip(middle);
        middle.widthProperty().subscribe(w -> foot.fit(w.doubleValue()));
        card.root().setManaged(false);
        root = new HBox(layers.root(), Nodes.grow(middle), results.root());
        root.widthProperty()
                .subscribe(w -> Nodes.show(
                        results.root(),
                        w.doubleValue() >= map.hall().themes().look().get().px(RESULTS_FIT)));
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        surface.camera().subscribe(_ -> placeCard());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        onHide();
        subscriptions.listen(map.engine(), e -> e.ifPresent(this::open));
        subscriptions.add(map.desk().selection().subscribe(p -> map.hall().fx().execute(() -> picked(p))));
        subscriptions.listen(map.hall().ticker().now(), this::tick);
        subscriptions.listen(surface.camera(), c -> c.ifPresent(now -> foot.scale(now)));
    }

    @Override
    public void onHide() {
        subscriptions.close();
        surface.close();
    }

    @Override
    public List<Action> actions() {
        Action uncircle = map.hall()
                .action("map/uncircle", "shell.map", "map.uncircle", this::uncircle)
                .on(Key.of(KeyCode.ESCAPE));
        return List.of(circle == null ? uncircle.refused(messages.get("map.no-circle")) : uncircle);
    }

    private void uncircle() {
        circle = null;
        circleTool.setSelected(false);
        stress();
    }

    private void open(MapEngine engine) {
        surface.open(engine);
        Extent extent = map.desk().city().map(c -> c.extent()).orElse(null);
        if (extent != null && surface.camera().get().isEmpty()) {
            CityPoint low = engine.projection().toCity(new Position(extent.west(), extent.south()));
            CityPoint high = engine.projection().toCity(new Position(extent.east(), extent.north()));
            surface.start(new CityBox(low.x(), low.y(), high.x(), high.y()));
        }
        stress();
    }

    private void tick(Instant now) {
        layers.tick(now);
        results.tick();
        if (looks.begins()) {
            query(looks::ended);
        }
        card.tick(now);
        placeCard(); // its words may have grown, and the window changed its size, since it was placed
        foot.tick();
    }

    /// What is in sight or in the circle, listed; `done` follows whatever came of it.
    private void query(Runnable done) {
        MapEngine engine = map.engine().get().orElse(null);
        MapCamera camera = surface.camera().get().orElse(null);
        if (engine == null || camera == null) {
            done.run();
            return;
        }
        Circle around = circle;
        org.yiping.console.map.Region region =
                around == null ? new org.yiping.console.map.Region.Box(camera.view()) : around;
        Position centre = engine.projection()
                .toPosition(
                        around == null
                                ? new CityPoint(camera.centreX(), camera.centreY())
                                : new CityPoint(around.x(), around.y()));
        map.hall()
                .background()
                .run(
                        () -> engine.query(region),
                        found -> results.show(found, centre, around == null ? 0 : around.radius(), done),
                        _ -> done.run());
    }

    private void clicked(MouseEvent e) {
        MapEngine engine = map.engine().get().orElse(null);
        MapCamera camera = surface.camera().get().orElse(null);
        if (engine == null || camera == null || surface.wasDragged() || !e.isStillSincePress()) {
            return;
        }
        if (circleTool.isSelected()) {
            CityPoint at = camera.city(e.getX(), e.getY());
            circle = new Circle(at.x(), at.y(), CIRCLE_METRES);
            stress();
            query(() -> {});
            return;
        }
        engine.pick(camera, e.getX(), e.getY(), PICK_PIXELS, Set.of())
                .ifPresentOrElse(
                        hit -> {
                            switch (hit) {
                                case Hit.Feature(String layer, String id) -> pick(layer, id);
                                case Hit.Group(String _, int _, CityBox around) ->
                                    surface.show(around.centre(), camera.metresPerPixel() / 2.8);
                            }
                        },
                        () -> map.desk().selection().pick(point(e)));
    }

    /// Nothing stands there: who takes a report in may mean the place itself.
    private Selection.Picked point(MouseEvent e) {
        return surface.positionAt(e.getX(), e.getY())
                .<Selection.Picked>map(Selection.Picked.OfPoint::new)
                .orElseGet(Selection.Picked.Nothing::new);
    }

    private void pick(String layer, String id) {
        map.desk()
                .selection()
                .pick(
                        switch (layer) {
                            case CityMap.CASES -> new Selection.Picked.OfCase(new CaseId(id));
                            case CityMap.CAMERAS -> new Selection.Picked.OfCamera(new CameraId(id));
                            case CityMap.UNITS -> new Selection.Picked.OfUnit(id);
                            case CityMap.COMPONENTS -> new Selection.Picked.OfComponent(new ComponentId(id));
                            default -> new Selection.Picked.Nothing();
                        });
    }

    private void picked(Selection.Picked picked) {
        card.show(picked);
        placeCard();
        stress();
    }

    private void moved(MouseEvent e) {
        surface.positionAt(e.getX(), e.getY()).ifPresent(foot::pointer);
        MapEngine engine = map.engine().get().orElse(null);
        MapCamera camera = surface.camera().get().orElse(null);
        if (engine == null || camera == null) {
            return;
        }
        Optional<String> name = engine.pick(camera, e.getX(), e.getY(), PICK_PIXELS, Set.of())
                .flatMap(hit -> switch (hit) {
                    case Hit.Feature(String layer, String id) -> card.name(layer, id);
                    case Hit.Group(String _, int count, CityBox _) -> Optional.of(messages.get("map.group", count));
                });
        surface.setCursor(name.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        hover.setVisible(name.isPresent());
        name.ifPresent(words -> {
            hover.setText(words);
            hover.autosize();
            hover.relocate(Math.rint(e.getX() + 14), Math.rint(e.getY() + 10));
        });
    }

    private void fly(Position place) {
        map.engine().get().ifPresent(e -> surface.show(e.projection().toCity(place), 1));
    }

    private void placeCard() {
        MapEngine engine = map.engine().get().orElse(null);
        MapCamera camera = surface.camera().get().orElse(null);
        Position at = card.at().orElse(null);
        Region node = card.root();
        if (engine == null || camera == null || at == null) {
            node.setVisible(false);
            return;
        }
        CityPoint p = engine.projection().toCity(at);
        double x = camera.screenX(p.x()) + 28;
        double y = camera.screenY(p.y()) + 24;
        boolean on = x > -200 && y > -100 && x < camera.width() + 100.0 && y < camera.height() + 100.0;
        node.setVisible(on);
        if (on) {
            node.applyCss();
            node.autosize();
            node.layout();
            double w = node.getWidth();
            double h = node.getHeight();
            if (x + w > camera.width() - 60) {
                x = x - w - 56;
            }
            if (y + h > camera.height() - 60) {
                y = y - h - 48;
            }
            node.relocate(Math.rint(Math.max(60, x)), Math.rint(Math.max(8, y)));
        }
    }

    private void stress() {
        Optional<Hit.Feature> selected = switch (map.desk().selection().picked()) {
            case Selection.Picked.OfCase(CaseId id) -> Optional.of(new Hit.Feature(CityMap.CASES, id.value()));
            case Selection.Picked.OfCamera(CameraId id) -> Optional.of(new Hit.Feature(CityMap.CAMERAS, id.value()));
            case Selection.Picked.OfUnit(String id) -> Optional.of(new Hit.Feature(CityMap.UNITS, id));
            case Selection.Picked.OfComponent(ComponentId id) ->
                Optional.of(new Hit.Feature(CityMap.COMPONENTS, id.value()));
            case Selection.Picked.Nothing(), Selection.Picked.OfArea(var _), Selection.Picked.OfPoint(var _) ->
                Optional.empty();
        };
        Circle around = circle;
        surface.emphasise(new Emphasis(
                selected.orElse(null), around == null ? List.of() : List.of(around), List.of(), layers.hidden()));
    }

    private VBox tools() {
        circleTool.setId("map/circle");
        circleTool.getStyleClass().add("icon-only");
        circleTool.setGraphic(Icons.of(Icons.SELECT_CIRCLE, Icons.Size.CONTROL));
        circleTool.setAccessibleText(messages.get("map.circle", Math.round(CIRCLE_METRES)));
        circleTool.setTooltip(new Tooltip(messages.get("map.circle", Math.round(CIRCLE_METRES))));
        circleTool.setOnAction(_ -> {
            if (!circleTool.isSelected()) {
                circle = null;
                stress();
                query(() -> {});
            }
        });
        VBox tools = Nodes.column("tool-strip", circleTool);
        tools.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(tools, Pos.TOP_LEFT);
        tools.setTranslateX(10);
        tools.setTranslateY(10);
        return tools;
    }

    private VBox zoom() {
        VBox tools = Nodes.column(
                "tool-strip",
                new IconButton("map/nearer", Icons.ADD, messages.get("map.nearer"), () -> surface.zoom(1)),
                new IconButton("map/farther", Icons.REMOVE, messages.get("map.farther"), () -> surface.zoom(-1)),
                new IconButton(
                        "map/fit",
                        Icons.FIT,
                        messages.get("map.fit"),
                        () -> map.engine().get().ifPresent(e -> refit(e))));
        tools.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(tools, Pos.TOP_RIGHT);
        tools.setTranslateX(-10);
        tools.setTranslateY(10);
        return tools;
    }

    private void refit(MapEngine engine) {
        map.desk().city().map(c -> c.extent()).ifPresent(x -> {
            CityPoint low = engine.projection().toCity(new Position(x.west(), x.south()));
            CityPoint high = engine.projection().toCity(new Position(x.east(), x.north()));
            surface.show(new CityBox(low.x(), low.y(), high.x(), high.y()));
        });
    }

    private static void clip(Region region) {
        javafx.scene.shape.Rectangle clip = new javafx.scene.shape.Rectangle();
        clip.widthProperty().bind(region.widthProperty());
        clip.heightProperty().bind(region.heightProperty());
        region.setClip(clip);
    }
}
