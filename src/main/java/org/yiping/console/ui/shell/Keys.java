package org.yiping.console.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.KeyMap;

/// The one place where a key becomes an action. FX thread.
///
/// It hears what nobody below has used, but function keys before anybody in the page: a list would keep
/// F2 for its rows. While something is written, keys that could be writing are left alone; while an
/// input method composes, every key is its own, even Enter and Esc: it chooses a word with them.
///
/// A key that is held acts once, however often the machine repeats it: a hand that rests on a key must not dispatch the
/// whole queue. A key that has acted writes nothing: where it opens a field, its letter does not stand there.
final class Keys {
    private final Scene scene;
    private final KeyMap map;
    private final Supplier<List<Action>> actions;
    private final Consumer<Action> perform;
    private boolean composing;
    private @Nullable KeyCode held;
    private boolean repeated;
    private boolean acted;

    Keys(Scene scene, Node page, KeyMap map, Supplier<List<Action>> actions, Consumer<Action> perform) {
        this.scene = scene;
        this.map = map;
        this.actions = actions;
        this.perform = perform;
        scene.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                e -> composing = !e.getComposed().isEmpty());
        // what was being composed goes with the field it stood in
        scene.focusOwnerProperty().subscribe(_ -> composing = false);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (isHandedDown(e)) {
                return;
            }
            repeated = e.getCode() == held;
            held = e.getCode();
            acted &= repeated;
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, e -> {
            if (acted) {
                e.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> {
            if (e.getCode() == held) {
                held = null;
                acted = false;
            }
        });
        // whoever has the keyboard now hears the release
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(_ -> held = null);
        page.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode().isFunctionKey()) {
                pressed(e);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Whether the focus is where letters are written.
    static boolean writing(@Nullable Node focus) {
        return switch (focus) {
            case TextInputControl _ -> true;
            case ComboBoxBase<?> box -> box.isEditable();
            case Spinner<?> spinner -> spinner.isEditable();
            case null, default -> false;
        };
    }

    /// An editable choice or day sends what it hears to the field within it, a second event of the same press.
    private boolean isHandedDown(KeyEvent e) {
        return e.getTarget() instanceof TextInputControl field
                && (field.getParent() instanceof ComboBoxBase<?> || field.getParent() instanceof Spinner<?>)
                && field.getParent().equals(scene.getFocusOwner());
    }

    private void pressed(KeyEvent e) {
        Key key = Key.of(e);
        if (composing || key.incomplete() || (key.writes() && writing(scene.getFocusOwner()))) {
            return;
        }
        List<Action> held =
                actions.get().stream().filter(a -> key.equals(map.of(a))).toList();
        Optional<Action> first = held.stream()
                .filter(Action::allowed)
                .findFirst()
                .or(() -> held.stream().findFirst());
        first.ifPresent(a -> {
            e.consume();
            acted = true;
            if (!repeated) {
                repeated = true; // what the same press is heard as once more
                perform.accept(a);
            }
        });
    }
}
