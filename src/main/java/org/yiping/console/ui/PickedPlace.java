package org.yiping.console.ui;

import java.util.Optional;
import org.yiping.console.store.Selection;
import org.yiping.console.store.Stores;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Sensor;

/// Where that is what a seat has picked (所选位置). Stateless; any thread.
///
/// An area is no place, and neither is a camera whose position is a stand-in for one that is not known.
public final class PickedPlace {
    private PickedPlace() {}

    public static Optional<Position> of(Desk desk) {
        Stores stores = desk.stores();
        return switch (desk.selection().picked()) {
            case Selection.Picked.OfCase(CaseId id) ->
                stores.cases()
                        .find(id)
                        .flatMap(c -> Optional.ofNullable(c.place().position()));
            case Selection.Picked.OfCamera(var id) ->
                stores.cameras().find(id).filter(Camera::standsOnMap).map(Camera::position);
            case Selection.Picked.OfComponent(var id) ->
                stores.components().known().flatMap(table -> table.find(id)).map(c -> c.position());
            case Selection.Picked.OfUnit(String id) -> stores.units().find(id).map(FieldUnit::position);
            case Selection.Picked.OfSensor(var id) -> stores.sensors().find(id).map(Sensor::position);
            case Selection.Picked.OfPoint(Position at) -> Optional.of(at);
            case Selection.Picked.OfArea(var _), Selection.Picked.Nothing() -> Optional.empty();
        };
    }
}
