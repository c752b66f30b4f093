package org.yiping.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The comparison of pictures is itself seen to refuse.
class AlbumTest {
    @TempDir
    Path folder;

    private Album album;

    @BeforeEach
    void keepAPanel() throws IOException {
        Album renewing = album(true);
        assertThat(renewing.refusal("panel", panel(0x1F6FB2, 0))).isEmpty();
        album = album(false);
    }

    @Test
    void theSamePictureAndOneWithSlightlyOtherEdgesPass() throws IOException {
        assertThat(album.refusal("panel", panel(0x1F6FB2, 0))).isEmpty();

        BufferedImage rounded = panel(0x1F6FB2, 0);
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            int x = random.nextInt(rounded.getWidth());
            int y = random.nextInt(rounded.getHeight());
            rounded.setRGB(x, y, rounded.getRGB(x, y) ^ 0x0F0F0F);
        }
        assertThat(album.refusal("panel", rounded)).isEmpty();
    }

    @Test
    void aButtonMovedByOnePixelIsRefusedAndLaidOutSideBySide() throws IOException {
        Optional<String> refusal = album.refusal("panel", panel(0x1F6FB2, 1));

        assertThat(refusal).hasValueSatisfying(words -> assertThat(words).contains("panel", "pixels differ"));
        BufferedImage sheet = ImageIO.read(folder.resolve("findings/panel.png").toFile());
        assertThat(sheet.getWidth()).isEqualTo(3 * 400 + 16);
        assertThat(sheet.getRGB(816 + 40, 50) & 0xFFFFFF).isEqualTo(0xFF0000);
    }

    @Test
    void anotherColourAnotherSizeAndAPictureNobodyKeepsAreRefused() throws IOException {
        assertThat(album.refusal("panel", panel(0x1F6FD8, 0))).isPresent();
        assertThat(album.refusal("panel", new BufferedImage(401, 300, BufferedImage.TYPE_INT_RGB)))
                .isPresent();
        assertThat(album.refusal("other", panel(0x1F6FB2, 0))).isPresent();
    }

    @Test
    void renewingTakesTheNewPictureAndStillLaysBothOut() throws IOException {
        assertThat(album(true).refusal("panel", panel(0xB2331F, 0))).isEmpty();

        assertThat(folder.resolve("findings/panel.png")).exists();
        assertThat(album.refusal("panel", panel(0xB2331F, 0))).isEmpty();
        assertThat(album.refusal("panel", panel(0x1F6FB2, 0))).isPresent();
    }

    private Album album(boolean update) {
        return new Album(folder.resolve("kept"), folder.resolve("findings"), update);
    }

    /// A button on a ground.
    private static BufferedImage panel(int colour, int moved) {
        BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(new java.awt.Color(0x10151A));
        g.fillRect(0, 0, 400, 300);
        g.setColor(new java.awt.Color(colour));
        g.fillRect(40 + moved, 40, 120, 34);
        g.dispose();
        return picture;
    }
}
