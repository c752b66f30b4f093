package org.yiping.console.ui.map;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.CaseMark;
import org.yiping.console.ui.control.CountdownLabel;
import org.yiping.console.ui.control.DataAge;
import org.yiping.console.ui.control.IconButton;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.LimitBar;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.component.Component;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;

/// What is picked on the map, beside its symbol: a case with its countdown, a camera, somebody in the field, a
/// component. FX thread.
final class MapCard {
    private static final double WATCH_METRES = 500;

    private final CityMap map;
    private final Messages messages;
    private final Runnable close;
    private final VBox root = Nodes.column("map-card");
    private final CountdownLabel countdown;
    private final LimitBar bar;
    private @Nullable CaseId shownCase;

    MapCard(CityMap map, Runnable close) {
        this.map = map;
        this.messages = map.hall().messages();
        this.close = close;
        countdown = new CountdownLabel(messages);
        countdown.getStyleClass().add("card");
        bar = new LimitBar(messages);
        bar.getStyleClass().add("wide");
        root.setVisible(false);
    }

    Region root() {
        return root;
    }

    /// Fills the card; where the thing is, if it is anywhere.
    Optional<Position> show(Selection.Picked picked) {
        shownCase = null;
        root.getChildren().clear();
        return switch (picked) {
            case Selection.Picked.OfCase(CaseId id) ->
                map.desk().stores().cases().find(id).flatMap(this::fill);
            case Selection.Picked.OfCamera(CameraId id) ->
                map.desk().stores().cameras().find(id).map(this::fill);
            case Selection.Picked.OfUnit(String id) ->
                map.desk().stores().units().find(id).map(this::fill);
            case Selection.Picked.OfComponent(var id) ->
                map.desk()
                        .stores()
                        .components()
                        .known()
                        .flatMap(b -> b.rows().stream()
                                .filter(c -> c.id().equals(id))
                                .findFirst()
                                .map(this::fill));
            case Selection.Picked.OfArea(var _), Selection.Picked.OfPoint(var _), Selection.Picked.Nothing() ->
                Optional.empty();
        };
    }

    void tick(Instant now) {
        CaseId id = shownCase;
        if (id != null) {
            map.desk().stores().cases().find(id).ifPresent(c -> {
                CaseFace face = CaseFace.of(c, map.desk(), map.words(), now);
                countdown.show(face.countdown());
                bar.show(face.countdown());
            });
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
            case CityMap.UNITS -> map.desk().stores().units().find(id).map(FieldUnit::name);
            default -> Optional.of(id);
        };
    }

    private Optional<Position> fill(Case value) {
        Position at = value.place().position();
        if (at == null) {
            return Optional.empty();
        }
        shownCase = value.id();
        Instant now = map.hall().now();
        CaseFace face = CaseFace.of(value, map.desk(), map.words(), now);
        CaseMark mark = new CaseMark(messages, 20);
        mark.show(Clocks.shape(value.subject().kind()), Clocks.light(face.light()));
        var title = Nodes.row("line", mark, Nodes.keep(face.text().name(), "t-name"));
        face.tags().forEach(k -> title.getChildren().add(Tag.of(k, messages)));
        if (value.report().simulated()) {
            title.getChildren().add(new SimulatedTag(SimulatedTag.What.SHORT, messages));
        }
        countdown.show(face.countdown());
        bar.show(face.countdown());
        boolean running = face.text().time().isEmpty();
        Node time = running ? countdown : Nodes.keep(face.text().time(), "t-name");
        head(title);
        root.getChildren().add(Nodes.row("line", Nodes.cut(face.text().criterion(), "t-body"), Nodes.spring(), time));
        root.getChildren()
                .add(Nodes.cut(
                        face.text().place() + " · "
                                + map.words().state(value.progress().state()),
                        "t-second"));
        if (running) {
            root.getChildren().add(bar);
        }
        nearestCamera(at)
                .ifPresent(camera -> root.getChildren()
                        .add(Nodes.row(
                                "map-card-actions",
                                new KeyButton(
                                                messages,
                                                "map/card-camera",
                                                messages.get("map.watch"),
                                                "C",
                                                () -> watch(camera))
                                        .low(),
                                Nodes.cut(
                                        camera.name() + " · "
                                                + map.words().metres(at.distanceMetres(camera.position())),
                                        "t-second"))));
        return Optional.of(at);
    }

    private void watch(Camera camera) {
        map.desk().selection().pick(new Selection.Picked.OfCamera(camera.id()));
    }

    private Optional<Camera> nearestCamera(Position at) {
        return map.desk()
                .stores()
                .cameras()
                .rows()
                .values()
                .filter(c -> c.state().online())
                .min(Comparator.comparingDouble(c -> c.position().distanceMetres(at)))
                .filter(c -> c.position().distanceMetres(at) <= WATCH_METRES);
    }

    private Position fill(Camera c) {
        var title = Nodes.row(
                "line",
                Icons.of(c.state().online() ? Icons.CAMERA : Icons.CAMERA_OFF, Icons.Size.CONTROL),
                Nodes.cut(c.name(), "t-name"));
        if (c.state().simulated()) {
            title.getChildren().add(new SimulatedTag(SimulatedTag.What.SHORT, messages));
        }
        head(title);
        Label state = Nodes.cut(
                messages.get(c.state().online() ? "map.online" : "map.offline"),
                "t-second",
                c.state().online() ? "t-muted" : "t-red");
        root.getChildren().addAll(state, Nodes.cut(c.id().value(), "t-second"));
        return c.position();
    }

    private Position fill(FieldUnit u) {
        head(Nodes.row("line", Icons.of(Icons.PERSON, Icons.Size.CONTROL), Nodes.cut(u.name(), "t-name")));
        DataAge age = new DataAge(messages);
        age.show(Duration.between(u.at(), map.hall().now()), Duration.ofSeconds(60), false);
        root.getChildren().addAll(Nodes.cut(map.words().unit(u.kind()), "t-second"), Nodes.row("line", age));
        return u.position();
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
        title.getChildren()
                .addAll(
                        Nodes.spring(),
                        new IconButton("map/card-close", Icons.CLOSE, messages.get("map.close"), close));
        root.getChildren().add(title);
    }
}
