package org.yiping.simulator.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/// Draws photos of street scenes as flat pictures with the mark 模拟照片, as JPEG of a few dozen kilobytes. The same scene
/// and variant give the same picture. Any thread; a picture takes some milliseconds.
///
/// They are honest stand-ins: nobody should take one for a photo, yet before and after differ as in a case's two
/// photos.
public final class PhotoBooth {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int HORIZON = 190;
    /// A camera's picture is wide.
    private static final int CAPTURE_HEIGHT = 360;
    private static final String FONT = "/org/yiping/fonts/NotoSansCJKsc-Bold.otf";

    private final Font font;

    public PhotoBooth() {
        this.font = font();
    }

    /// `scene` is a class code; `after` leaves the trouble out.
    public byte[] photo(String scene, int variant, boolean after) {
        Drawn drawn = draw(scene, variant, after);
        mark(drawn.g(), "模拟照片", after ? "SIMULATED · 处置后" : "SIMULATED · 处置前");
        drawn.g().dispose();
        return jpeg(drawn.image());
    }

    /// What a recogniser picked out: the scene as a camera has it, with a frame around the trouble.
    public byte[] capture(String scene, int variant) {
        Drawn drawn = draw(scene, variant, false);
        Graphics2D g = drawn.g();
        frame(g, drawn.x() - 84, 176, 330, 196);
        mark(g, "模拟抓拍", "SIMULATED · 智能抓拍");
        g.dispose();
        return jpeg(drawn.image().getSubimage(0, HEIGHT - CAPTURE_HEIGHT, WIDTH, CAPTURE_HEIGHT));
    }

    /// White with black dashes, to be seen on any ground.
    private static void frame(Graphics2D g, int x, int y, int w, int h) {
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(5));
        g.drawRect(x, y, w, h);
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {9, 9}, 0));
        g.drawRect(x, y, w, h);
        g.setStroke(new BasicStroke(1));
    }

    /// A street with its trouble, which is at `x`, and nothing written on it yet.
    private record Drawn(BufferedImage image, Graphics2D g, int x) {}

    private static Drawn draw(String scene, int variant, boolean after) {
        SplittableRandom random = new SplittableRandom(scene.hashCode() * 31L + variant);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        street(g, random);
        int x = 180 + random.nextInt(200);
        if (scene.startsWith("C-")) {
            component(g, scene, x, after);
        } else if (!after) {
            trouble(g, scene, x, random);
        }
        return new Drawn(image, g, x);
    }

    private static void street(Graphics2D g, SplittableRandom random) {
        fill(g, 0xB9C7CF, 0, 0, WIDTH, HORIZON);
        for (int x = -20; x < WIDTH; ) {
            int w = 90 + random.nextInt(90);
            int h = 70 + random.nextInt(100);
            fill(g, 0x8C949A - 0x060606 * random.nextInt(4), x, HORIZON - h, w, h);
            for (int wx = x + 12; wx < x + w - 16; wx += 26) {
                for (int wy = HORIZON - h + 12; wy < HORIZON - 34; wy += 24) {
                    fill(g, 0x6D7880, wx, wy, 13, 14);
                }
            }
            fill(g, 0x7A6A58 + 0x00100C * random.nextInt(5), x + 4, HORIZON - 24, w - 8, 24);
            x += w + 3;
        }
        fill(g, 0xA9A69E, 0, HORIZON, WIDTH, 200);
        g.setColor(new Color(0x99968E));
        for (int i = -8; i < 18; i++) {
            g.drawLine(WIDTH / 2 + (i - 5) * 34, HORIZON, WIDTH / 2 + (i - 5) * 95, HORIZON + 200);
        }
        for (int y = HORIZON + 12, step = 14; y < HORIZON + 200; y += step, step += 6) {
            g.drawLine(0, y, WIDTH, y);
        }
        fill(g, 0x87847C, 0, HORIZON + 196, WIDTH, 10);
        fill(g, 0x5B5E62, 0, HORIZON + 206, WIDTH, HEIGHT - HORIZON - 206);
        for (int lane = 10; lane < WIDTH; lane += 120) {
            fill(g, 0xC9C9C4, lane, HEIGHT - 42, 62, 6);
        }
        int tree = 40 + random.nextInt(60);
        fill(g, 0x5C4B3C, tree, HORIZON - 40, 12, 130);
        g.setColor(new Color(0x4E6B4A));
        g.fillOval(tree - 46, HORIZON - 130, 104, 108);
    }

    private static void component(Graphics2D g, String scene, int x, boolean after) {
        if (scene.startsWith("C-01") && scene.compareTo("C-0124") < 0) {
            g.setColor(new Color(0x4A4D50));
            g.fillOval(x, 310, 130, 50);
            g.setColor(new Color(after ? 0x6A6E72 : 0x141516));
            g.fillOval(x + 8, 315, 114, 39);
            if (!after) {
                g.setColor(new Color(0x6A6E72));
                g.fillOval(x + 70, 286, 118, 42);
            } else {
                g.setColor(new Color(0x55595C));
                for (int i = 0; i < 5; i++) {
                    g.drawLine(x + 22 + i * 20, 322, x + 22 + i * 20, 347);
                }
            }
            return;
        }
        int lean = after ? 0 : 34;
        g.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(0x4F5C66));
        g.drawLine(x + 60, 352, x + 60 + lean, 190);
        g.setStroke(new BasicStroke(1));
        fill(g, 0x3E5A70, x + 20 + lean, 196, 86, 74);
        fill(g, 0x9FB1BD, x + 30 + lean, 206, 66, 30);
        if (!after) {
            fill(g, 0x8D6B4F, x + 4, 336, 60, 22);
            fill(g, 0x6F7C62, x + 110, 330, 44, 28);
        }
    }

    private static void trouble(Graphics2D g, String scene, int x, SplittableRandom random) {
        if (scene.equals("E-0410") || scene.equals("E-0493")) {
            for (int i = 0; i < 6; i++) {
                bicycle(g, x - 90 + i * 52, 290 + random.nextInt(40), random);
            }
            return;
        }
        if (scene.startsWith("E-02") || scene.equals("E-0107")) {
            fill(g, 0xA44A3F, x - 60, 120, 300, 46);
            fill(g, 0xD9CDB2, x - 46, 134, 272, 18);
            return;
        }
        if (scene.equals("E-0496")) {
            car(g, x - 40);
            return;
        }
        if (scene.equals("E-0304")) {
            dust(g, x, random);
            return;
        }
        if (scene.startsWith("E-04")) {
            fill(g, 0x9A4B42, x - 30, 190, 220, 22);
            fill(g, 0x6A5A49, x - 20, 212, 6, 120);
            fill(g, 0x6A5A49, x + 174, 212, 6, 120);
            for (int i = 0; i < 8; i++) {
                fill(g, 0xB08A4E + 0x0A1408 * random.nextInt(6), x - 10 + i * 23, 276 + random.nextInt(14), 20, 40);
            }
            return;
        }
        for (int i = 0; i < 22; i++) {
            int w = 22 + random.nextInt(46);
            fill(
                    g,
                    0x5E4F42 + 0x0D0F0C * random.nextInt(7),
                    x - 60 + random.nextInt(210),
                    280 + random.nextInt(66),
                    w,
                    w / 2);
        }
    }

    private static void car(Graphics2D g, int x) {
        fill(g, 0x3D5568, x, 280, 240, 52);
        fill(g, 0x4F6A80, x + 44, 240, 138, 42);
        fill(g, 0xA9BAC6, x + 56, 248, 52, 30);
        fill(g, 0xA9BAC6, x + 118, 248, 52, 30);
        g.setColor(new Color(0x1D2125));
        g.fillOval(x + 26, 308, 50, 50);
        g.fillOval(x + 164, 308, 50, 50);
    }

    private static void dust(Graphics2D g, int x, SplittableRandom random) {
        fill(g, 0x4E6E86, x - 70, 224, 310, 92); // the site's fence
        for (int i = 0; i < 26; i++) {
            int r = 30 + random.nextInt(60);
            g.setColor(new Color(0xC2, 0xB2, 0x94, 120));
            g.fillOval(x - 70 + random.nextInt(230), 186 + random.nextInt(100), r, r * 2 / 3);
        }
    }

    private static void bicycle(Graphics2D g, int x, int y, SplittableRandom random) {
        g.setStroke(new BasicStroke(4));
        g.setColor(new Color(0x2E3338));
        g.drawOval(x, y, 44, 44);
        g.drawOval(x + 58, y, 44, 44);
        g.setColor(new Color(0x3E6C8E + 0x201000 * random.nextInt(4)));
        g.drawLine(x + 22, y + 22, x + 44, y - 6);
        g.drawLine(x + 44, y - 6, x + 74, y - 6);
        g.drawLine(x + 74, y - 6, x + 80, y + 22);
        g.drawLine(x + 22, y + 22, x + 52, y + 22);
        g.drawLine(x + 52, y + 22, x + 74, y - 6);
        g.setStroke(new BasicStroke(1));
    }

    private void mark(Graphics2D g, String what, String more) {
        fill(g, 0x11161A, 0, HEIGHT - 34, WIDTH, 34);
        g.setColor(new Color(0xC8D1D8));
        for (int i = 0; i < 6; i++) {
            g.drawLine(10 + i * 5, HEIGHT - 10, 18 + i * 5, HEIGHT - 24);
        }
        g.setFont(font.deriveFont(18f));
        g.drawString(what, 54, HEIGHT - 11);
        g.setFont(font.deriveFont(14f));
        g.drawString(more, 150, HEIGHT - 11);
    }

    private static void fill(Graphics2D g, int rgb, int x, int y, int w, int h) {
        g.setColor(new Color(rgb));
        g.fillRect(x, y, w, h);
    }

    private static byte[] jpeg(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(40_000);
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Font font() {
        try (InputStream in = PhotoBooth.class.getResourceAsStream(FONT)) {
            return in == null ? new Font(Font.SANS_SERIF, Font.BOLD, 18) : Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            return new Font(Font.SANS_SERIF, Font.BOLD, 18);
        }
    }
}
