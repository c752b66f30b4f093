package org.yiping.console.ui.camera;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.CameraUse.Preset;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;

/// All presets (预置位) of a camera by number, to call, to set where it looks now, to delete. FX thread.
///
/// To delete takes two presses of the same button: what was set cannot be had back.
final class PresetSheet {
    private static final int MOST = 255;
    private static final int LONGEST = 64;

    private final Messages messages;
    private final BiConsumer<String, Preset> act;
    private final Label title = Nodes.keep("", "t-name");
    private final FlowPane all = new FlowPane();
    private final TextField number = new TextField();
    private final TextField name = new TextField();
    private final Label fault = Nodes.whenSaid(Nodes.label("", "t-red"));
    private final KeyButton delete;
    private final Region root;
    private List<Preset> presets = List.of();
    private String sure = "";

    /// `act` is told call, set or delete.
    PresetSheet(Messages messages, BiConsumer<String, Preset> act, Runnable close) {
        this.messages = messages;
        this.act = act;
        number.setId("ptz/preset-number");
        number.setPromptText(messages.get("ptz.preset-number"));
        number.setAccessibleText(messages.get("ptz.preset-number"));
        number.getStyleClass().add("preset-number");
        name.setId("ptz/preset-name");
        name.setPromptText(messages.get("ptz.preset-name"));
        name.setAccessibleText(messages.get("ptz.preset-name"));
        delete = new KeyButton(messages, "ptz/preset-delete", messages.get("ptz.preset-delete"), "", this::delete)
                .danger();
        FlowPane buttons = new FlowPane(
                new KeyButton(messages, "ptz/preset-call", messages.get("ptz.preset-call"), "", () -> ask("call"))
                        .primary(),
                new KeyButton(messages, "ptz/preset-set", messages.get("ptz.preset-set"), "", () -> ask("set")),
                delete,
                new KeyButton(messages, "ptz/preset-close", messages.get("ptz.close"), "", close).flat());
        buttons.getStyleClass().add("camera-buttons");
        all.getStyleClass().add("preset-list");
        root = Nodes.column("camera-sheet", title, all, Nodes.row("line", number, Nodes.grow(name)), fault, buttons);
        number.textProperty().subscribe(_ -> unsure());
        number.setOnAction(_ -> ask("call"));
        name.setOnAction(_ -> ask("set"));
    }

    Region root() {
        return root;
    }

    TextField first() {
        return number;
    }

    void show(String camera, List<Preset> known) {
        String now = messages.get("ptz.presets-of", camera);
        if (!now.equals(title.getText())) {
            number.clear(); // what was begun was another camera's
            name.clear();
        }
        title.setText(now);
        if (known.equals(presets) && !all.getChildren().isEmpty()) {
            return;
        }
        presets = known;
        all.getChildren().clear();
        if (known.isEmpty()) {
            all.getChildren().add(Nodes.label(messages.get("ptz.no-presets"), "t-second"));
        }
        for (Preset p : known) {
            all.getChildren()
                    .add(new KeyButton(
                                    messages,
                                    "ptz/preset-row-" + p.number(),
                                    messages.get("ptz.preset", p.number(), p.name()),
                                    "",
                                    () -> choose(p))
                            .low());
        }
    }

    private void choose(Preset preset) {
        number.setText(Integer.toString(preset.number()));
        name.setText(preset.name());
        name.requestFocus();
    }

    private void ask(String what) {
        wanted(what).ifPresent(p -> act.accept(what, p));
        unsure();
    }

    private void delete() {
        Optional<Preset> wanted = wanted("delete");
        if (wanted.isEmpty()) {
            return;
        }
        if (sure.equals(number.getText())) {
            ask("delete");
        } else {
            sure = number.getText();
            delete.words(messages.get("ptz.preset-delete-sure", wanted.get().number()));
        }
    }

    private void unsure() {
        sure = "";
        delete.words(messages.get("ptz.preset-delete"));
        fault.setText("");
    }

    private Optional<Preset> wanted(String what) {
        int n = number(number.getText().strip());
        String called = name.getText().strip();
        if (n < 1 || n > MOST) {
            fault.setText(messages.get("ptz.preset-range", MOST));
            return Optional.empty();
        }
        if (what.equals("set") && (called.isEmpty() || called.length() > LONGEST)) {
            fault.setText(messages.get("ptz.preset-unnamed", LONGEST));
            return Optional.empty();
        }
        return Optional.of(new Preset(n, called.length() > LONGEST ? "" : called));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
