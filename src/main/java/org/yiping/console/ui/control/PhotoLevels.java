package org.yiping.console.ui.control;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// A photo decoded once, with its halves: any part of it is scaled to the size of a frame in one pass, beside the
/// JavaFX thread, and then only laid down. Immutable; any thread.
///
/// The software pipeline would scale the whole picture anew in every frame that is drawn.
public final class PhotoLevels {
    /// So many pixels are kept of a photo; a larger one is read with pixels left out.
    private static final int MOST_PIXELS = 8_000_000;

    private static final int SMALLEST_SIDE = 400;

    private final List<BufferedImage> levels;

    private PhotoLevels(List<BufferedImage> levels) {
        this.levels = List.copyOf(levels);
    }

    /// Fails where the content is no picture.
    public static PhotoLevels read(byte[] content) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                ImageReadParam param = reader.getDefaultReadParam();
                double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
                int every = (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS));
                param.setSourceSubsampling(every, every, 0, 0);
                return of(reader.read(0, param));
            } finally {
                reader.dispose();
            }
        }
    }

    static PhotoLevels of(BufferedImage picture) {
        List<BufferedImage> levels = new ArrayList<>();
        BufferedImage level = drawn(picture, picture.getWidth(), picture.getHeight());
        levels.add(level);
        while (Math.min(level.getWidth(), level.getHeight()) / 2 >= SMALLEST_SIDE) {
            level = drawn(level, level.getWidth() / 2, level.getHeight() / 2);
            levels.add(level);
        }
        return new PhotoLevels(levels);
    }

    public double width() {
        return levels.getFirst().getWidth();
    }

    public double height() {
        return levels.getFirst().getHeight();
    }

    /// What is seen through the lens in a frame of this size, one picture pixel a pixel of the frame.
    public Image through(PhotoLens lens, int width, int height) {
        PhotoLens.Cut cut = lens.cut(width(), height(), width, height);
        BufferedImage level = level(cut.scale());
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = smooth(out);
        g.translate(cut.left(), cut.top());
        g.scale(cut.scale() * width() / level.getWidth(), cut.scale() * height() / level.getHeight());
        g.drawImage(level, 0, 0, null);
        g.dispose();
        int[] pixels = ((DataBufferInt) out.getRaster().getDataBuffer()).getData();
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }

    /// The whole picture on white, no wider or higher than that.
    public BufferedImage atMost(int pixels) {
        double scale = Math.min(1, pixels / Math.max(width(), height()));
        int w = Math.max(1, (int) Math.round(width() * scale));
        int h = Math.max(1, (int) Math.round(height() * scale));
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = smooth(out);
        g.setBackground(new Color(1f, 1f, 1f)); // the paper, no colour of the theme
        g.clearRect(0, 0, w, h);
        g.drawImage(level(scale), 0, 0, w, h, null);
        g.dispose();
        return out;
    }

    /// The smallest that is not scaled up where a larger one could be scaled down.
    private BufferedImage level(double scale) {
        int at = 0;
        while (at + 1 < levels.size() && scale * width() <= levels.get(at + 1).getWidth()) {
            at++;
        }
        return levels.get(at);
    }

    private static BufferedImage drawn(BufferedImage from, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = smooth(to);
        g.drawImage(from, 0, 0, width, height, null);
        g.dispose();
        return to;
    }

    private static Graphics2D smooth(BufferedImage on) {
        Graphics2D g = on.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return g;
    }
}
