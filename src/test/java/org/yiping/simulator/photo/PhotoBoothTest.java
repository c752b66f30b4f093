package org.yiping.simulator.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotoBoothTest {
    private final PhotoBooth booth = new PhotoBooth();

    @Test
    void photosAreSmallJpegsThatDifferBeforeAndAfter() throws IOException {
        Files.createDirectories(Path.of("target/photos"));
        for (String scene : List.of("E-0410", "E-0207", "E-0136", "E-0401", "C-0102", "C-0305")) {
            byte[] before = booth.photo(scene, 1, false);
            byte[] after = booth.photo(scene, 1, true);
            Files.write(Path.of("target/photos/" + scene + "-before.jpg"), before);
            Files.write(Path.of("target/photos/" + scene + "-after.jpg"), after);
            assertThat(before).hasSizeBetween(8_000, 80_000).isNotEqualTo(after);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(before));
            assertThat(image.getWidth()).isEqualTo(640);
            assertThat(image.getHeight()).isEqualTo(480);
        }
    }

    @Test
    void theSamePhotoIsTheSameFile() {
        assertThat(booth.photo("E-0110", 2, false)).isEqualTo(booth.photo("E-0110", 2, false));
        assertThat(booth.photo("E-0110", 2, false)).isNotEqualTo(booth.photo("E-0110", 3, false));
    }
}
