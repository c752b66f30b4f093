package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.IntBuffer;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.control.Toolkit;

/// Such a view is an image view, looked at pixel by pixel; only how it is painted differs.
class OpaqueViewTest {
    private static final int WIDE = 40;
    private static final int HIGH = 24;
    private static final int SIDE = 64;

    /// Ways to lie in a window.
    private static final List<Consumer<ImageView>> WAYS = List.of(
            _ -> {},
            v -> v.relocate(7, 11),
            v -> v.relocate(7.5, 11.25),
            v -> v.relocate(-9, -5),
            v -> v.relocate(50, 55),
            v -> v.relocate(200, 200),
            v -> {
                v.setX(3);
                v.setY(4);
            },
            v -> v.setViewport(new Rectangle2D(5, 6, 20, 10)),
            v -> v.setViewport(new Rectangle2D(5.5, 6, 20, 10)),
            v -> v.setViewport(new Rectangle2D(30, 20, 20, 10)),
            v -> v.setFitWidth(60),
            v -> v.setScaleX(1.5),
            v -> v.setRotate(90),
            v -> v.setRotate(30),
            v -> v.setOpacity(0.45),
            v -> v.setVisible(false),
            v -> v.setClip(new Rectangle(3, 3, 10, 10)),
            v -> v.setClip(new Circle(12, 12, 9)));

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    private static PixelBuffer<IntBuffer> picture(int alpha) {
        IntBuffer pixels = IntBuffer.allocate(WIDE * HIGH);
        for (int i = 0; i < WIDE * HIGH; i++) {
            int grey = (i * 37 & 0xFF) * alpha / 255;
            pixels.put(i, alpha << 24 | grey << 16 | (grey / 2) << 8 | grey / 3);
        }
        return new PixelBuffer<>(WIDE, HIGH, pixels, PixelFormat.getIntArgbPreInstance());
    }

    /// A picture between a ground and something that lies over both.
    private static Scene scene(ImageView view, PixelBuffer<IntBuffer> picture, Consumer<ImageView> way) {
        view.setSmooth(false);
        view.setImage(new WritableImage(picture));
        way.accept(view);
        Pane root = new Pane(new Rectangle(0, 0, 30, 64), view, new Rectangle(10, 0, 4, 64));
        root.setClip(new Rectangle(1, 1, 60, 61));
        Scene scene = new Scene(root, SIDE, SIDE);
        scene.setFill(Color.ORANGE);
        return scene;
    }

    private static int[] seen(Scene scene) {
        int[] argb = new int[SIDE * SIDE];
        scene.snapshot(null)
                .getPixelReader()
                .getPixels(0, 0, SIDE, SIDE, PixelFormat.getIntArgbPreInstance(), argb, 0, SIDE);
        return argb;
    }

    @Test
    void aPictureLooksAsInAnyImageViewHoweverItLies() {
        Toolkit.onFx(() -> {
            for (int way = 0; way < WAYS.size(); way++) {
                int[] usual = seen(scene(new ImageView(), picture(0xFF), WAYS.get(way)));
                int[] here = seen(scene(new OpaqueView(), picture(0xFF), WAYS.get(way)));
                assertThat(here).as("way %d", way).isEqualTo(usual);
            }
            return true;
        });
    }

    @Test
    void whatComesIntoTheBufferIsSeen() {
        Toolkit.onFx(() -> {
            PixelBuffer<IntBuffer> picture = picture(0xFF);
            Scene scene = scene(new OpaqueView(), picture, v -> v.relocate(20, 20));
            assertThat(seen(scene)[25 * SIDE + 25]).isNotEqualTo(0xFF123456);
            for (int i = 0; i < WIDE * HIGH; i++) {
                picture.getBuffer().put(i, 0xFF123456);
            }
            picture.updateBuffer(_ -> null);
            assertThat(seen(scene)[25 * SIDE + 25]).isEqualTo(0xFF123456);
            return true;
        });
    }

    /// Seen by a picture it is not meant for: one that lets its ground through.
    @Test
    void withoutAGraphicsCardThePictureIsCopiedAndNotLaidOver() {
        assumeTrue("sw".equals(System.getProperty("prism.order")), "a graphics card paints as it always does");
        Toolkit.onFx(() -> {
            int through = picture(0x80).getBuffer().get(5 * WIDE + 15);
            int[] usual = seen(scene(new ImageView(), picture(0x80), _ -> {}));
            int[] here = seen(scene(new OpaqueView(), picture(0x80), _ -> {}));
            assertThat(usual[5 * SIDE + 15]).isNotEqualTo(through);
            assertThat(here[5 * SIDE + 15]).isEqualTo(through);
            return true;
        });
    }
}
