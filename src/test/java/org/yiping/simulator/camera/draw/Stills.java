package org.yiping.simulator.camera.draw;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// Single pictures of the drawn scenes, for tests that need a camera's picture and no decoder. Any thread.
///
/// Without the mark that the clips carry: that is written in a font of the machine, and these must look alike anywhere.
public final class Stills {
    private static final List<Scene.Painter> SCENES =
            List.of(Streets::junction, Places::bins, Streets::overpass, Places::greenway, Places::square);

    private Stills() {}

    /// The picture of camera `number`, 640 × 360.
    public static BufferedImage of(int number) {
        BufferedImage picture = new BufferedImage(Scene.WIDTH, Scene.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        SCENES.get(number % SCENES.size()).paint(new Brush(g), 0.3);
        g.dispose();
        return picture;
    }
}
