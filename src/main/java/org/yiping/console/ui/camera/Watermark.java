package org.yiping.console.ui.camera;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.yiping.console.fx.Fonts;

/// Who looked and when, faint and all over a picture (水印), so that a picture that leaves the hall says from where. Each
/// word is white with a dark shadow: it is read on a bright sky and on a dark road. Stateless; any thread but the FX
/// thread, because Java2D draws it.
final class Watermark {
    /// One field of the pattern in pixels; neighbours stand half a field apart.
    static final int WIDE = 320;

    static final int HIGH = 120;
    private static final float SIZE = 15;
    private static final double SLANT = -Math.PI / 12;
    private static final Color LIGHT = new Color(255, 255, 255, 56);
    private static final Color DARK = new Color(0, 0, 0, 56);

    /// Read once: the file is large.
    private static final class Letters {
        private static final Font FONT = Fonts.java2d(false, SIZE);
    }

    private Watermark() {}

    /// Draws the words over an opaque picture of 0xAARRGGBB, row by row.
    static void burn(int[] argb, int width, int height, String words) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, argb, 0, width);
        draw(picture, words);
        picture.getRGB(0, 0, width, height, argb, 0, width);
    }

    /// The words once, on nothing: along the picture's edge, or slanted as they are all over it.
    static Image stamp(String words, boolean slanted) {
        int[] size = measure(words);
        int width = slanted ? turned(size[0], size[1]) : size[0];
        int height = slanted ? turned(size[1], size[0]) : size[1];
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = pen(picture, words);
        try {
            double baseline = slanted ? height - SIZE / 2 : height - SIZE / 3;
            write(g, words, 1, baseline, slanted ? SLANT : 0);
        } finally {
            g.dispose();
        }
        WritableImage made = new WritableImage(width, height);
        made.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getIntArgbPreInstance(),
                        ((java.awt.image.DataBufferInt) picture.getRaster().getDataBuffer()).getData(),
                        0,
                        width);
        return made;
    }

    private static int turned(int along, int across) {
        return (int) Math.ceil(along * Math.cos(SLANT) - across * Math.sin(SLANT));
    }

    private static int[] measure(String words) {
        Graphics2D g = pen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE), words);
        try {
            FontMetrics metrics = g.getFontMetrics();
            return new int[] {metrics.stringWidth(words) + 2, metrics.getHeight() + 2};
        } finally {
            g.dispose();
        }
    }

    private static Graphics2D pen(BufferedImage picture, String words) {
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(
                Letters.FONT.canDisplayUpTo(words) < 0 ? Letters.FONT : new Font(Font.DIALOG, Font.PLAIN, (int) SIZE));
        return g;
    }

    private static void draw(BufferedImage picture, String words) {
        Graphics2D g = pen(picture, words);
        try {
            FontMetrics metrics = g.getFontMetrics();
            int across = Math.max(WIDE, metrics.stringWidth(words) * 5 / 4);
            for (int row = 0; row * HIGH < picture.getHeight() + HIGH; row++) {
                int shift = row % 2 == 0 ? 0 : across / 2;
                for (int x = -shift; x < picture.getWidth(); x += across) {
                    write(g, words, x + SIZE, row * HIGH + HIGH * 3.0 / 4, SLANT);
                }
            }
        } finally {
            g.dispose();
        }
    }

    private static void write(Graphics2D g, String words, double x, double y, double turn) {
        var before = g.getTransform();
        g.translate(x, y);
        g.rotate(turn);
        g.setColor(DARK);
        g.drawString(words, 1, 1);
        g.setColor(LIGHT);
        g.drawString(words, 0, 0);
        g.setTransform(before);
    }
}
