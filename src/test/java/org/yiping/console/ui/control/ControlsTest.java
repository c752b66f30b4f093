package org.yiping.console.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Notices;
import org.yiping.console.fx.Themes;
import org.yiping.console.fx.Tokens;
import org.yiping.console.settings.Theme;

class ControlsTest {
    private final Messages m = new Messages(Locale.SIMPLIFIED_CHINESE);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void aForbiddenButtonSaysWhyAndDoesNothing() {
        var pressed = new AtomicInteger();
        KeyButton button = Toolkit.onFx(() -> {
            var b = new KeyButton(m, "test/supervise", "督办", "S", pressed::incrementAndGet);
            b.forbid("值班长可用");
            b.fire();
            return b;
        });
        assertThat(pressed).hasValue(0);
        assertThat(button.getAccessibleText()).contains("督办").contains("值班长可用");
        assertThat(button.isDisabled()).isFalse();
        Toolkit.onFx(() -> {
            button.allow();
            button.fire();
            return true;
        });
        assertThat(pressed).hasValue(1);
    }

    @Test
    void aPendingButtonIsNotSentTwice() {
        var pressed = new AtomicInteger();
        Toolkit.onFx(() -> {
            var b = new KeyButton(m, "test/send", "派遣", "", pressed::incrementAndGet);
            b.pending(true);
            b.fire();
            return b;
        });
        assertThat(pressed).hasValue(0);
    }

    @Test
    void ageTurnsYellowBeyondItsPromiseAndRedBeyondThreeTimesItOrWithoutLink() {
        Duration promise = Duration.ofSeconds(10);
        assertThat(ageStates(Duration.ofSeconds(10), promise, false)).isEqualTo("fine");
        assertThat(ageStates(Duration.ofSeconds(11), promise, false)).isEqualTo("late");
        assertThat(ageStates(Duration.ofSeconds(31), promise, false)).isEqualTo("lost");
        assertThat(ageStates(Duration.ofSeconds(1), promise, true)).isEqualTo("lost");
    }

    private String ageStates(Duration age, Duration promise, boolean lost) {
        return Toolkit.onFx(() -> {
            var label = new DataAge(m);
            label.show(age, promise, lost);
            for (String state : new String[] {"late", "lost", "unknown"}) {
                if (label.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state))) {
                    return state;
                }
            }
            return "fine";
        });
    }

    @Test
    void noticesShowThreeAndCountTheRest() {
        int shown = Toolkit.onFx(() -> {
            var notices = new Notices(Fx.direct());
            var stack = new NoticeStack(notices, m);
            for (int i = 0; i < 5; i++) {
                notices.show(Notice.info("n" + i, "消息 " + i));
            }
            return stack.getChildren().size();
        });
        assertThat(shown).isEqualTo(4);
    }

    @Test
    void themeAndScaleChangeTogetherOnALivingScene() {
        Toolkit.onFx(() -> {
            var mark = new CaseMark(m, 20);
            mark.show(MarkShape.SQUARE, MarkLight.CALM);
            var box = new HBox(mark);
            box.getStyleClass().add("panel");
            var scene = new Scene(box, 400, 400);
            var themes = new Themes(Theme.HALL, 100);
            themes.apply(scene);
            box.applyCss();
            assertThat(mark.prefWidth(-1)).isEqualTo(20);
            themes.scale(200);
            themes.use(Theme.OFFICE);
            box.applyCss();
            assertThat(mark.prefWidth(-1)).isEqualTo(40);
            Color ground = (Color) Objects.requireNonNull(box.getBackground())
                    .getFills()
                    .getLast()
                    .getFill();
            Integer surface = Tokens.parse(Theme.OFFICE).get("surface");
            assertThat(argb(ground)).isEqualTo(surface);
            return true;
        });
    }

    @Test
    void focusIsAnOutlineOfTwoPixelsWithAGapAndMovesNothing() {
        Toolkit.onFx(() -> {
            var button = new KeyButton(m, "test/focus", "派遣", "", () -> {});
            var scene = new Scene(new HBox(button), 400, 400);
            new Themes(Theme.HALL, 100).apply(scene);
            scene.getRoot().applyCss();
            Insets before = button.getInsets();
            button.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
            scene.getRoot().applyCss();
            var outline = button.getBorder().getStrokes().getFirst();
            assertThat(outline.getWidths().getTop()).isEqualTo(2);
            assertThat(outline.getInsets().getTop()).isEqualTo(-4);
            assertThat(argb((Color) outline.getTopStroke()))
                    .isEqualTo(Tokens.parse(Theme.HALL).get("accent"));
            assertThat(button.getInsets()).isEqualTo(before);
            return true;
        });
    }

    @Test
    void theShippedFontIsWhatLabelsUse() {
        Toolkit.onFx(() -> {
            var label = Words.kept("污水井盖", "t-name");
            var scene = new Scene(new HBox(label), 400, 400);
            new Themes(Theme.HALL, 100).apply(scene);
            scene.getRoot().applyCss();
            assertThat(label.getFont().getFamily()).isEqualTo("Noto Sans CJK SC");
            assertThat(label.getFont().getStyle()).isEqualTo("Bold");
            assertThat(label.getFont().getSize()).isCloseTo(14, org.assertj.core.data.Offset.offset(0.01));
            return true;
        });
    }

    private static int argb(Color c) {
        return 0xFF000000
                | (int) Math.round(c.getRed() * 255) << 16
                | (int) Math.round(c.getGreen() * 255) << 8
                | (int) Math.round(c.getBlue() * 255);
    }
}
