package org.yiping.console.ui.dispatch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.command.Aside;

/// The photos, sounds and films that go with the next note (附件): chosen or dropped, kept on disk at once, uploaded
/// with the note. FX thread.
final class NoteFiles {
    /// What one piece of an upload may be; longer films come from the field's own apps.
    private static final long MOST_BYTES = 20L << 20;
    private static final int MOST_FILES = 12;
    private static final Map<String, String> TYPES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "mp4", "video/mp4",
            "webm", "video/webm",
            "m4a", "audio/mp4",
            "mp3", "audio/mpeg",
            "wav", "audio/wav",
            "ogg", "audio/ogg");

    private final Desk desk;
    private final Hall hall;
    private final Label says = Nodes.cut("", "t-second");
    private final KeyButton choose;
    private final List<Aside.Enclosure> files = new ArrayList<>();
    private int round;

    NoteFiles(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        choose = new KeyButton(hall.messages(), "case/beside-files", text("case.beside-files"), "", this::choose).low();
        Nodes.show(says, false);
    }

    KeyButton button() {
        return choose;
    }

    Label says() {
        return says;
    }

    /// Files may be dropped anywhere on this line.
    void dropOn(HBox line) {
        line.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        line.setOnDragDropped(e -> {
            e.setDropCompleted(e.getDragboard().hasFiles());
            add(e.getDragboard().getFiles());
        });
    }

    /// What goes with the note that is being sent; the next one starts with none.
    List<Aside.Enclosure> take() {
        List<Aside.Enclosure> taken = List.copyOf(files);
        clear();
        return taken;
    }

    void clear() {
        files.clear();
        round++;
        say("");
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("case.beside-files"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        text("case.beside-files"),
                        TYPES.keySet().stream().sorted().map(t -> "*." + t).toList()));
        // Owned by no window: an owner would be frozen meanwhile, and an alarm with it.
        List<File> chosen = chooser.showOpenMultipleDialog(null);
        if (chosen != null) {
            add(chosen);
        }
    }

    void add(List<File> chosen) {
        for (File file : chosen) {
            add(file);
        }
    }

    private void add(File file) {
        String name = file.getName();
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null) {
            say(hall.messages().get("case.file-type", name));
            return;
        }
        int mine = round;
        hall.background()
                .run(
                        () -> {
                            if (file.length() > MOST_BYTES) {
                                throw new IOException("too large");
                            }
                            return desk.outbox()
                                    .attach(Files.readAllBytes(file.toPath()), type)
                                    .get();
                        },
                        id -> {
                            if (mine == round && files.size() < MOST_FILES) {
                                files.removeIf(f -> f.fileId().equals(id));
                                files.add(new Aside.Enclosure(id, "note", null));
                                say(hall.messages().get("case.files-ready", files.size()));
                            }
                        },
                        _ -> say(hall.messages().get("case.file-not-read", name, MOST_BYTES >> 20)));
    }

    private void say(String words) {
        says.setText(words);
        Nodes.show(says, !words.isEmpty());
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
