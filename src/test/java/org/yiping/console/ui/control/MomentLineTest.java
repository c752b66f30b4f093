package org.yiping.console.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MomentLineTest {
    private static final int PARTS = 100;

    private final List<Double> gone = new ArrayList<>();
    private final List<Integer> opened = new ArrayList<>();
    private MomentLine line = line();

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    private MomentLine line() {
        return new MomentLine("test/line", "line", gone::add, opened::add);
    }

    @BeforeEach
    void stretch() {
        Toolkit.onFx(() -> {
            line = line();
            line.resize(500, 60);
            return true;
        });
    }

    private void show(double at, Double... pins) {
        Toolkit.onFx(() -> {
            line.show(
                    new MomentLine.Moments(
                            Collections.nCopies(PARTS, 1), Collections.nCopies(PARTS, true), List.of(pins), at),
                    List.of("08:00", "09:00"));
            line.layout();
            return true;
        });
    }

    private void key(KeyCode code) {
        Toolkit.onFx(() -> {
            Event.fireEvent(line, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    private void mouse(EventType<MouseEvent> type, double x, boolean still) {
        Toolkit.onFx(() -> {
            Event.fireEvent(
                    line,
                    new MouseEvent(
                            line,
                            line,
                            type,
                            x,
                            10,
                            x,
                            10,
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            still,
                            new PickResult(line, x, 10)));
            return true;
        });
    }

    @Test
    void arrows_go_by_parts_and_never_beyond_the_ends() {
        show(0.5);
        key(KeyCode.LEFT);
        key(KeyCode.RIGHT);
        key(KeyCode.HOME);
        key(KeyCode.END);
        assertThat(gone).containsExactly(0.49, 0.51, 0.0, 1.0);
        gone.clear();
        show(0);
        key(KeyCode.LEFT);
        assertThat(gone).containsExactly(0.0);
    }

    @Test
    void a_press_goes_there_a_drag_where_it_ends() {
        show(0);
        mouse(MouseEvent.MOUSE_PRESSED, 100, true);
        assertThat(gone).as("not before the hand lets go").isEmpty();
        mouse(MouseEvent.MOUSE_RELEASED, 100, true);
        mouse(MouseEvent.MOUSE_PRESSED, 100, true);
        mouse(MouseEvent.MOUSE_DRAGGED, 700, false);
        mouse(MouseEvent.MOUSE_RELEASED, 700, false);
        assertThat(gone).containsExactly(0.2, 1.0);
    }

    @Test
    void a_press_on_a_pin_opens_the_nearest_one() {
        show(0, 0.2, 0.21, 0.6);
        mouse(MouseEvent.MOUSE_PRESSED, 104, true);
        mouse(MouseEvent.MOUSE_RELEASED, 104, true);
        assertThat(opened).containsExactly(1);
        assertThat(gone).isEmpty();
    }

    @Test
    void where_nothing_is_shown_nothing_happens() {
        key(KeyCode.LEFT);
        mouse(MouseEvent.MOUSE_PRESSED, 100, true);
        mouse(MouseEvent.MOUSE_RELEASED, 100, true);
        assertThat(gone).isEmpty();
    }
}
