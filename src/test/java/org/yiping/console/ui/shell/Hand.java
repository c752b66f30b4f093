package org.yiping.console.ui.shell;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.yiping.console.ui.Key;

/// A hand on the keyboard of one window, without a robot: events go to who has the focus, as the toolkit sends them. FX
/// thread.
record Hand(Scene scene) {
    void press(KeyCode code) {
        press(Key.of(code));
    }

    void press(Key key) {
        fire(KeyEvent.KEY_PRESSED, key, "");
        if (!key.ctrl() && !key.alt() && key.code().isLetterKey()) {
            fire(KeyEvent.KEY_TYPED, key, key.code().getName().toLowerCase(java.util.Locale.ROOT));
        }
        fire(KeyEvent.KEY_RELEASED, key, "");
    }

    /// The machine repeats a key that nobody lets go of.
    void hold(KeyCode code, int repetitions) {
        for (int i = 0; i < repetitions; i++) {
            fire(KeyEvent.KEY_PRESSED, Key.of(code), "");
        }
        fire(KeyEvent.KEY_RELEASED, Key.of(code), "");
    }

    void type(String text) {
        text.chars().forEach(c -> {
            KeyCode code = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase((char) c)));
            if (code != null) {
                fire(KeyEvent.KEY_PRESSED, Key.of(code), "");
            }
            Event.fireEvent(
                    target(),
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            String.valueOf((char) c),
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false));
        });
    }

    /// What an input method shows while it composes.
    void compose(String preEdit) {
        Event.fireEvent(
                target(),
                new InputMethodEvent(
                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                        List.of(new InputMethodTextRun(preEdit, InputMethodHighlight.UNSELECTED_RAW)),
                        "",
                        preEdit.length()));
    }

    void commit(String text) {
        Event.fireEvent(target(), new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), text, 0));
    }

    private void fire(javafx.event.EventType<KeyEvent> type, Key key, String character) {
        Event.fireEvent(
                target(), new KeyEvent(type, character, "", key.code(), key.shift(), key.ctrl(), key.alt(), false));
    }

    private Node target() {
        Node owner = scene.getFocusOwner();
        // one that has left the window loses the focus only with the next pulse, which a test does not wait for
        return owner == null || owner.getScene() != scene ? scene.getRoot() : owner;
    }
}
