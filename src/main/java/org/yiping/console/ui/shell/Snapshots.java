package org.yiping.console.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// Pictures of windows as PNG files, without javafx-swing: pixels are copied as ints.
public final class Snapshots {
    private Snapshots() {}

    /// What the scene shows now. FX thread.
    public static BufferedImage take(Scene scene) {
        return copy(scene.snapshot(null));
    }

    /// The same in another size, which takes as much less time to draw and to write. FX thread.
    public static BufferedImage small(Scene scene, double scale) {
        SnapshotParameters size = new SnapshotParameters();
        size.setTransform(Transform.scale(scale, scale));
        return copy(scene.getRoot().snapshot(size, null));
    }

    private static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    /// Writes beside the target first: who waits for the file never sees half of it. Any thread but FX.
    public static void write(BufferedImage picture, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        if (!ImageIO.write(picture, "png", part.toFile())) {
            throw new IOException("no PNG writer");
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
