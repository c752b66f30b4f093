package org.yiping.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.needs.NeedsProgram;

/// A program that shares no line with ours draws what a PDF of ours shows. That its words can be read out proves
/// nothing: a PDF whose font numbers its glyphs otherwise has every word and shows none.
@Tag("slow")
class PdfPeerTest {
    private static final double SIZE = 40;

    @TempDir
    Path folder;

    @Test
    @NeedsProgram("pdftoppm")
    @Timeout(120)
    void everyCharacterIsSeen() throws Exception {
        Type type = Letters.type();
        String words = "案件卷宗A7，䶮";
        for (boolean bold : new boolean[] {false, true}) {
            BufferedImage seen = drawn(new Item.Words(40, 100, SIZE, bold, Ink.TEXT, words), type);
            double x = 40;
            for (int i = 0; i < words.length(); i++) {
                double width = type.width(words.substring(i, i + 1), SIZE, bold);
                assertThat(dark(seen, x, 100 - SIZE, width, SIZE * 1.3))
                        .as("%s, bold %s", words.charAt(i), bold)
                        .isGreaterThan(20);
                x += width;
            }
        }
    }

    /// A pixel a point.
    private BufferedImage drawn(Item item, Type type) throws IOException, InterruptedException {
        Path pdf = folder.resolve("page.pdf");
        try (OutputStream out = Files.newOutputStream(pdf)) {
            Letters.pdf(type).write(List.of(new Page(List.of(item))), "t", out);
        }
        Process process = new ProcessBuilder(
                        "pdftoppm",
                        "-r",
                        "72",
                        "-png",
                        "-singlefile",
                        pdf.toString(),
                        folder.resolve("page").toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return ImageIO.read(folder.resolve("page.png").toFile());
    }

    private static long dark(BufferedImage picture, double left, double top, double width, double height) {
        long dark = 0;
        for (int y = (int) top; y < top + height; y++) {
            for (int x = (int) left; x < left + width; x++) {
                if ((picture.getRGB(x, y) & 0xff) < 128) {
                    dark++;
                }
            }
        }
        return dark;
    }
}
