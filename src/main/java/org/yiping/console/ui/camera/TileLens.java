package org.yiping.console.ui.camera;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.video.FrameSize;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// The wheel over a tile's picture and the hand that drags it (数字变焦), with a chip that says how near. Esc or 0 shows
/// the whole again. FX thread.
final class TileLens {
    /// A notch of the wheel in JavaFX's pixels, and how much nearer it comes.
    private static final double NOTCH = 40;

    private static final double STEP = 1.25;

    private final Messages messages;
    private final Region picture;
    private final BooleanSupplier has;
    private final Consumer<TileZoom> changed;
    private final Label chip = Nodes.keep("", "tile-zoom");
    private TileZoom zoom = TileZoom.NONE;
    private double fromX;
    private double fromY;

    /// `has` says whether there is a picture to come nearer to.
    TileLens(Messages messages, Region tile, Region picture, BooleanSupplier has, Consumer<TileZoom> changed) {
        this.messages = messages;
        this.picture = picture;
        this.has = has;
        this.changed = changed;
        StackPane.setAlignment(chip, Pos.BOTTOM_RIGHT);
        chip.setMouseTransparent(true);
        Nodes.show(chip, false);
        picture.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            fromX = e.getX();
            fromY = e.getY();
        });
        picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        tile.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            boolean reset =
                    e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.DIGIT0 || e.getCode() == KeyCode.NUMPAD0;
            if (zoom.isZoomed() && reset) {
                reset();
                e.consume(); // an enlarged tile stays so
            }
        });
    }

    Label chip() {
        return chip;
    }

    TileZoom zoom() {
        return zoom;
    }

    /// Looked at more nearly, the picture comes in the largest stream's own size: one step, however near.
    FrameSize size(Camera of, double w, double h) {
        Optional<CameraStream> any = of.streams().stream().findFirst();
        Optional<CameraStream> largest = of.streams().stream().max(Comparator.comparingInt(CameraStream::width));
        if (zoom.isZoomed() && largest.isPresent() && largest.get().width() > w) {
            return new FrameSize(largest.get().width(), largest.get().height());
        }
        return any.map(s -> FrameSize.covering(s, w, h)).orElseGet(() -> new FrameSize((int) w, (int) h));
    }

    void reset() {
        set(TileZoom.NONE);
    }

    private void scrolled(ScrollEvent e) {
        if (!has.getAsBoolean() || e.getDeltaY() == 0) {
            return;
        }
        double px = e.getX() / Math.max(1, picture.getWidth());
        double py = e.getY() / Math.max(1, picture.getHeight());
        set(zoom.by(Math.pow(STEP, Math.clamp(e.getDeltaY() / NOTCH, -3, 3)), px, py));
        e.consume();
    }

    private void dragged(MouseEvent e) {
        if (!zoom.isZoomed()) {
            return;
        }
        set(zoom.moved(
                (e.getX() - fromX) / Math.max(1, picture.getWidth()),
                (e.getY() - fromY) / Math.max(1, picture.getHeight())));
        fromX = e.getX();
        fromY = e.getY();
        e.consume();
    }

    private void set(TileZoom next) {
        if (next.equals(zoom)) {
            return;
        }
        zoom = next;
        Nodes.show(chip, next.isZoomed());
        chip.setText(messages.get("zoom.chip", String.format(Locale.ROOT, "%.1f", next.factor())));
        changed.accept(next);
    }
}
