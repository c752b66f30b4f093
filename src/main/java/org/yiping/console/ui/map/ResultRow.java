package org.yiping.console.ui.map;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.CaseRow;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.SensorFace;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.map.Found.Kind;
import org.yiping.console.ui.map.Found.Row;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.SensorId;

/// One line of what was found: a thing with its distance, or the head of a group with its count. FX thread.
final class ResultRow extends ListCell<Row> {
    private final CityMap map;
    private final Messages messages;
    private final Supplier<Optional<Position>> centre;
    private final CaseRow caseRow;
    private final SensorFace said;
    private final FontIcon icon = Icons.of(Icons.CAMERA, Icons.Size.CONTROL);
    private final Label name = Nodes.cut("", "t-body");
    private final Label second = Nodes.cut("", "t-second");
    private final Label distance = Nodes.keep("", "t-strong");
    private final HBox other;
    private final FontIcon fold = Icons.of(Icons.FOLDED, Icons.Size.ROW);
    private final Label title = Nodes.cut("", "t-body");
    private final Label count = Nodes.keep("", "t-second");
    private final HBox head;

    ResultRow(CityMap map, Supplier<Optional<Position>> centre) {
        this.map = map;
        this.messages = map.hall().messages();
        this.centre = centre;
        caseRow = new CaseRow(messages);
        said = new SensorFace(map.desk(), messages);
        VBox lines = new VBox(name, second);
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
        other = Nodes.row("two-line-row", icon, Nodes.grow(lines), distance);
        head = Nodes.row("result-head", fold, title, Nodes.spring(), count);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Row item, boolean isEmpty) {
        super.updateItem(item, isEmpty);
        repaint();
    }

    void repaint() {
        Row item = getItem();
        if (item == null || isEmpty()) {
            setGraphic(null);
            return;
        }
        switch (item) {
            case Row.Head(Kind kind, int many) -> head(messages.get(title(kind)), many, null, "t-strong");
            case Row.ClassHead(var code, int many, boolean unfolded) ->
                head(map.words().classes(code.value()), many, unfolded ? Icons.UNFOLDED : Icons.FOLDED, "t-body");
            case Row.More(var _, int left) -> head(messages.get("map.results-more", left), 0, Icons.OPEN, "t-second");
            case Row.Thing(Kind kind, String id) -> thing(kind, id);
        }
    }

    static String title(Kind kind) {
        return switch (kind) {
            case CASES -> "map.group-cases";
            case CAMERAS -> "map.cameras-short";
            case SENSORS -> "map.sensors";
            case STAFF -> "map.staff";
            case VEHICLES -> "map.vehicles";
            case COMPONENTS -> "map.group-components";
        };
    }

    private void thing(Kind kind, String id) {
        switch (kind) {
            case CASES -> {
                Case value = map.desk().stores().cases().rows().get(new CaseId(id));
                if (value != null) {
                    caseRow.show(
                            CaseFace.of(
                                    value, map.desk(), map.words(), map.hall().now()),
                            map.hall().now());
                }
                graphic(value == null ? null : caseRow);
            }
            case CAMERAS -> {
                Camera c = map.desk().stores().cameras().rows().get(new CameraId(id));
                if (c != null) {
                    other(
                            c.state().offline() ? Icons.CAMERA_OFF : Icons.CAMERA,
                            c.name(),
                            MapCard.state(c.state(), messages),
                            c.position());
                }
            }
            case SENSORS ->
                map.desk()
                        .stores()
                        .sensors()
                        .find(new SensorId(id))
                        .ifPresent(s -> other(
                                Icons.SENSOR, s.name(), said.said(s, map.hall().now()), s.position()));
            case STAFF, VEHICLES ->
                map.desk()
                        .stores()
                        .units()
                        .find(id)
                        .ifPresent(u -> other(
                                kind == Kind.VEHICLES ? Icons.LOCATE : Icons.PERSON,
                                u.name(),
                                map.words().unit(u.kind()) + " · "
                                        + map.words().moment(u.at(), map.hall().now()),
                                u.position()));
            case COMPONENTS -> {
                Component c = map.component(id).orElse(null);
                other(
                        Icons.SELECT_BOX,
                        c == null ? id : c.name(),
                        c == null ? messages.get("map.group-components") : id,
                        c == null ? null : c.position());
            }
        }
    }

    private void head(String words, int many, @Nullable String sign, String style) {
        Nodes.show(fold, sign != null);
        if (sign != null) {
            Icons.change(fold, sign);
        }
        title.getStyleClass().setAll("label", style);
        head.getStyleClass().setAll(sign == null ? "result-head" : "result-class");
        title.setText(words);
        count.setText(many == 0 ? "" : Numbers.whole(many));
        graphic(head);
    }

    private void other(String sign, String words, String line, @Nullable Position at) {
        Icons.change(icon, sign);
        name.setText(words);
        second.setText(line);
        distance.setText(
                at == null
                        ? ""
                        : centre.get()
                                .map(c -> map.words().metres(c.distanceMetres(at)))
                                .orElse(""));
        graphic(other);
    }

    private void graphic(@Nullable Node next) {
        if (!Objects.equals(getGraphic(), next)) {
            setGraphic(next);
        }
    }
}
