package org.yiping.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Remembered;

class KeyMapTest {
    private final Remembered remembered = Remembered.nowhere(Fx.direct());
    private final KeyMap map = new KeyMap(remembered);
    private final Action dispatch = Action.of("case/dispatch", "case", "派遣", () -> {})
            .on(Key.of(KeyCode.D))
            .when(Set.of("to-dispatch"));
    private final Action file =
            Action.of("case/file", "case", "立案", () -> {}).on(Key.of(KeyCode.F)).when(Set.of("to-file"));
    private final Action find = Action.of("cases/find", "cases", "筛选", () -> {}).on(Key.ctrl(KeyCode.F));
    private final List<Action> all = List.of(dispatch, file, find);

    @ParameterizedTest
    @CsvSource({
        "Ctrl ↵, Ctrl+ENTER",
        "D, D",
        "F5, F5",
        "Esc, ESCAPE",
        "PgUp, PAGE_UP",
        "Alt ↓, Alt+DOWN",
        "Ctrl =, Ctrl+EQUALS",
        "Ctrl Alt Shift 1, Ctrl+Alt+Shift+DIGIT1"
    })
    void aKeyReadsTheSameFromItsButtonAndFromTheFile(String cap, String kept) {
        assertThat(Key.parse(cap)).hasValueSatisfying(k -> {
            assertThat(k.kept()).isEqualTo(kept);
            assertThat(k.cap()).isEqualTo(cap);
        });
        assertThat(Key.parse(kept)).isEqualTo(Key.parse(cap));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Ctrl", "Hyper K", "no such key"})
    void whatIsNoKeyIsNone(String text) {
        assertThat(Key.parse(text)).isEmpty();
    }

    @Test
    void aKeyGivenIsKeptAndItsOwnComesBack() {
        Key x = Key.of(KeyCode.X);
        assertThat(map.give(x, dispatch, all)).isEmpty();
        assertThat(new KeyMap(remembered).of(dispatch)).isEqualTo(x);
        assertThat(map.cap("case/dispatch", "D")).isEqualTo("X");
        assertThat(map.restore(dispatch, all)).isEmpty();
        assertThat(map.of(dispatch)).isEqualTo(dispatch.key());
        assertThat(remembered.now().get().choices()).isEmpty();
    }

    @Test
    void aKeyThatAnotherHoldsIsRefusedAndStaysWhereItWas() {
        assertThat(map.give(Key.ctrl(KeyCode.F), dispatch, all)).contains(find);
        assertThat(map.of(dispatch)).isEqualTo(dispatch.key());
        assertThat(map.of(find)).isEqualTo(find.key());
    }

    @Test
    void actionsThatNeverMeetMayShareAKey() {
        assertThat(map.give(Key.of(KeyCode.D), file, all)).isEmpty();
        assertThat(map.of(file)).isEqualTo(map.of(dispatch));
    }

    @Test
    void aKeyTakenOffIsFreeForAnotherAndItsOwnerDoesNotGetItBackBehindTheOthersBack() {
        map.take(find);
        assertThat(map.of(find)).isNull();
        assertThat(map.give(Key.ctrl(KeyCode.F), dispatch, all)).isEmpty();
        assertThat(map.restore(find, all)).contains(dispatch);
        assertThat(map.of(find)).isNull();
    }
}
