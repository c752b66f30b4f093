package org.yiping.console.ui.map;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.SensorFace;
import org.yiping.console.ui.control.DataAge;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.component.Component;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.sensor.SensorState;

/// What is picked on the map, beside its symbol: a case with its countdown, a camera, a sensor, somebody in
/// the field, a component. FX thread.
final class MapCard {
    private final CityMap map;
    private final Messages messages;
    private final Runnable close;
    private final VBox root = Nodes.column("map-card");
    private final CaseCard card;
    private final DataAge age;
    private final Label sensorValue = Nodes.keep("", "t-strong");
    private final Label sensorState = Nodes.keep("", "t-body");
    private Selection.Picked shown = new Selection.Picked.Nothing();
    private @Nullable Position at;

    MapCard(CityMap map, Runnable close) {
        this.map = map;
        this.messages = map.hall().messages();
        this.close = close;
        card = new CaseCard(map.desk(), map.hall(), map.words(), closes());
        age = new DataAge(messages);
        root.setVisible(false);
        root.setId("map/card");
    }

    Region root() {
        return root;
    }

    /// Where the thing is that the card speaks of, if it is anywhere.
    Optional<Position> at() {
        return Optional.ofNullable(at);
    }

    void show(Selection.Picked picked) {
        shown = picked;
        root.getChildren().clear();
        at = switch (picked) {
            case Selection.Picked.OfCase(CaseId id) ->
                map.desk().stores().cases().find(id).map(this::fill).orElse(null);
            case Selection.Picked.OfCamera(CameraId id) ->
                map.desk().stores().cameras().find(id).map(this::fill).orElse(null);
            case Selection.Picked.OfUnit(String id) ->
                map.desk().stores().units().find(id).map(this::fill).orElse(null);
            case Selection.Picked.OfSensor(SensorId id) ->
                map.desk().stores().sensors().find(id).map(this::fill).orElse(null);
            case Selection.Picked.OfComponent(var id) ->
                map.desk()
                        .stores()
                        .components()
                        .known()
                        .flatMap(table -> table.find(id))
                        .map(this::fill)
                        .orElse(null);
            case Selection.Picked.OfArea(var _), Selection.Picked.OfPoint(var _), Selection.Picked.Nothing() -> null;
        };
    }

    /// Called every second: what moves is followed, and what is gone leaves no card.
    void tick(Instant now) {
        switch (shown) {
            case Selection.Picked.OfCase(CaseId id) ->
                at = map.desk()
                        .stores()
                        .cases()
                        .find(id)
                        .map(c -> follow(c, now))
                        .orElse(null);
            case Selection.Picked.OfUnit(String id) ->
                at = map.desk()
                        .stores()
                        .units()
                        .find(id)
                        .map(u -> follow(u, now))
                        .orElse(null);
            case Selection.Picked.OfSensor(SensorId id) ->
                at = map.desk()
                        .stores()
                        .sensors()
                        .find(id)
                        .map(s -> follow(s, now))
                        .orElse(null);
            case Selection.Picked.OfCamera(var _),
                    Selection.Picked.OfComponent(var _),
                    Selection.Picked.OfArea(var _),
                    Selection.Picked.OfPoint(var _),
                    Selection.Picked.Nothing() -> {}
        }
    }

    /// The short name under the pointer.
    Optional<String> name(String layer, String id) {
        return switch (layer) {
            case CityMap.CASES ->
                map.desk()
                        .stores()
                        .cases()
                        .find(new CaseId(id))
                        .map(c -> map.words().name(c) + " · " + map.words().place(c));
            case CityMap.CAMERAS ->
                map.desk().stores().cameras().find(new CameraId(id)).map(Camera::name);
            case CityMap.UNITS -> map.desk().stores().units().find(id).map(this::name);
            case CityMap.SENSORS ->
                map.desk()
                        .stores()
                        .sensors()
                        .find(new SensorId(id))
                        .map(s -> s.name() + " · "
                                + map.sensors().said(s, map.hall().now()));
            default -> Optional.of(id);
        };
    }

    private @Nullable Position fill(Case value) {
        root.getChildren().setAll(card.rows());
        return follow(value, map.hall().now());
    }

    private @Nullable Position follow(Case value, Instant now) {
        card.show(value, now);
        return value.place().position();
    }

    /// What is known of a camera, in one word.
    static String state(CameraState s, Messages messages) {
        return messages.get(s.online() ? "map.online" : s.offline() ? "map.offline" : "map.state-unknown");
    }

    private @Nullable Position fill(Camera c) {
        var title = Nodes.row(
                "line",
                Icons.of(c.state().offline() ? Icons.CAMERA_OFF : Icons.CAMERA, Icons.Size.CONTROL),
                Nodes.cut(c.name(), "t-name"));
        if (c.state().simulated()) {
            title.getChildren().add(new SimulatedTag(SimulatedTag.What.SHORT, messages));
        }
        head(title);
        Label state =
                Nodes.cut(state(c.state(), messages), "t-second", c.state().offline() ? "t-red" : "t-muted");
        root.getChildren().addAll(state, Nodes.cut(c.id().value(), "t-second"));
        if (!c.standsOnMap()) {
            root.getChildren().add(Nodes.label(messages.get("directory.not-placed"), "t-second"));
            return null;
        }
        return c.position();
    }

    /// With the age of the last word, where that is not one of now.
    private String name(FieldUnit u) {
        Duration old = Duration.between(u.at(), map.hall().now());
        return old.compareTo(LiveWriter.peoplePromise(map.desk())) > 0
                ? messages.get("map.heard-ago", u.name(), map.words().age(old))
                : u.name();
    }

    private Position fill(FieldUnit u) {
        head(Nodes.row("line", Icons.of(Icons.PERSON, Icons.Size.CONTROL), Nodes.cut(u.name(), "t-name")));
        root.getChildren().addAll(Nodes.cut(map.words().unit(u.kind()), "t-second"), Nodes.row("line", age));
        return follow(u, map.hall().now());
    }

    private Position follow(FieldUnit u, Instant now) {
        age.show(Duration.between(u.at(), now), LiveWriter.peoplePromise(map.desk()), false);
        return u.position();
    }

    private Position fill(Sensor s) {
        var title = Nodes.row("line", Icons.of(Icons.SENSOR, Icons.Size.CONTROL), Nodes.cut(s.name(), "t-name"));
        if (s.simulated()) {
            title.getChildren().add(new SimulatedTag(SimulatedTag.What.SHORT, messages));
        }
        head(title);
        root.getChildren()
                .addAll(
                        Nodes.row("line", sensorValue, sensorState),
                        Nodes.cut(map.sensors().kind(s), "t-second"),
                        Nodes.cut(map.sensors().limits(s), "t-second"),
                        Nodes.row("line", age));
        return follow(s, map.hall().now());
    }

    /// Without a word of it there is no value and no age; a lost link ages what there is.
    private Position follow(Sensor s, Instant now) {
        SensorFace face = map.sensors();
        SensorState state = face.state(s, now);
        sensorValue.setText(face.value(s));
        sensorState.setText(face.words(state));
        sensorState.getStyleClass().removeAll("t-red", "t-yellow", "t-muted");
        switch (state) {
            case ALARM -> sensorState.getStyleClass().add("t-red");
            case WARNING -> sensorState.getStyleClass().add("t-yellow");
            case UNKNOWN, STALE, FAULT -> sensorState.getStyleClass().add("t-muted");
            case NORMAL -> {}
        }
        Reading last = map.desk().stores().readings().find(s.id()).orElse(null);
        if (last == null) {
            age.unknown();
        } else {
            age.show(
                    Duration.between(last.at(), now),
                    face.promise(),
                    !map.desk().stores().readings().freshness().live());
        }
        return s.position();
    }

    private Position fill(Component c) {
        head(Nodes.row("line", Nodes.cut(c.name(), "t-name")));
        root.getChildren().add(Nodes.cut(c.id().value() + " · " + c.classCode().value(), "t-second"));
        if (c.owner() != null) {
            root.getChildren().add(Nodes.cut(map.words().department(c.owner()), "t-second"));
        }
        return c.position();
    }

    private void head(javafx.scene.layout.HBox title) {
        title.getChildren().addAll(Nodes.spring(), closes());
        root.getChildren().add(title);
    }

    private IconButton closes() {
        return new IconButton("map/card-close", Icons.CLOSE, messages.get("map.close"), close);
    }
}
