package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.CameraUse.Preset;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.camera.PtzState.Kind;
import org.yiping.console.ui.camera.PtzState.Way;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.Device;

/// Turns the selected tile's camera (云台): six buttons that are held, its first presets, and what became of it. FX
/// thread.
final class PtzBar {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final int SHOWN = 3;
    private static final int KEYED = 9;
    private static final Map<Way, Sign> SIGNS = signs();

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final PtzWords words;
    private final Runaways runaways;
    private final @Nullable PtzHand hand;
    private final @Nullable PtzKeys keys;
    private final CameraSheets sheets;
    private final PresetSheet sheet;
    private final Label state = Nodes.whenSaid(Nodes.label("", "ptz-state"));
    private final HBox ways = new HBox();
    private final HBox shown = new HBox();
    private final KeyButton more;
    private final FlowPane root;
    private @Nullable Camera camera;
    private List<Preset> presets = List.of();
    private String asked = "";
    private String refusal = "";
    private boolean running;

    /// What stands on a button, the end of its id, the key of its name, and its key.
    private record Sign(String text, String id, String words, KeyCode key) {}

    PtzBar(Desk desk, Hall hall, CameraSheets sheets) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        this.sheets = sheets;
        words = new PtzWords(desk, messages);
        runaways = new Runaways(desk, hall, words);
        hand = desk.lookup()
                .cameras()
                .map(use -> new PtzHand(use, hall.fx(), this::told))
                .orElse(null);
        keys = hand == null ? null : new PtzKeys(hand, () -> refusal.isEmpty());
        sheet = new PresetSheet(messages, this::preset, sheets::close);
        more = new KeyButton(messages, "ptz/presets", messages.get("ptz.presets"), "Shift P", this::presets).low();
        ways.getStyleClass().add("ptz-ways");
        ways.getChildren().add(Nodes.keep(messages.get("ptz.shift"), "key-cap"));
        SIGNS.forEach((way, sign) -> ways.getChildren().add(button(way, sign)));
        shown.getStyleClass().add("ptz-ways");
        Label title = Nodes.keep(messages.get("ptz.title"), "t-body"); // of the tile that is framed
        root = new FlowPane(title, ways, shown, more, state);
        root.getStyleClass().addAll("camera-buttons", "ptz-bar");
        root.setId("ptz/bar");
        root.sceneProperty().subscribe(this::hear);
        show();
    }

    private static Map<Way, Sign> signs() {
        Map<Way, Sign> signs = new EnumMap<>(Way.class);
        signs.put(Way.LEFT, new Sign("←", "left", "ptz.way-left", KeyCode.LEFT));
        signs.put(Way.UP, new Sign("↑", "up", "ptz.way-up", KeyCode.UP));
        signs.put(Way.DOWN, new Sign("↓", "down", "ptz.way-down", KeyCode.DOWN));
        signs.put(Way.RIGHT, new Sign("→", "right", "ptz.way-right", KeyCode.RIGHT));
        signs.put(Way.NEARER, new Sign("+", "nearer", "ptz.way-nearer", KeyCode.EQUALS));
        signs.put(Way.WIDER, new Sign("−", "wider", "ptz.way-wider", KeyCode.MINUS));
        return signs;
    }

    /// Held with the mouse; the release comes here wherever the pointer is by then.
    private Button button(Way way, Sign sign) {
        Button button = new Button(sign.text());
        button.setId("ptz/" + sign.id());
        button.getStyleClass().add("ptz-way");
        button.setFocusTraversable(false); // held, not pressed: keys hold it by Shift and theirs
        String called = messages.get(sign.words());
        button.setAccessibleText(called);
        button.setTooltip(new Tooltip(called));
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            if (hand != null && refusal.isEmpty()) {
                button.pseudoClassStateChanged(DOWN, true);
                hand.press(way);
            }
        });
        button.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            button.pseudoClassStateChanged(DOWN, false);
            if (hand != null) {
                hand.release(way);
            }
        });
        return button;
    }

    /// One more button, after the presets.
    void add(Node node) {
        root.getChildren().add(root.getChildren().size() - 1, node);
    }

    Region root() {
        return root;
    }

    /// The page is seen: its keys are heard.
    void start() {
        running = true;
        hear(root.getScene());
    }

    private void hear(@Nullable Scene scene) {
        if (keys != null && scene != null && running) {
            keys.hear(scene);
        } else if (keys != null) {
            keys.leave();
        }
    }

    /// The page is hidden: whatever turned is stopped.
    void stop() {
        running = false;
        hear(null);
    }

    /// The selected tile's camera as it is known now; called whenever it may have changed.
    void at(@Nullable Camera next) {
        CameraId before = camera == null ? null : camera.id();
        CameraId now = next == null ? null : next.id();
        boolean another = !Objects.equals(before, now);
        camera = next;
        String why = words.refusal(next, Device.PTZ).orElse("");
        if (!another && why.equals(refusal)) {
            return;
        }
        refusal = why;
        if (another) {
            sheets.close();
            presets = List.of();
            state.setText("");
            if (hand != null) {
                hand.at(now);
            }
            list();
        } else if (why.isEmpty()) {
            state.setText(""); // it said why not
            list();
        } else if (hand != null) {
            hand.letGo();
        }
        show();
    }

    private void list() {
        Camera of = camera;
        if (of == null || words.refusal(of, Device.PRESETS).isPresent()) {
            return;
        }
        desk.lookup().cameras().ifPresent(use -> {
            var _ = use.presets(of.id())
                    .thenAccept(found -> hall.fx().execute(() -> {
                        if (camera != null && camera.id().equals(of.id())) {
                            listed(found);
                        }
                    }));
        });
    }

    private void listed(Found<List<Preset>> found) {
        switch (found) {
            case Found.Got<List<Preset>>(List<Preset> all) ->
                presets = all.stream()
                        .sorted(java.util.Comparator.comparingInt(Preset::number))
                        .toList();
            case Found.Refused<List<Preset>> r -> say(messages.get("ptz.presets-failed", words.why(r.code())), true);
            case Found.Unreachable<List<Preset>> _ ->
                say(messages.get("ptz.presets-failed", messages.get("ptz.why-lost")), true);
        }
        show();
    }

    private void show() {
        Camera of = camera;
        root.setAccessibleText(of == null ? messages.get("ptz.title") : messages.get("ptz.title-of", of.name()));
        for (var child : ways.getChildren()) {
            child.pseudoClassStateChanged(REFUSED, !refusal.isEmpty());
        }
        if (!refusal.isEmpty()) {
            say(refusal, false);
        }
        Optional<String> none = words.refusal(of, Device.PRESETS);
        none.ifPresentOrElse(more::forbid, more::allow);
        Nodes.show(more, refusal.isEmpty() || none.isEmpty());
        shown.getChildren().clear();
        if (none.isEmpty()) {
            presets.stream().limit(SHOWN).forEach(p -> shown.getChildren().add(preset(p)));
        }
        Nodes.show(shown, !shown.getChildren().isEmpty());
        sheet.show(of == null ? "" : of.name(), presets);
    }

    private KeyButton preset(Preset p) {
        String called = p.name().isBlank() ? messages.get("ptz.preset-plain", p.number()) : p.name();
        String key = p.number() <= KEYED ? Integer.toString(p.number()) : "";
        return new KeyButton(messages, "ptz/preset-" + p.number(), called, key, () -> preset("call", p)).low();
    }

    private void presets() {
        if (more.allowed()) {
            sheets.open(sheet.root(), sheet.first());
        }
    }

    private void preset(String act, Preset p) {
        if (hand == null) {
            return;
        }
        asked = messages.get(
                switch (act) {
                    case "set" -> "ptz.preset-set-of";
                    case "delete" -> "ptz.preset-delete-of";
                    default -> "ptz.preset-call-of";
                },
                p.number(),
                p.name());
        hand.preset(act, p);
        sheets.close();
    }

    private void told(PtzState s) {
        runaways.told(s, hand);
        if (camera == null || !camera.id().equals(s.camera())) {
            return;
        }
        if ((s.kind() == Kind.DONE || s.kind() == Kind.SENT) && !s.what().equals("call")) {
            list(); // another is there now, or none
        }
        say(words.of(s, asked), s.isBad());
    }

    private void say(String text, boolean bad) {
        state.setText(text);
        state.pseudoClassStateChanged(BAD, bad);
    }

    List<Action> actions() {
        List<Action> all = new ArrayList<>();
        SIGNS.forEach(
                (way, sign) -> all.add(hall.action("ptz/" + sign.id(), "ptz.title", sign.words(), () -> nudge(way))
                        .on(new Key(sign.key(), false, false, true))
                        .refused(refusal)));
        return all;
    }

    private void nudge(Way way) {
        if (hand != null && refusal.isEmpty()) {
            hand.nudge(way);
        }
    }
}
