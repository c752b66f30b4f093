package org.yiping.console.ui.map;

// long because tools, cards, list and surface of the map window meet here

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.input.GestureEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Pace;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Emphasis;
import org.yiping.console.map.Hit;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.wall.MapView;

/// The map window: layers at the left, the map, what lies in the enclosure or view at the right. FX thread.
final class MapPanel implements Panel {
    private static final double RESULTS_FIT = 1100;
    /// What stands so near is what somebody means who points there.
    private static final double COMPONENT_METRES = 12;

    private final CityMap map;
    private final Messages messages;
    private final MapSurface surface;
    private final LayerList layers;
    private final ResultList results;
    private final Pace looks;
    private final MapFoot foot;
    private final MapCard card;
    private final WhoAnswers answers;
    private final AnswersCard answersCard;
    private final DrawHand hand;
    private final ToolStrip strip;
    private final ToolLine line;
    private final Navigation navigation;
    private final HeatLegend heat;
    private final AreaTints tints;
    private final MapActions actions;
    private final HBox root;
    private final Subscriptions subscriptions = new Subscriptions();
    private org.yiping.console.map.@Nullable Region asked;
    /// Where the view was a second ago, and of which one the list is.
    private @Nullable MapCamera last;
    private @Nullable MapCamera listed;
    private boolean asking;
    private boolean stale;

    /// Until the first map there is, which on a first start comes from the platform.
    private final EmptyState waiting;

    MapPanel(CityMap map) {
        this.map = map;
        this.messages = map.hall().messages();
        surface = map.surface();
        surface.setId("map/surface");
        surface.setAccessibleText(messages.get("map.surface"));
        tints = new AreaTints(map, surface);
        layers = new LayerList(map, tints, this::stress);
        navigation = new Navigation(map, surface, this::who);
        heat = new HeatLegend(map, surface);
        TintLegend tinted = new TintLegend(map, tints);
        results = new ResultList(map, navigation::fly);
        looks = new Pace(map.hall().own());
        answers = new WhoAnswers(map);
        answersCard = new AnswersCard(map);
        foot = new MapFoot(map, answers);
        card = new MapCard(map, this::unpick);
        // Zooming to the pointer moves a card under it, and must go on there.
        card.root().addEventHandler(GestureEvent.ANY, e -> Event.fireEvent(surface, e.copyFor(surface, surface)));
        hand = new DrawHand(map, surface, this::drawn);
        surface.interactive();
        var _ = new Gestures(surface, map.hall());
        PickHand pick = new PickHand(map, surface, card, hand, new PickHand.Seen(layers, tints));
        strip = new ToolStrip(map, hand, surface::requestFocus);
        line = new ToolLine(map, hand, this::aroundPicked, this::fitSelection);
        actions = new MapActions(this, hand, navigation, layers, map.hall());
        heat.above(foot.root());
        tinted.above(foot.root(), heat.root());
        waiting = EmptyState.empty(messages.get("map.waiting"));
        waiting.setMouseTransparent(true);
        StackPane middle = new StackPane(
                surface,
                waiting,
                hand.sketched().root(),
                strip.root(),
                line.root(),
                navigation.strip(),
                navigation.overview(),
                foot.attribution(),
                heat.root(),
                tinted.root(),
                foot.root(),
                answersCard.root(),
                card.root(),
                pick.hover());
        middle.getStyleClass().add("map-column");
        middle.setMinSize(0, 0);
        StackPane.setAlignment(foot.root(), Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(foot.attribution(), Pos.BOTTOM_LEFT);
        clip(middle);
        middle.widthProperty().subscribe(w -> wide(w.doubleValue()));
        card.root().setManaged(false);
        root = new HBox(layers.root(), Nodes.grow(middle), results.root());
        root.widthProperty()
                .subscribe(w -> Nodes.show(
                        results.root(),
                        w.doubleValue() >= map.hall().themes().look().get().px(RESULTS_FIT)));
        surface.addEventHandler(
                javafx.scene.input.MouseEvent.MOUSE_MOVED,
                e -> surface.positionAt(e.getX(), e.getY()).ifPresent(foot::pointer));
        surface.camera().subscribe(_ -> placeCard());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        onHide();
        subscriptions.listen(layers.stacks(), stack -> {
            surface.stack(tints.on(stack.heat(surface.stack().heat())));
            layers.show();
        });
        subscriptions.listen(map.engine(), e -> {
            waiting.setVisible(e.isEmpty());
            e.ifPresent(this::open);
        });
        subscriptions.add(map.desk().selection().subscribe(p -> map.hall().fx().execute(() -> picked(p))));
        subscriptions.listen(map.hall().ticker().now(), this::tick);
        subscriptions.listen(surface.camera(), c -> c.ifPresent(foot::scale));
    }

    @Override
    public void onHide() {
        subscriptions.close();
        navigation.close();
    }

    @Override
    public List<Action> actions() {
        return actions.actions();
    }

    void take(Tool tool) {
        hand.take(tool);
        surface.requestFocus();
    }

    /// One step back of whatever was begun last.
    void leave() {
        if (hand.hasAny()) {
            hand.leave();
        } else if (answersCard.isShown()) {
            answersCard.hide();
        } else {
            unpick();
        }
    }

    boolean canLeave() {
        return hand.hasAny() || answersCard.isShown() || card.root().isVisible();
    }

    private void unpick() {
        map.desk().selection().pick(new Selection.Picked.Nothing());
    }

    void turnHeat() {
        heat.turn();
    }

    void turnTint() {
        tints.turn();
    }

    void copy() {
        results.copy();
    }

    /// Everything around what is picked: cameras and staff within 500 m of this case.
    void aroundPicked() {
        pickedPlace().ifPresent(at -> {
            hand.around(at, pickedName());
            fitSelection();
        });
    }

    Optional<Position> pickedPlace() {
        return map.desk().selection().picked() instanceof Selection.Picked.OfPoint(Position at)
                ? Optional.of(at)
                : card.at();
    }

    private String pickedName() {
        return map.desk()
                .pickedCase()
                .map(c -> map.words().name(c) + " " + c.head().number().value())
                .or(() -> selected().flatMap(f -> card.name(f.layer(), f.id())))
                .orElse("");
    }

    boolean canFit() {
        return hand.region().isPresent() || pickedPlace().isPresent();
    }

    /// The enclosure, else what is picked, in the middle of the window.
    void fitSelection() {
        hand.region().ifPresentOrElse(navigation::fit, () -> pickedPlace().ifPresent(navigation::fly));
    }

    /// Who answers for what is picked, else for the place under the pointer, else for the middle of the window.
    void who() {
        MapEngine engine = map.engine().get().orElse(null);
        MapCamera camera = surface.camera().get().orElse(null);
        if (engine == null || camera == null) {
            return;
        }
        Optional<Position> picked = pickedPlace();
        boolean pointed = picked.isEmpty() && surface.isHover();
        Position at = picked.or(() -> foot.pointed().filter(_ -> pointed))
                .orElseGet(() -> engine.projection().toPosition(new CityPoint(camera.centreX(), camera.centreY())));
        String what = picked.isPresent() ? pickedName() : messages.get(pointed ? "map.who-pointer" : "map.who-centre");
        answersCard.show(at, what, answers.at(at).with(component(engine, at)));
    }

    /// The picked one, else the nearest to the place.
    private @Nullable Component component(MapEngine engine, Position at) {
        if (map.desk().selection().picked() instanceof Selection.Picked.OfComponent(ComponentId id)) {
            return map.component(id.value()).orElse(null);
        }
        CityPoint p = engine.projection().toCity(at);
        var near = new org.yiping.console.map.Region.Circle(p.x(), p.y(), COMPONENT_METRES);
        return engine.query(near).getOrDefault(CityMap.COMPONENTS, List.of()).stream()
                .flatMap(id -> map.component(id).stream())
                .min(Comparator.comparingDouble(c -> c.position().distanceMetres(at)))
                .orElse(null);
    }

    /// What fits beside each other in a map so wide.
    private void wide(double width) {
        foot.fit(width);
        line.fit(width);
        navigation.wide(width);
    }

    private void drawn() {
        strip.show();
        line.show();
        stress();
        var region = hand.region().orElse(null);
        if (!Objects.equals(region, asked)) {
            asked = region;
            ask();
        }
    }

    /// One look at a time: a hand that pulls at a circle asks for fifty in a second, and means the last.
    private void ask() {
        if (asking) {
            stale = true;
            return;
        }
        asking = true;
        stale = false;
        query(() -> {
            asking = false;
            if (stale) {
                ask();
            }
        });
    }

    /// A view that has come to rest elsewhere is looked through at once; one that stays, at its pace.
    private void look() {
        MapCamera now = surface.camera().get().orElse(null);
        boolean rests = Objects.equals(now, last);
        last = now;
        if (rests && !Objects.equals(now, listed)) {
            listed = now;
            ask();
        } else if (looks.begins()) {
            query(looks::ended);
        }
    }

    private void open(MapEngine engine) {
        navigation.open(engine);
        stress();
    }

    /// What the map shows of the city, for who sends that to the wall.
    private void looked() {
        surface.camera()
                .get()
                .filter(MapCamera::atRest)
                .ifPresent(c -> surface.positionAt(c.width() / 2.0, c.height() / 2.0)
                        .ifPresent(middle -> map.desk()
                                .selection()
                                .look(new MapView(
                                        middle, c.width() * c.metresPerPixel(), c.height() * c.metresPerPixel()))));
    }

    private void tick(Instant now) {
        looked();
        layers.tick(now);
        results.tick();
        answers.tick();
        look();
        card.tick(now);
        placeCard(); // its words may have grown, and the window changed its size, since it was placed
        foot.tick();
        navigation.tick();
        heat.tick(map.hall().own().instant());
        tints.tick();
    }

    /// What is in sight or enclosed, listed; `done` follows whatever came of it.
    private void query(Runnable done) {
        MapEngine engine = map.engine().get().orElse(null);
        MapCamera camera = surface.camera().get().orElse(null);
        if (engine == null || camera == null) {
            done.run();
            return;
        }
        var enclosed = hand.region().orElse(null);
        var region = enclosed == null ? new org.yiping.console.map.Region.Box(camera.view()) : enclosed;
        Position centre = engine.projection().toPosition(region.bounds().centre());
        record Answer(Found found, long micros) {}
        map.hall()
                .background()
                .run(
                        () -> {
                            Instant began = map.hall().own().instant();
                            var byLayer = engine.query(region);
                            long micros = java.time.Duration.between(
                                                    began, map.hall().own().instant())
                                            .toNanos()
                                    / 1000;
                            return new Answer(Found.of(byLayer, map.desk().stores()), micros);
                        },
                        answer -> {
                            if (!Objects.equals(enclosed, hand.region().orElse(null))) {
                                done.run(); // it was dropped or drawn anew meanwhile, and has been asked for
                                return;
                            }
                            line.took(answer.micros());
                            results.show(
                                    answer.found(),
                                    centre,
                                    enclosed == null ? "" : messages.get("map.results-circle"),
                                    enclosed == null ? "" : hand.area(),
                                    done);
                        },
                        _ -> done.run());
    }

    private void picked(Selection.Picked picked) {
        card.show(picked);
        line.show();
        placeCard();
        stress();
    }

    private void placeCard() {
        CityPoint at = map.engine()
                .get()
                .flatMap(e -> card.at().map(e.projection()::toCity))
                .orElse(null);
        CardPlace.place(card.root(), at, surface.camera().get().orElse(null));
    }

    private Optional<Hit.Feature> selected() {
        return switch (map.desk().selection().picked()) {
            case Selection.Picked.OfCase(CaseId id) -> Optional.of(new Hit.Feature(CityMap.CASES, id.value()));
            case Selection.Picked.OfCamera(CameraId id) -> Optional.of(new Hit.Feature(CityMap.CAMERAS, id.value()));
            case Selection.Picked.OfUnit(String id) -> Optional.of(new Hit.Feature(CityMap.UNITS, id));
            case Selection.Picked.OfSensor(SensorId id) -> Optional.of(new Hit.Feature(CityMap.SENSORS, id.value()));
            case Selection.Picked.OfComponent(ComponentId id) ->
                Optional.of(new Hit.Feature(CityMap.COMPONENTS, id.value()));
            case Selection.Picked.Nothing(), Selection.Picked.OfArea(var _), Selection.Picked.OfPoint(var _) ->
                Optional.empty();
        };
    }

    private void stress() {
        List<org.yiping.console.map.Region> regions =
                hand.region().map(List::of).orElse(List.of());
        surface.emphasise(new Emphasis(selected().orElse(null), regions, List.of(), layers.hidden())
                .withTrails(layers.showsTrails()));
    }

    private static void clip(Region region) {
        javafx.scene.shape.Rectangle clip = new javafx.scene.shape.Rectangle();
        clip.widthProperty().bind(region.widthProperty());
        clip.heightProperty().bind(region.heightProperty());
        region.setClip(clip);
    }
}
