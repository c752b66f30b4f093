package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;

class KioskTest {
    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void onlyTheSupervisorsKeyOpensTheWallAndItLocksByItself() {
        List<Kiosk.Turn> turns = new ArrayList<>();
        Kiosk kiosk = new Kiosk(turns::add);
        kiosk.tick(SmallCity.NOW);
        Scene scene = Toolkit.onFx(() -> {
            Scene s = new Scene(new Group());
            kiosk.guard(s);
            return s;
        });

        press(scene, KeyCode.PAGE_DOWN, false);
        press(scene, KeyCode.ESCAPE, false);
        press(scene, KeyCode.F12, false);
        assertThat(turns).isEmpty();

        press(scene, KeyCode.F12, true);
        press(scene, KeyCode.PAGE_DOWN, false);
        press(scene, KeyCode.HOME, false);
        assertThat(turns).containsExactly(Kiosk.Turn.LOCK, Kiosk.Turn.NEXT, Kiosk.Turn.DUE);
        assertThat(kiosk.isOpen()).isTrue();

        kiosk.tick(SmallCity.NOW.plusSeconds(61));
        assertThat(kiosk.isOpen()).isFalse();
        press(scene, KeyCode.PAGE_DOWN, false);
        assertThat(turns).hasSize(3);
    }

    @Test
    void aClockThatIsPutBackDoesNotKeepTheWallOpen() {
        Kiosk kiosk = new Kiosk(_ -> {});
        kiosk.tick(SmallCity.NOW);
        Scene scene = Toolkit.onFx(() -> {
            Scene s = new Scene(new Group());
            kiosk.guard(s);
            return s;
        });
        press(scene, KeyCode.F12, true);

        kiosk.tick(SmallCity.NOW.minus(Duration.ofDays(2)));

        assertThat(kiosk.isOpen()).isFalse();
    }

    private static void press(Scene scene, KeyCode code, boolean withControlAndShift) {
        Toolkit.onFx(() -> {
            Event.fireEvent(
                    scene,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            code,
                            withControlAndShift,
                            withControlAndShift,
                            false,
                            false));
            return true;
        });
    }
}
