package org.yiping.console.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Remembered;
import org.yiping.console.fx.Themes;
import org.yiping.console.settings.Theme;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class DividerTest {
    private final Remembered remembered = Remembered.nowhere(Fx.direct());
    private final Themes themes = new Themes(Theme.HALL, 100);

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    /// A queue's column beside what takes the rest, in a window of this width.
    private final class Page {
        final Region panel = new Region();
        final Divider divider =
                new Divider("test.queue", panel, Divider.Edge.RIGHT, new Divider.Span(360, 760), themes, remembered);
        private final Scene scene;

        Page(double width) {
            panel.getStyleClass().add("queue-column");
            Region rest = new Region();
            HBox.setHgrow(rest, Priority.ALWAYS);
            scene = new Scene(new HBox(panel, rest, divider), width, 400);
            themes.apply(scene);
            lay();
        }

        Page lay() {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return this;
        }

        void mouse(javafx.event.EventType<MouseEvent> type, double x, int clicks) {
            Event.fireEvent(
                    divider,
                    new MouseEvent(
                            type,
                            x,
                            0,
                            x,
                            0,
                            MouseButton.PRIMARY,
                            clicks,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null));
            lay();
        }
    }

    @Test
    void aDraggedColumnIsFoundAgainInAnotherWindowOfTheSeat() {
        Toolkit.onFx(() -> {
            Page page = new Page(2000);
            double usual = page.panel.getWidth();
            assertThat(usual).isBetween(420.0, 428.0);
            page.mouse(MouseEvent.MOUSE_PRESSED, 430, 1);
            page.mouse(MouseEvent.MOUSE_DRAGGED, 530, 1);
            assertThat(page.panel.getWidth()).isEqualTo(Math.rint(usual + 100));
            assertThat(page.divider.getLayoutX()).isEqualTo(page.panel.getWidth());
            assertThat(new Page(2000).panel.getWidth()).isEqualTo(page.panel.getWidth());
            assertThat(new Page(1000).panel.getWidth()).isEqualTo(360);
            page.mouse(MouseEvent.MOUSE_DRAGGED, 5000, 1);
            assertThat(page.panel.getWidth()).isEqualTo(760);
            page.mouse(MouseEvent.MOUSE_CLICKED, 5000, 2);
            assertThat(page.panel.getWidth()).isEqualTo(usual);
            assertThat(remembered.now().get().splits()).isEmpty();
            return true;
        });
    }

    @Test
    void keysMoveItAndAtRestItLeavesTheWidthAlone() {
        Toolkit.onFx(() -> {
            Page page = new Page(2000);
            double usual = page.panel.getWidth();
            page.divider.move(24);
            assertThat(page.lay().panel.getWidth()).isEqualTo(Math.rint(usual + 24));
            page.divider.rest(true);
            page.panel.setMaxWidth(Double.MAX_VALUE); // no binding refuses it
            assertThat(page.divider.isVisible()).isFalse();
            page.divider.rest(false);
            assertThat(page.lay().panel.getWidth()).isEqualTo(Math.rint(usual + 24));
            page.divider.usual();
            assertThat(page.lay().panel.getWidth()).isEqualTo(usual);
            return true;
        });
    }
}
