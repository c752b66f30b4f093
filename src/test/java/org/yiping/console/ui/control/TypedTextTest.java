package org.yiping.console.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TypedTextTest {
    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    private final List<String> heard = new ArrayList<>();
    private final TextField field = Toolkit.onFx(() -> {
        TextField made = new TextField();
        Scene scene = new Scene(new StackPane(made, new TextField()));
        scene.getRoot().applyCss(); // the field's skin is what handles the input method
        made.requestFocus();
        TypedText.of(made).subscribe(text -> {
            heard.add(text);
        });
        return made;
    });

    private void method(String composed, String committed) {
        Toolkit.onFx(() -> {
            List<InputMethodTextRun> runs = composed.isEmpty()
                    ? List.of()
                    : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
            Event.fireEvent(
                    field,
                    new InputMethodEvent(
                            InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length()));
            return true;
        });
    }

    @Test
    void lettersOnTheirWayToACharacterAreNotTyped() {
        method("y", "");
        method("yu", "");
        method("yu'lin", "");
        assertThat(field.getText()).isEqualTo("yu'lin");
        assertThat(heard).containsExactly("");

        method("", "玉林");
        assertThat(field.getText()).isEqualTo("玉林");
        assertThat(heard).containsExactly("", "玉林");

        method("jie", "");
        assertThat(heard).containsExactly("", "玉林");
        method("", "街");
        assertThat(heard).containsExactly("", "玉林", "玉林街");
    }

    @Test
    void wordsThatWereComposedAsTheyAreCommittedAreTyped() {
        method("示范路", "");
        assertThat(heard).containsExactly("");
        method("", "示范路");
        assertThat(Toolkit.onFx(() -> heard)).containsExactly("", "示范路");
    }

    @Test
    void aCompositionGivenUpLeavesWhatWasTyped() {
        Toolkit.onFx(() -> {
            field.setText("0102");
            field.end();
            return true;
        });
        method("wu", "");
        method("", "");
        assertThat(field.getText()).isEqualTo("0102");
        assertThat(heard).containsExactly("", "0102");
    }

    @Test
    void plainLettersAreTypedAtOnce() {
        Toolkit.onFx(() -> {
            field.replaceSelection("y");
            field.replaceSelection("l");
            return true;
        });
        assertThat(heard).containsExactly("", "y", "yl");
    }
}
