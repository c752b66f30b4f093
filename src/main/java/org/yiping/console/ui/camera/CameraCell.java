package org.yiping.console.ui.camera;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.camera.Camera;

/// One camera in the list: street and spot on two lines, and that it is offline. FX thread.
final class CameraCell extends ListCell<Camera> {
    private final Messages messages;
    private final Label street = Nodes.cut("", "t-body");
    private final Label spot = Nodes.cut("", "t-second");
    private final Label state = Nodes.keep("", "t-age");
    private final VBox lines = new VBox(street, spot);
    private final HBox row = Nodes.row("plain-row", Icons.of(Icons.CAMERA, Icons.Size.ROW), Nodes.grow(lines), state);

    CameraCell(Messages messages) {
        this.messages = messages;
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Camera camera, boolean isEmpty) {
        super.updateItem(camera, isEmpty);
        if (isEmpty || camera == null) {
            setGraphic(null);
            return;
        }
        CameraName name = CameraName.of(camera.name());
        street.setText(name.street());
        spot.setText(name.spot());
        Nodes.show(spot, !name.spot().isEmpty());
        state.setText(camera.state().online() ? "" : messages.get("camera.offline-short"));
        setAccessibleText(camera.name() + " " + state.getText());
        setGraphic(row);
    }
}
