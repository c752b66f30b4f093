package org.yiping.golden;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// The kept pictures and where differences are laid out. Any thread, each picture by one at a time.
record Album(Path kept, Path findings, boolean update) {

    /// The product's album; `-Dgolden.update=true` takes new pictures instead of refusing them.
    static Album ofProduct() {
        return new Album(Path.of("src/test/golden"), Path.of("target/golden"), Boolean.getBoolean("golden.update"));
    }

    /// Pictures of the map engine alone, which needs no window.
    static Album ofMap() {
        return new Album(Path.of("src/test/golden-map"), Path.of("target/golden-map"), ofProduct().update);
    }

    /// Why this picture is refused, or nothing. A picture that is refused or renewed is laid out in `findings` as old,
    /// new and difference, side by side.
    Optional<String> refusal(String name, BufferedImage now) throws IOException {
        Path file = kept.resolve(name + ".png");
        if (!Files.exists(file)) {
            return missing(name, now, file);
        }
        BufferedImage old = ImageIO.read(file.toFile());
        Difference difference = Difference.between(old, now);
        if (!difference.tooMuch()) {
            return Optional.empty();
        }
        Path sheet = findings.resolve(name + ".png");
        write(sheet(old, now), sheet);
        if (update) {
            write(coarse(now), file);
            return Optional.empty();
        }
        return Optional.of("%s: %,d of %,d pixels differ; old, new and difference: %s"
                .formatted(name, difference.pixels(), difference.area(), sheet));
    }

    private Optional<String> missing(String name, BufferedImage now, Path file) throws IOException {
        if (update) {
            write(coarse(now), file);
            return Optional.empty();
        }
        Path seen = findings.resolve(name + ".png");
        write(now, seen);
        return Optional.of(name + ": no picture is kept; what was seen: " + seen);
    }

    private static BufferedImage sheet(BufferedImage old, BufferedImage now) {
        int w = Math.max(old.getWidth(), now.getWidth());
        int h = Math.max(old.getHeight(), now.getHeight());
        BufferedImage sheet = new BufferedImage(3 * w + 16, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.drawImage(old, 0, 0, null);
        g.drawImage(now, w + 8, 0, null);
        g.dispose();
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                sheet.setRGB(2 * w + 16 + x, y, marked(old, now, x, y));
            }
        }
        return sheet;
    }

    /// Red where they differ, else the old picture, faint.
    private static int marked(BufferedImage old, BufferedImage now, int x, int y) {
        if (x >= Math.min(old.getWidth(), now.getWidth()) || y >= Math.min(old.getHeight(), now.getHeight())) {
            return 0xFF0000;
        }
        int rgb = old.getRGB(x, y);
        return Difference.differs(rgb, now.getRGB(x, y)) ? 0xFF0000 : (rgb >> 2) & 0x3F3F3F;
    }

    /// Colours in steps of four: fewer bytes, and far below what counts as a difference.
    private static BufferedImage coarse(BufferedImage picture) {
        BufferedImage coarse = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                coarse.setRGB(x, y, step(rgb >> 16) << 16 | step(rgb >> 8) << 8 | step(rgb));
            }
        }
        return coarse;
    }

    private static int step(int channel) {
        return Math.min(255, ((channel & 0xFF) + 2) & ~3);
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        ImageWriter writer = writers.next();
        ImageWriteParam small = writer.getDefaultWriteParam();
        small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        small.setCompressionQuality(0);
        try (OutputStream out = Files.newOutputStream(file);
                ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), small);
        } finally {
            writer.dispose();
        }
    }
}
