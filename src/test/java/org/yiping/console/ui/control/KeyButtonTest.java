package org.yiping.console.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Messages;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class KeyButtonTest {
    private static final String REASON = "您的岗位不能成案，须受理员";

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    /// Panels say again every second what is refused.
    @Test
    void theReasonStaysWhileItIsSaidAgain() {
        Toolkit.onFx(() -> {
            KeyButton button = button(() -> {});
            button.forbid(REASON);
            Tooltip first = button.getTooltip();
            button.forbid(REASON);
            assertThat(button.getTooltip()).isSameAs(first);
            button.forbid("已由他席判定");
            assertThat(button.getTooltip()).isSameAs(first);
            assertThat(first.getText()).isEqualTo("已由他席判定");
            button.allow();
            assertThat(button.getTooltip()).isNull();
            return null;
        });
    }

    @Test
    void pressedItSaysWhyAndDoesNothing() {
        Toolkit.onFx(() -> {
            AtomicInteger done = new AtomicInteger();
            KeyButton button = button(done::incrementAndGet);
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(button), 200, 100));
            stage.show();
            button.forbid(REASON);
            Tooltip why = button.getTooltip();
            button.fire();
            assertThat(why.isShowing()).isTrue();
            assertThat(why.getText()).isEqualTo(REASON);
            assertThat(done).hasValue(0);
            button.allow();
            assertThat(why.isShowing()).isFalse();
            button.fire();
            assertThat(done).hasValue(1);
            stage.close();
            return null;
        });
    }

    private static KeyButton button(Runnable action) {
        return new KeyButton(new Messages(Locale.SIMPLIFIED_CHINESE), "capture/confirm", "成案", "Y", action);
    }
}
