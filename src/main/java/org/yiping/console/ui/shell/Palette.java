package org.yiping.console.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.TypedText;

/// The palette (命令面板): a few letters, an arrow, Enter; everything the window can do is in it, and what the stores hold.
/// Esc leaves it. FX thread.
final class Palette {
    private final Function<String, List<Entry>> finds;
    private final Consumer<Entry> perform;
    private final TextField typed = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final Overlay overlay;
    private final VBox root;
    private boolean composing;

    Palette(String window, Messages messages, Function<String, List<Entry>> finds, Consumer<Entry> perform) {
        this.finds = finds;
        this.perform = perform;
        typed.setId(window + "/palette-typed");
        typed.setPromptText(messages.get("palette.typed"));
        typed.setAccessibleText(messages.get("palette.typed"));
        TypedText.of(typed).addListener((_, _, _) -> refill());
        typed.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                e -> composing = !e.getComposed().isEmpty());
        typed.focusedProperty().subscribe(_ -> composing = false);
        list.setId(window + "/palette-list");
        list.setAccessibleText(messages.get("palette.list"));
        list.setFocusTraversable(false); // the arrows move in it from the field
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Nodes.label(messages.get("palette.nothing"), "t-second"));
        list.setOnMouseClicked(_ -> run());
        root = Nodes.column("palette", typed, list, Nodes.cut(messages.get("palette.hint"), "t-second"));
        root.setId(window + "/palette");
        root.setAccessibleText(messages.get("palette.list"));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        overlay = new Overlay(root, typed);
    }

    Region root() {
        return root;
    }

    boolean isOpen() {
        return overlay.isOpen();
    }

    void open() {
        typed.clear();
        refill();
        overlay.open();
    }

    void close() {
        overlay.close();
    }

    private void refill() {
        list.getItems().setAll(finds.apply(typed.getText()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void key(KeyEvent e) {
        if (composing || e.isShortcutDown() || e.isAltDown()) {
            return; // the input method's own, or the field's
        }
        switch (e.getCode()) {
            case ESCAPE -> close();
            case ENTER -> run();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(8);
            case PAGE_UP -> move(-8);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void move(int by) {
        int size = list.getItems().size();
        if (size > 0) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, size - 1);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 4));
        }
    }

    /// It closes first: what the action does with the focus counts.
    private void run() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        close();
        perform.accept(chosen);
    }

    private static final class Cell extends ListCell<Entry> {
        private final Label words = Nodes.cut("", "t-body");
        private final Label second = Nodes.cut("", "t-second");
        private final Label cap = Nodes.keep("", "key-cap");
        private final HBox row = Nodes.row("plain-row", words, Nodes.grow(second), cap);

        Cell() {
            setPrefWidth(0);
            words.setMinWidth(Region.USE_PREF_SIZE);
            getStyleClass().add("bare");
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean isEmpty) {
            super.updateItem(entry, isEmpty);
            if (entry == null || isEmpty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            words.setText(entry.words());
            second.setText(entry.allowed() ? entry.second() : entry.second() + " · " + entry.refusal());
            words.getStyleClass().removeAll("t-muted");
            if (!entry.allowed()) {
                words.getStyleClass().add("t-muted");
            }
            cap.setText(entry.cap());
            Nodes.show(cap, !entry.cap().isEmpty());
            setAccessibleText(words.getText() + " " + second.getText() + " " + cap.getText());
            setGraphic(row);
        }
    }
}
