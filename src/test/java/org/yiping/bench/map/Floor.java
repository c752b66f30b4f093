package org.yiping.bench.map;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The least a window of pictures costs: one buffer of its size, wholly replaced at each frame by one of two
/// pictures in turn. JavaFX thread.
final class Floor implements Window.Contender {
    private final List<int[]> pictures = new ArrayList<>();
    private final PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(
            Window.WIDTH,
            Window.HEIGHT,
            IntBuffer.allocate(Window.WIDTH * Window.HEIGHT),
            PixelFormat.getIntArgbPreInstance());
    private final ImageView view = new ImageView(new WritableImage(buffer));
    private int turn;

    Floor() {
        view.setSmooth(false);
        Random random = new Random(3);
        for (int n = 0; n < 2; n++) {
            int[] picture = new int[Window.WIDTH * Window.HEIGHT];
            for (int i = 0; i < picture.length; i++) {
                picture[i] = 0xFF000000 | random.nextInt(1 << 24);
            }
            pictures.add(picture);
        }
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public boolean next(Runnable arrived) {
        int[] picture = pictures.get(turn++ % pictures.size());
        buffer.updateBuffer(b -> {
            b.getBuffer().put(0, picture, 0, picture.length);
            return null;
        });
        return true;
    }
}
