package org.yiping.console.ui.wall.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.WallScript;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.wall.Tiling;
import org.yiping.domain.wall.WallScene.Span;

/// Tiles under mouse and keys, on a wall of 3 × 2 monitors drawn 600 × 350 pixels large.
class SceneCanvasTest {
    private final SmallCity city = new SmallCity(Fx.direct(), "zh").rules("supervisor");
    private final ScenesModel model = new ScenesModel(city.desk, new WallScript());
    private final SceneCanvas canvas = Toolkit.onFx(this::laid);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    private SceneCanvas laid() {
        SceneCanvas[] self = new SceneCanvas[1];
        self[0] = new SceneCanvas(model, city.hall.messages(), () -> self[0].refresh(List.of()));
        self[0].refresh(List.of());
        new Scene(self[0].root(), 600, 350);
        self[0].root().resize(600, 350);
        self[0].root().layout();
        return self[0];
    }

    @Test
    void aPressChoosesTheTileUnderIt() {
        mouse(MouseEvent.MOUSE_PRESSED, 500, 260);
        mouse(MouseEvent.MOUSE_RELEASED, 500, 260);

        assertThat(model.tileIndex()).isEqualTo(2);
        assertThat(model.changed()).isFalse();
    }

    @Test
    void aDragSwapsTwoOfOneSizeAndOneStepBringsThemBack() {
        mouse(MouseEvent.MOUSE_PRESSED, 500, 80);
        mouse(MouseEvent.MOUSE_DRAGGED, 500, 170);
        mouse(MouseEvent.MOUSE_DRAGGED, 500, 260);
        mouse(MouseEvent.MOUSE_RELEASED, 500, 260);

        assertThat(at(1)).isEqualTo(new Span(3, 2, 1, 1));
        assertThat(at(2)).isEqualTo(new Span(3, 1, 1, 1));
        model.undo();
        assertThat(at(1)).isEqualTo(new Span(3, 1, 1, 1));
        assertThat(model.canUndo()).as("a drag is one step").isFalse();
    }

    @Test
    void aDragOverAnotherTileChangesNothing() {
        mouse(MouseEvent.MOUSE_PRESSED, 500, 80);
        mouse(MouseEvent.MOUSE_DRAGGED, 100, 80);
        mouse(MouseEvent.MOUSE_RELEASED, 100, 80);

        assertThat(model.changed()).isFalse();
    }

    @Test
    void theLowerRightCornerMakesATileLarger() {
        key(KeyCode.PAGE_DOWN, false, false);
        key(KeyCode.PAGE_DOWN, false, false);
        assertThat(model.tileIndex()).isEqualTo(2);
        assertThat(model.change(l -> Tiling.without(l, 2))).isTrue();
        Toolkit.onFx(() -> {
            canvas.refresh(List.of());
            canvas.root().layout();
            return true;
        });
        mouse(MouseEvent.MOUSE_PRESSED, 588, 167);
        mouse(MouseEvent.MOUSE_DRAGGED, 588, 260);
        mouse(MouseEvent.MOUSE_RELEASED, 588, 260);

        assertThat(at(1)).isEqualTo(new Span(3, 1, 1, 2));
    }

    @Test
    void keysMoveResizeAndJoin() {
        key(KeyCode.PAGE_UP, false, false);
        assertThat(model.tileIndex()).isEqualTo(2);
        key(KeyCode.UP, false, false);
        assertThat(at(2)).as("two of one size change places").isEqualTo(new Span(3, 1, 1, 1));
        key(KeyCode.DOWN, false, true);
        assertThat(model.layout().tiles()).as("joined with the one below").hasSize(2);
        assertThat(at(model.tileIndex())).isEqualTo(new Span(3, 1, 1, 2));
        key(KeyCode.UP, true, false);
        assertThat(at(model.tileIndex())).isEqualTo(new Span(3, 1, 1, 1));
    }

    private Span at(int tile) {
        return model.layout().tiles().get(tile).at();
    }

    private void mouse(EventType<MouseEvent> type, double x, double y) {
        Toolkit.onFx(() -> {
            canvas.root()
                    .fireEvent(new MouseEvent(
                            type,
                            x,
                            y,
                            x,
                            y,
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
                            true,
                            null));
            canvas.root().layout();
            return true;
        });
    }

    private void key(KeyCode code, boolean shift, boolean ctrl) {
        Toolkit.onFx(() -> {
            canvas.root().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, ctrl, false, false));
            return true;
        });
    }
}
