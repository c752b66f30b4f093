package org.yiping.console.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Two pictures seen through one lens.
class PhotoLensTest {
    @Test
    void whatLiesUnderThePointerStaysThereWhileItComesNearer() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            PhotoLens lens = new PhotoLens(1 + random.nextDouble() * 4, random.nextDouble(), random.nextDouble());
            PhotoLens.Cut cut = lens.cut(1600, 1200, 800, 600);
            double frameX = random.nextDouble() * 800;
            double frameY = random.nextDouble() * 600;
            double atX = (frameX - cut.left()) / (1600 * cut.scale());
            double atY = (frameY - cut.top()) / (1200 * cut.scale());
            PhotoLens.Cut next = lens.nearer(1.5, atX, atY).cut(1600, 1200, 800, 600);
            assertThat(next.left() + atX * 1600 * next.scale()).isCloseTo(frameX, within(1e-6));
            assertThat(next.top() + atY * 1200 * next.scale()).isCloseTo(frameY, within(1e-6));
        }
    }

    @Test
    void itNeverLeavesThePictureAndNeverComesNearerThanThePixelsShow() {
        PhotoLens far = PhotoLens.WHOLE.nearer(4, 1, 1).moved(9, 9);
        PhotoLens.Cut cut = far.cut(1600, 1200, 800, 600);
        assertThat(cut.left()).isCloseTo(800 - 1600 * cut.scale(), within(1e-6));
        assertThat(cut.top()).isCloseTo(600 - 1200 * cut.scale(), within(1e-6));
        assertThat(PhotoLens.WHOLE.nearer(1000, 0.5, 0.5).near()).isEqualTo(PhotoLens.NEAREST);
        assertThat(PhotoLens.WHOLE.nearer(0.1, 0.2, 0.2)).isEqualTo(PhotoLens.WHOLE);
    }

    @Test
    void picturesOfDifferentSizeShowTheSamePart() throws IOException {
        PhotoLens lens = PhotoLens.WHOLE.nearer(4, 0.75, 0.25);
        for (int size : new int[] {200, 1000, 4000}) {
            Image seen = PhotoLevels.read(quarters(size)).through(lens, 100, 100);
            assertThat(seen.getWidth()).isEqualTo(100);
            int middle = seen.getPixelReader().getArgb(50, 50);
            assertThat(middle).as("the upper right quarter of " + size).isEqualTo(Color.BLUE.getRGB());
        }
    }

    @Test
    void theWholeOfATallPictureStandsInTheMiddleOfItsFrame() throws IOException {
        Image seen = PhotoLevels.read(quarters(300)).through(PhotoLens.WHOLE, 300, 100);
        assertThat(seen.getPixelReader().getArgb(50, 50)).as("beside it").isZero();
        assertThat(seen.getPixelReader().getArgb(120, 20)).isEqualTo(Color.RED.getRGB());
        assertThat(seen.getPixelReader().getArgb(180, 80)).isEqualTo(Color.YELLOW.getRGB());
    }

    @Test
    void whatIsNoPictureIsSaidToBeNone() {
        assertThatThrownBy(() -> PhotoLevels.read("not a photo".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    /// Red, blue above; green, yellow below.
    private static byte[] quarters(int size) throws IOException {
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        Color[] colours = {Color.RED, Color.BLUE, Color.GREEN, Color.YELLOW};
        for (int i = 0; i < 4; i++) {
            g.setColor(colours[i]);
            g.fillRect(i % 2 * size / 2, i / 2 * size / 2, size / 2, size / 2);
        }
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
