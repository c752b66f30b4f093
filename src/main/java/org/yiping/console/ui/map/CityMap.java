package org.yiping.console.ui.map;

import java.awt.Font;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Fonts;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MapStyle;
import org.yiping.console.map.filter.RowFilter;
import org.yiping.console.map.style.StyleSheet;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Damage;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Ground;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.SensorFace;
import org.yiping.console.ui.Words;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.geo.Layer;

/// The one map of a session (地图): its engine comes to life when the city is known, and every window, inset and wall
/// part is a view of it. FX thread, but for what runs on the given executors.
public final class CityMap implements AutoCloseable {
    static final String CASES = "cases";
    static final String CAMERAS = "cameras";
    static final String SENSORS = "sensors";
    static final String UNITS = "units";
    static final String COMPONENTS = "components";

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final Workers workers;
    private final Generalisation generalisation;
    private final ReadOnlyObjectWrapper<Optional<MapEngine>> engine = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscriptions subscriptions = new Subscriptions();
    private final GroundKeeper ground;
    private final SensorFace sensors;
    private final Audience audience;
    private final Font regular = Fonts.java2d(false, 13);
    private final Font bold = Fonts.java2d(true, 13);
    private final OwnStyle looks;
    private final List<CityMap> others = new ArrayList<>();
    private @Nullable Compositing compositing;
    private @Nullable LiveWriter writer;

    /// `tiles` draws and may have many threads; `writer` is one thread of the map's own.
    /// `ownStyle` is the file of the city's own map style; nobody has to have one.
    public record Workers(
            java.util.concurrent.Executor tiles,
            int tileWorkers,
            ScheduledExecutorService writer,
            @Nullable Path ownStyle) {
        public Workers(java.util.concurrent.Executor tiles, int tileWorkers, ScheduledExecutorService writer) {
            this(tiles, tileWorkers, writer, null);
        }
    }

    public CityMap(Desk desk, Hall hall, Workers workers) {
        this(desk, hall, workers, Generalisation.DESK, new GroundKeeper(desk.stores(), workers.tiles()));
    }

    private CityMap(Desk desk, Hall hall, Workers workers, Generalisation generalisation, GroundKeeper ground) {
        this.desk = desk;
        this.hall = hall;
        this.workers = workers;
        this.generalisation = generalisation;
        this.looks = new OwnStyle(hall, generalisation, this::restyle);
        this.words = new Words(desk.stores(), hall.messages());
        this.sensors = new SensorFace(desk, hall.messages());
        this.audience = new Audience(hall.paint().debt());
        this.ground = ground;
        city(); // from the cache: its ground is built while the FX thread builds windows
        subscriptions.add(desk.stores().city().subscribe(() -> hall.fx().execute(this::city)));
        subscriptions.add(desk.stores().layers().subscribe(_ -> ground.look()));
        subscriptions.add(desk.stores().components().subscribe(ground::look));
        subscriptions.addFx(hall.themes().look().subscribe(_ -> restyle()));
        looks.follow(workers.ownStyle(), workers.writer());
    }

    /// The map of a display wall: fewer things, larger.
    public static CityMap forWall(Desk desk, Hall hall, Workers workers) {
        return new CityMap(desk, hall, workers, Generalisation.WALL, new GroundKeeper(desk.stores(), workers.tiles()));
    }

    /// The map window.
    public Panel window() {
        return new MapPanel(this);
    }

    /// The place of the picked case, beside the case.
    public Panel inset() {
        return new MapInset(this);
    }

    /// A scene's ground, on the wall or behind the sign-in form.
    public Ground ground() {
        return new MapGround(this);
    }

    /// The same city's map over another desk, for a replay: live layers of its own on the same ground. Closed with this
    /// one.
    public Panel past(Desk replayed, Hall then) {
        CityMap other = new CityMap(replayed, then, workers, generalisation, ground);
        others.add(other);
        return new MapPast(other);
    }

    /// Whether everything the city has for its ground is here and on its way to the screen, in every view that is open.
    public boolean isDrawn() {
        Stores stores = desk.stores();
        return ground.isBuilt()
                && stores.components().known().isPresent()
                && desk.city()
                        .filter(c -> c.layers().stream()
                                .allMatch(l -> stores.layers().find(l.name()).isPresent()))
                        .isPresent()
                && engine.get().filter(MapEngine::isDrawn).isPresent();
    }

    /// Whether this computer's disk had components and could not give them back; nobody has told them since.
    boolean areComponentsLost() {
        return desk.stores().damage().lost().contains(Damage.COMPONENTS);
    }

    /// Which of the city's layers are not here, or that its ground could not be built; in words, empty where
    /// all is well.
    String lack() {
        CityFacts city = desk.city().orElse(null);
        if (city == null || engine.get().isEmpty()) {
            return hall.messages().get("wall.map-waits");
        }
        List<String> missing = city.layers().stream()
                .map(Layer::name)
                .filter(name -> desk.stores().layers().find(name).isEmpty())
                .toList();
        List<String> said = new ArrayList<>();
        if (!missing.isEmpty()) {
            said.add(hall.messages()
                    .get("wall.map-lacks", missing.size(), city.layers().size()));
        }
        if (areComponentsLost()) {
            said.add(hall.messages().get("wall.map-lacks-components"));
        }
        if (!said.isEmpty()) {
            return String.join(" · ", said);
        }
        return ground.failed() ? hall.messages().get("wall.map-failed") : "";
    }

    @Override
    public void close() {
        others.forEach(CityMap::close);
        subscriptions.close();
        looks.close();
        if (writer != null) {
            writer.close();
        }
    }

    ReadOnlyObjectProperty<Optional<MapEngine>> engine() {
        return engine.getReadOnlyProperty();
    }

    /// A new view of it. The first one finds out who puts the pictures together.
    MapSurface surface() {
        Compositing by = compositing;
        if (by == null) {
            by = Compositing.chosen();
            compositing = by;
        }
        return new MapSurface(hall.fx(), audience, by);
    }

    Desk desk() {
        return desk;
    }

    Hall hall() {
        return hall;
    }

    Words words() {
        return words;
    }

    SensorFace sensors() {
        return sensors;
    }

    /// The components, once they are known. Any thread.
    @Nullable
    ComponentTable components() {
        return desk.stores().components().known().orElse(null);
    }

    Optional<Component> component(String id) {
        ComponentTable known = components();
        return known == null ? Optional.empty() : known.find(id);
    }

    void showLayer(String layer, boolean shown) {
        ground.showLayer(layer, shown);
    }

    void showClass(MajorClass major, boolean shown) {
        ground.showClass(major, shown);
    }

    /// Which components there are on the map, wherever it is shown; all for null.
    void filter(@Nullable RowFilter next) {
        ground.filter(next);
    }

    @Nullable
    RowFilter filter() {
        return ground.filter();
    }

    /// Of how many components the ground of now is.
    int kept() {
        return ground.kept();
    }

    /// The style the map wears.
    StyleSheet sheet() {
        return looks.sheet();
    }

    void hideKinds(Set<String> kinds) {
        if (writer != null) {
            writer.hide(kinds, workers.writer());
        }
    }

    private void city() {
        CityFacts facts = desk.city().orElse(null);
        if (facts == null || engine.get().isPresent()) {
            return;
        }
        CityProjection projection = CityProjection.around(facts.extent().centre());
        MapEngine made = new MapEngine(projection, style(), workers.tiles(), workers.tileWorkers());
        writer = new LiveWriter(made, this, audience, workers.writer());
        ground.open(made);
        engine.set(Optional.of(made));
    }

    private void restyle() {
        engine.get().ifPresent(e -> e.style(style()));
    }

    private MapStyle style() {
        Map<String, Integer> colours = hall.themes().colours();
        return MapStyle.of(
                looks.sheet(),
                token -> java.util.Objects.requireNonNull(colours.get(token), token),
                regular,
                bold,
                generalisation);
    }
}
