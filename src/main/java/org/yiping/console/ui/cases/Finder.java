package org.yiping.console.ui.cases;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.TypedText;

/// A field one types words into, and the list of what they may mean right below it: the focus stays in
/// the field, arrows move in the list, Enter or Tab takes the row and goes on. FX thread.
///
/// The list lies over what stands below: nothing moves while somebody types.
final class Finder<T> {
    private static final double ROW = 28;
    private static final int ROWS = 8;

    private final TextField field = new TextField();
    private final ListView<T> list;
    private final Label said = Nodes.cut("", "t-second");
    private final VBox root;
    private final Face<T> face;
    private final Taking<T> taking;
    private boolean writing;

    /// How a row reads: its words, and what stands beside them.
    record Face<T>(Function<T, String> words, Function<T, String> beside) {}

    /// What the field is called: its id, its words, and what may be typed there.
    record Name(String id, String words, String hint) {}

    /// What becomes of typing and choosing; `next` goes to the field that follows.
    record Taking<T>(Consumer<String> typed, Consumer<T> taken, Runnable next) {}

    Finder(Messages messages, Name name, ObservableList<T> found, Face<T> face, Taking<T> taking) {
        this.face = face;
        this.taking = taking;
        Label label = Nodes.label(name.words(), "field-label");
        label.setLabelFor(field);
        field.setId(name.id());
        field.setPromptText(name.hint());
        field.setAccessibleText(name.words());
        list = new ListView<>(found);
        list.setId(name.id() + "-found");
        list.setAccessibleText(messages.get("intake.found", name.words()));
        list.getStyleClass().addAll("finder-list", "rows");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setManaged(false);
        list.setVisible(false);
        list.setCellFactory(_ -> new Row());
        root = new VBox(label, field, said);
        TypedText.of(field).addListener((_, _, text) -> {
            if (!writing) {
                said.setText("");
                taking.typed().accept(text);
            }
        });
        found.addListener((ListChangeListener<T>)
                _ -> { // after the list's own, which moves the selection along
                    list.getSelectionModel().clearSelection();
                    offer();
                });
        field.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(_ -> offer());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> take());
    }

    Region root() {
        return root;
    }

    /// Goes over the form, above everything else in it.
    Region list() {
        return list;
    }

    TextField field() {
        return field;
    }

    String text() {
        return field.getText();
    }

    /// Writes without asking what it may mean.
    void write(String text) {
        writing = true;
        field.setText(text);
        writing = false;
    }

    /// What was taken, or why it counts as typed alone.
    void say(String words) {
        said.setText(words);
    }

    private void offer() {
        boolean shown = isOwner() && !list.getItems().isEmpty();
        if (shown && list.getSelectionModel().getSelectedIndex() < 0) {
            list.getSelectionModel().selectFirst();
        }
        list.setVisible(shown);
        place();
    }

    /// Whether keys come here, or would if this were the window in front.
    private boolean isOwner() {
        Scene scene = field.getScene();
        return scene != null && field.equals(scene.getFocusOwner());
    }

    /// Right below its field, however the form is laid out.
    void place() {
        if (list.isVisible() && list.getParent() != null) {
            var at = list.getParent().sceneToLocal(field.localToScene(field.getLayoutBounds()));
            double height = Math.min(ROWS, list.getItems().size()) * ROW + 2;
            list.resizeRelocate(at.getMinX(), at.getMaxY(), at.getWidth(), height);
        }
    }

    private void key(KeyEvent e) {
        boolean offered = list.isVisible();
        switch (e.getCode()) {
            case DOWN, UP -> {
                if (offered) {
                    int at = list.getSelectionModel().getSelectedIndex() + (e.getCode() == KeyCode.DOWN ? 1 : -1);
                    int to = Math.clamp(at, 0, list.getItems().size() - 1);
                    list.getSelectionModel().select(to);
                    list.scrollTo(Math.max(0, to - ROWS + 1));
                    e.consume();
                }
            }
            case ENTER, TAB -> {
                if (e.isShiftDown() || e.isShortcutDown()) {
                    return;
                }
                if (offered) {
                    take();
                    e.consume();
                } else if (e.getCode() == KeyCode.ENTER) {
                    taking.next().run();
                    e.consume();
                }
            }
            case ESCAPE -> {
                if (offered) {
                    list.getItems().clear();
                    e.consume();
                }
            }
            default -> {}
        }
    }

    private void take() {
        T chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            taking.taken().accept(chosen);
            taking.next().run();
        }
    }

    private final class Row extends ListCell<T> {
        private final Label name = Nodes.keep("", "t-body");
        private final Label beside = Nodes.cut("", "t-second");
        private final Region line = Nodes.row("finder-row", name, beside);

        Row() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable T value, boolean isEmpty) {
            super.updateItem(value, isEmpty);
            if (value == null || isEmpty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(face.words().apply(value));
            beside.setText(face.beside().apply(value));
            setAccessibleText(name.getText() + " " + beside.getText());
            setGraphic(line);
        }
    }
}
