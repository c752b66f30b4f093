package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RasteriserTest {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    private final int[] pixels = new int[64 * 64];
    private final Rasteriser raster = new Rasteriser(64, 64);

    @Test
    void fillsAPolygonButNotItsHole() {
        Arrays.fill(pixels, BLACK);
        add(8, 8, 56, 8, 56, 56, 8, 56);
        add(24, 24, 24, 40, 40, 40, 40, 24);
        raster.paint(pixels, WHITE, 1);
        assertThat(grey(10, 10)).isEqualTo(255);
        assertThat(grey(32, 32)).isZero();
        assertThat(grey(50, 32)).isEqualTo(255);
        assertThat(grey(4, 32)).isZero();
        assertThat(sum()).isCloseTo(48 * 48 - 16 * 16, within(1.0));
    }

    @Test
    void coversAPixelAsFarAsTheOutlineDoes() {
        Arrays.fill(pixels, BLACK);
        add(10.25, 10, 11, 10, 11, 11, 10.25, 11);
        raster.paint(pixels, WHITE, 1);
        assertThat(grey(10, 10)).isCloseTo(191, within(2));
    }

    @Test
    void cutsShapesThatLeaveThePictureOnAnySide() {
        Random random = new Random(6);
        for (int i = 0; i < 300; i++) {
            Arrays.fill(pixels, BLACK);
            double[] triangle = random.doubles(6, -80, 140).toArray();
            add(triangle);
            raster.paint(pixels, WHITE, 1);
            assertThat(sum()).as("triangle %s", Arrays.toString(triangle)).isCloseTo(peer(triangle), within(25.0));
        }
    }

    @Test
    void aBentLineHasTheAreaOfItsLengthTimesItsWidth() {
        Arrays.fill(pixels, BLACK);
        double[] line = {10, 10, 40, 10, 40, 50};
        new Stroker(raster, 6).line(line, line.length, false);
        raster.paint(pixels, WHITE, 1);
        // the outer corner is rounded, the inner one shared
        assertThat(sum()).isCloseTo(70 * 6 - 9 + Math.PI * 9 / 4, within(4.0));
    }

    @Test
    void partsOfALineLeaveNoSeamAndNoBump() {
        Arrays.fill(pixels, BLACK);
        double[] line = {2, 20.3, 20, 21.1, 40, 23.7, 62, 25};
        new Stroker(raster, 4.4).line(line, line.length, true);
        raster.paint(pixels, WHITE, 1);
        for (int x = 5; x < 60; x++) {
            double column = 0;
            for (int y = 0; y < 64; y++) {
                column += grey(x, y) / 255.0;
            }
            assertThat(column).as("column %d", x).isCloseTo(4.42, within(0.12));
        }
    }

    @Test
    void picturesSideBySideShowTheSameAsOneLargeOne() {
        Random random = new Random(15);
        int[] half = new int[32 * 64];
        Rasteriser small = new Rasteriser(32, 64);
        for (int i = 0; i < 100; i++) {
            double[] line = random.doubles(8, -40, 100).toArray();
            Arrays.fill(pixels, BLACK);
            draw(raster, line, i, pixels);
            for (int side = 0; side < 2; side++) {
                double[] moved = line.clone();
                for (int k = 0; k < moved.length; k += 2) {
                    moved[k] -= 32 * side;
                }
                Arrays.fill(half, BLACK);
                draw(small, moved, i, half);
                for (int p = 0; p < half.length; p++) {
                    int whole = pixels[(p >> 5) * 64 + p % 32 + 32 * side];
                    assertThat((half[p] & 255) - (whole & 255))
                            .as("line %d, pixel %d of side %d", i, p, side)
                            .isBetween(-1, 1);
                }
            }
        }
    }

    private static void draw(Rasteriser into, double[] line, int i, int[] target) {
        if (i % 3 == 0) {
            new Stroker(into, 1 + i % 9).line(line, line.length, true);
        } else if (i % 3 == 1) {
            new Stroker(into, 1 + i % 4).dashed(line, line.length, 9, 4);
        } else {
            into.ring(line.clone(), line.length);
        }
        into.paint(target, WHITE, 1);
    }

    @Test
    void dashesGoOnAroundBendsAndCostNothingFarAway() {
        Arrays.fill(pixels, BLACK);
        double[] line = {-1e8, 10, 20, 10, 20, 60};
        Stroker pen = new Stroker(raster, 2);
        // the bend is 100,000,020 from the start: a whole number of periods of 20 and in the midst of no gap
        pen.dashed(line, line.length, 19, 1);
        raster.paint(pixels, WHITE, 1);
        assertThat(grey(10, 9)).isEqualTo(255);
        assertThat(grey(20, 20)).isEqualTo(255);
        assertThat(sum()).isCloseTo(2 * (20 + 50) * 19 / 20.0, within(3.0));
    }

    @Test
    void halfTransparentPaintIsHalfLaid() {
        Arrays.fill(pixels, BLACK);
        add(8, 8, 56, 8, 56, 56, 8, 56);
        raster.paint(pixels, WHITE, 0.5);
        assertThat(grey(30, 30)).isEqualTo(128);
        assertThat(grey(4, 4)).isZero();
    }

    private void add(double... xy) {
        for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
            raster.edge(xy[j], xy[j + 1], xy[i], xy[i + 1]);
        }
    }

    private int grey(int x, int y) {
        return pixels[y * 64 + x] & 255;
    }

    private double sum() {
        double sum = 0;
        for (int pixel : pixels) {
            sum += (pixel & 255) / 255.0;
        }
        return sum;
    }

    private static double peer(double[] xy) {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        path.lineTo(xy[2], xy[3]);
        path.lineTo(xy[4], xy[5]);
        path.closePath();
        g.fill(path);
        g.dispose();
        double sum = 0;
        for (int pixel : image.getRGB(0, 0, 64, 64, null, 0, 64)) {
            sum += (pixel & 255) / 255.0;
        }
        return sum;
    }
}
