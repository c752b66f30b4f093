package org.yiping.console.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.KeyMap;
import org.yiping.console.ui.Nodes;

/// The map of keys (键位表), by what they belong to: Enter and then a key gives it to the action of the row, Delete takes
/// it off, Backspace restores it. A key that another action holds is refused in words. FX thread.
final class KeySheet {
    private final Messages messages;
    private final KeyMap map;
    private final Supplier<List<Action>> actions;
    private final Label says = Nodes.cut("", "t-second");
    private final ListView<Action> list = new ListView<>();
    private final Overlay overlay;
    private final VBox root;
    private @Nullable Action waits;

    KeySheet(String window, Messages messages, KeyMap map, Supplier<List<Action>> actions) {
        this.messages = messages;
        this.map = map;
        this.actions = actions;
        list.setId(window + "/keys-list");
        list.setAccessibleText(messages.get("keys.title"));
        list.setCellFactory(_ -> new Cell());
        root = Nodes.column("palette", Nodes.label(messages.get("keys.title"), "section-title"), list, says);
        root.setId(window + "/keys");
        root.setAccessibleText(messages.get("keys.title"));
        root.getStyleClass().add("key-sheet");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        overlay = new Overlay(root, list);
    }

    Region root() {
        return root;
    }

    void open() {
        waits = null;
        refill();
        say("keys.hint");
        overlay.open();
    }

    void close() {
        overlay.close();
    }

    private void refill() {
        int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
        list.getItems()
                .setAll(actions.get().stream()
                        .sorted(Comparator.comparing(Action::group))
                        .toList());
        list.getSelectionModel().select(at);
        list.getFocusModel().focus(at);
    }

    private void key(KeyEvent e) {
        Action asking = waits;
        if (asking != null) {
            e.consume();
            if (e.getCode() == KeyCode.ESCAPE) {
                waits = null;
                say("keys.hint");
            } else if (!Key.of(e).incomplete()) {
                give(Key.of(e), asking);
            }
            return;
        }
        Action chosen = list.getSelectionModel().getSelectedItem();
        switch (e.getCode()) {
            case ESCAPE, F1 -> close();
            case ENTER -> ask(chosen);
            case DELETE -> {
                if (chosen != null) {
                    map.take(chosen);
                    refill();
                }
            }
            case BACK_SPACE -> {
                if (chosen != null) {
                    told(map.restore(chosen, actions.get()).orElse(null), chosen.key());
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void ask(@Nullable Action chosen) {
        waits = chosen;
        if (chosen != null) {
            says.setText(messages.get("keys.press", chosen.words()));
        }
    }

    private void give(Key key, Action to) {
        waits = null;
        told(map.give(key, to, actions.get()).orElse(null), key);
    }

    private void told(@Nullable Action holder, @Nullable Key key) {
        if (holder != null && key != null) {
            says.setText(messages.get("keys.held", key.cap(), holder.words()));
        } else {
            say("keys.kept");
            refill();
        }
    }

    private void say(String key) {
        says.setText(messages.get(key));
    }

    private final class Cell extends ListCell<Action> {
        private final Label group = Nodes.keep("", "t-second", "key-group");
        private final Label words = Nodes.cut("", "t-body");
        private final Label changed = Nodes.keep(messages.get("keys.changed"), "t-second");
        private final Label cap = Nodes.keep("", "key-cap");
        private final HBox row = Nodes.row("plain-row", group, Nodes.grow(words), changed, cap);

        Cell() {
            setPrefWidth(0);
            getStyleClass().add("bare");
            words.setMaxWidth(Double.MAX_VALUE);
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean isEmpty) {
            super.updateItem(action, isEmpty);
            if (action == null || isEmpty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            int above = getIndex() - 1;
            boolean first = above < 0 || !list.getItems().get(above).group().equals(action.group());
            group.setText(first ? action.group() : "");
            words.setText(action.words());
            Key key = map.of(action);
            cap.setText(key == null ? "—" : key.cap());
            Nodes.show(changed, map.changed(action));
            setAccessibleText(action.group() + " " + action.words() + " " + cap.getText());
            setGraphic(row);
        }
    }
}
