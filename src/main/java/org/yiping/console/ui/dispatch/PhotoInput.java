package org.yiping.console.ui.dispatch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;

/// Photos that go with an action. FX thread.
final class PhotoInput {
    private static final long MOST_BYTES = 10_000_000;

    private final CaseViewModel model;
    private final Hall hall;
    private final Consumer<String> refused;

    PhotoInput(CaseViewModel model, Hall hall, Consumer<String> refused) {
        this.model = model;
        this.hall = hall;
        this.refused = refused;
    }

    /// Photos are dropped onto the field from the desktop, or chosen by Space or a click; each is kept on disk at once.
    Node node() {
        Label target = Nodes.label(hall.messages().get("case.drop-photos"), "t-second");
        target.setId("case/photos");
        target.setFocusTraversable(true);
        target.getStyleClass().add("drop-target");
        target.setMaxWidth(Double.MAX_VALUE);
        target.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        target.setOnDragDropped(e -> {
            e.setDropCompleted(e.getDragboard().hasFiles());
            e.getDragboard().getFiles().forEach(f -> attach(f, target));
        });
        target.setOnMouseClicked(_ -> choose(target));
        target.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.SPACE) {
                e.consume();
                choose(target);
            }
        });
        return target;
    }

    private void choose(Label target) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(hall.messages().get("case.photos-choose"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        hall.messages().get("case.photos-choose"), "*.jpg", "*.jpeg", "*.png"));
        List<File> chosen = chooser.showOpenMultipleDialog(null); // an owner would be frozen meanwhile
        if (chosen != null) {
            chosen.forEach(f -> attach(f, target));
        }
    }

    private void attach(File file, Label target) {
        hall.background()
                .run(
                        () -> {
                            if (file.length() > MOST_BYTES) {
                                throw new IOException("too large");
                            }
                            String type =
                                    file.getName().toLowerCase(Locale.ROOT).endsWith(".png")
                                            ? "image/png"
                                            : "image/jpeg";
                            return model.desk()
                                    .outbox()
                                    .attach(Files.readAllBytes(file.toPath()), type)
                                    .get();
                        },
                        id -> {
                            Choice c = model.choice().get();
                            List<String> all = new ArrayList<>(c.photos());
                            all.add(id);
                            model.choose(c.withPhotos(all));
                            target.setText(hall.messages().get("case.photos-kept", all.size()));
                        },
                        _ -> refused.accept(hall.messages().get("case.photo-refused", file.getName())));
    }
}
