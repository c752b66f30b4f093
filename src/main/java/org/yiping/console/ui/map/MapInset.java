package org.yiping.console.ui.map;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.Emphasis;
import org.yiping.console.map.Hit;
import org.yiping.console.map.MapEngine;
import org.yiping.console.store.Selection.Picked;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;

/// The place of the picked case, sensor, unit or point with 100 m around it (位置). FX thread.
final class MapInset implements Panel {
    private static final double SCALE = 0.7;
    private static final double CIRCLE_METRES = 100;

    private final CityMap map;
    private final MapSurface surface;
    private final PanelHeader header;
    private final PanelFrame root;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable CityPoint centred;

    MapInset(CityMap map) {
        this.map = map;
        surface = map.surface();
        surface.interactive();
        surface.setId("map-inset/surface");
        surface.setAccessibleText(map.hall().messages().get("map.inset"));
        header = new PanelHeader(map.hall().messages(), map.hall().messages().get("map.inset"));
        header.action(new IconButton(
                "map-inset/centre", Icons.LOCATE, map.hall().messages().get("map.centre"), this::centre));
        root = new PanelFrame(header, surface);
        root.setMinHeight(0);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void onShow() {
        onHide();
        subscriptions.listen(map.engine(), engine -> engine.ifPresent(this::open));
        Feed<CaseId> moved = map.hall().feed(ids -> {
            if (map.desk().pickedCaseId().filter(ids::contains).isPresent()) {
                follow();
            }
        });
        subscriptions.add(moved);
        subscriptions.add(map.desk().selection().subscribe(_ -> map.hall().fx().execute(this::centre)));
        subscriptions.add(map.desk().stores().cases().subscribe(moved::changed));
    }

    @Override
    public void onHide() {
        subscriptions.close();
        surface.close();
    }

    private void open(MapEngine engine) {
        surface.open(engine);
        centre();
    }

    /// A case that was given another place is looked at there; else whoever moved the map keeps the look.
    private void follow() {
        if (Objects.equals(place().orElse(null), centred)) {
            stress();
        } else {
            centre();
        }
    }

    private void centre() {
        centred = place().orElse(null);
        place().ifPresent(p -> surface.show(p, SCALE));
        header.meta(
                place().isPresent()
                        ? map.hall().messages().get("map.inset-meta", Math.round(CIRCLE_METRES))
                        : map.hall().messages().get("map.no-place"));
        stress();
    }

    private void stress() {
        Emphasis none = Emphasis.NONE;
        surface.emphasise(place().map(p -> new Emphasis(
                        feature().orElse(null),
                        List.of(new org.yiping.console.map.Region.Circle(p.x(), p.y(), CIRCLE_METRES)),
                        none.rings(),
                        none.hidden()))
                .orElse(none));
    }

    private Optional<Hit.Feature> feature() {
        return switch (map.desk().selection().picked()) {
            case Picked.OfCase(CaseId id) -> Optional.of(new Hit.Feature(CityMap.CASES, id.value()));
            case Picked.OfSensor(SensorId id) -> Optional.of(new Hit.Feature(CityMap.SENSORS, id.value()));
            case Picked.OfUnit(String id) -> Optional.of(new Hit.Feature(CityMap.UNITS, id));
            case Picked.OfCamera(var _),
                    Picked.OfComponent(var _),
                    Picked.OfArea(var _),
                    Picked.OfPoint(var _),
                    Picked.Nothing() -> Optional.empty();
        };
    }

    /// Where what is picked stands, as far as it is a place of its own.
    private Optional<Position> position() {
        Stores stores = map.desk().stores();
        return switch (map.desk().selection().picked()) {
            case Picked.OfCase(var _) ->
                map.desk().pickedCase().map(Case::place).flatMap(p -> Optional.ofNullable(p.position()));
            case Picked.OfSensor(SensorId id) -> stores.sensors().find(id).map(Sensor::position);
            case Picked.OfUnit(String id) -> stores.units().find(id).map(FieldUnit::position);
            case Picked.OfPoint(Position at) -> Optional.of(at);
            case Picked.OfCamera(var _), Picked.OfComponent(var _), Picked.OfArea(var _), Picked.Nothing() ->
                Optional.empty();
        };
    }

    private Optional<CityPoint> place() {
        return map.engine()
                .get()
                .flatMap(e -> position().map(p -> e.projection().toCity(p)));
    }
}
