// long because every kind of shape is held to one measure
package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Every pixel is covered as far as the exact area of shape ∩ pixel says, to 2 of 255 grey values.
class CoverageTest {
    private static final int SIDE = 48;
    private static final int WHITE = 0xFFFFFFFF;
    private static final double LEAST = 2 / 255.0 + 1e-9;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Rasteriser raster = new Rasteriser(SIDE, SIDE);
    private final int[] pixels = new int[SIDE * SIDE];

    @Test
    void theMeasureItselfAgreesWithJts() {
        Random random = new Random(1);
        for (int i = 0; i < 10; i++) {
            Polygon star = polygon(star(random, 24, 24, 4, 30, 9));
            double[] cover = ExactCover.of(star, SIDE);
            for (int p = 0; p < cover.length; p += 7) {
                Geometry pixel = GEOMETRY.toGeometry(
                        new Envelope(p % SIDE, p % SIDE + 1, Math.floorDiv(p, SIDE), Math.floorDiv(p, SIDE) + 1));
                assertThat(cover[p]).isCloseTo(star.intersection(pixel).getArea(), within(1e-9));
            }
        }
    }

    @Test
    void polygonsWithHoles() {
        Random random = new Random(2);
        for (int i = 0; i < 60; i++) {
            double[] outer = star(random, 24 + random.nextDouble(), 24, 14, 22, 6 + random.nextInt(20));
            double[] hole = star(random, 24, 24 + random.nextDouble(), 1, 7, 3 + random.nextInt(9));
            raster.shape();
            ring(outer);
            ring(reversed(hole));
            LinearRing inner = polygon(hole).getExteriorRing();
            check(GEOMETRY.createPolygon(polygon(outer).getExteriorRing(), new LinearRing[] {inner}), "star " + i);
        }
    }

    @Test
    void thinSlivers() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            double x = random.nextDouble() * SIDE;
            double y = random.nextDouble() * SIDE;
            double reach = 3 + random.nextInt(60);
            double angle = random.nextDouble() * 2 * Math.PI;
            double thin = Math.pow(10, -3 + 3 * random.nextDouble());
            double dx = Math.cos(angle) * reach;
            double dy = Math.sin(angle) * reach;
            double[] sliver = {x, y, x + dx, y + dy, x + dx - dy * thin / reach, y + dy + dx * thin / reach};
            ring(sliver);
            check(polygon(sliver), "sliver " + i);
        }
    }

    @Test
    void ringsThatCrossThemselvesAreFilledWhereverTheyWind() {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            double[] tangle =
                    random.doubles(2L * (4 + random.nextInt(12)), -6, SIDE + 6).toArray();
            ring(tangle);
            check(GeometryFixer.fix(polygon(tangle)), "tangle " + i);
        }
    }

    @Test
    void shapesThatLeaveThePictureOnAnySideOrAreFarOutside() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            double size = i % 3 == 0 ? 1e5 : i % 3 == 1 ? 1000 : 80;
            double[] triangle = random.doubles(6, -size, size).toArray();
            triangle[0] = random.nextDouble() * SIDE;
            triangle[1] = random.nextDouble() * SIDE;
            ring(triangle);
            check(polygon(triangle), "triangle " + i);
            double[] far = {1e5 + i, -3, 1e6, 70, 1e5, 2e6};
            ring(far);
            ring(new double[] {-1e5 - i, -3, -1e6, 70, -1e5, 2e6});
            ring(new double[] {3, 1e5, 1e6, 1e5 + 2, 30, 2e6});
            ring(new double[] {3, -1e5, 1e6, -1e5 - 2, 30, -2e6});
            check(GEOMETRY.createPolygon(), "far " + i);
        }
    }

    @Test
    void aFineCoast() {
        Random random = new Random(6);
        double[] coast = new double[100_000];
        for (int i = 0; i < 50_000; i++) {
            double angle = 2 * Math.PI * i / 50_000;
            double r = 18 + 3 * Math.sin(7 * angle) + 0.4 * random.nextDouble();
            coast[2 * i] = 24 + r * Math.cos(angle);
            coast[2 * i + 1] = 25 + r * Math.sin(angle);
        }
        ring(coast);
        check(GeometryFixer.fix(polygon(coast)), "coast");
    }

    @Test
    void aTangleOfFiftyThousandEdgesComesToAnEnd() {
        double[] tangle = new Random(16).doubles(100_000, -20, SIDE + 20).toArray();
        ring(tangle);
        raster.paint(pixels, WHITE, 1);
        new Stroker(raster, 1).line(tangle, tangle.length, true);
        double[] full = new double[SIDE * SIDE];
        Arrays.fill(full, 1);
        check(full, "tangle");
    }

    @Test
    void linesOfAnyWidth() {
        Random random = new Random(7);
        for (int i = 0; i < 250; i++) {
            double[] line =
                    random.doubles(2L * (2 + random.nextInt(5)), -10, SIDE + 10).toArray();
            stroke(line, 0.3 * Math.pow(100, random.nextDouble()), i % 2 == 0, "line " + i);
        }
    }

    @Test
    void flatEndsOfLinesWithLongStretches() {
        Random random = new Random(14);
        for (int i = 0; i < 60; i++) {
            double[] line = {
                random.nextDouble() * 10,
                random.nextDouble() * SIDE,
                24,
                24,
                34 + random.nextDouble() * 20,
                random.nextDouble() * SIDE
            };
            double width = 0.3 * Math.pow(30, random.nextDouble());
            new Stroker(raster, width).line(line, 6, false);
            check(buffer(line, width, BufferParameters.CAP_FLAT), "line " + i);
        }
    }

    @Test
    void gentleLinesOfManyShortStretches() {
        Random random = new Random(8);
        for (int i = 0; i < 120; i++) {
            int n = 3 + random.nextInt(40);
            double[] line = new double[2 * n];
            double x = -4 + random.nextDouble() * 20;
            double y = random.nextDouble() * SIDE;
            double angle = random.nextGaussian() * 0.5;
            for (int k = 0; k < n; k++) {
                line[2 * k] = x;
                line[2 * k + 1] = y;
                double step = 0.2 + 4 * random.nextDouble();
                x += Math.cos(angle) * step;
                y += Math.sin(angle) * step;
                angle += random.nextGaussian() * (i % 4 + 0.2) * 0.4;
            }
            stroke(line, 0.3 * Math.pow(60, random.nextDouble()), i % 2 == 0, "gentle " + i);
        }
    }

    @Test
    void sharpBendsAndLinesThatComeBackOverThemselves() {
        Random random = new Random(9);
        for (int i = 0; i < 150; i++) {
            double width = 0.3 * Math.pow(100, random.nextDouble());
            double[] there = random.doubles(6, 0, SIDE).toArray();
            double near = random.nextDouble() * 2;
            double[] back = {
                there[0],
                there[1],
                there[2],
                there[3],
                there[4],
                there[5],
                there[2] + near,
                there[3],
                there[0],
                there[1]
            };
            stroke(back, width, i % 2 == 0, "nearly back " + i);
            double[] same = {there[0], there[1], there[2], there[3], there[0], there[1], there[4], there[5]};
            stroke(same, width, i % 2 == 0, "back " + i);
            double[] closed = Arrays.copyOf(there, 8);
            closed[6] = there[0];
            closed[7] = there[1];
            stroke(closed, width, i % 2 == 0, "closed " + i);
        }
    }

    @Test
    void stretchesWithoutLengthAndPlacesThatAreNone() {
        Random random = new Random(10);
        for (int i = 0; i < 60; i++) {
            double[] line = random.doubles(8, 2, SIDE - 2).toArray();
            double[] twice = {
                line[0],
                line[1],
                line[0],
                line[1],
                line[2],
                line[3],
                Double.NaN,
                3,
                line[2],
                line[3],
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                line[4],
                line[5],
                1e300,
                0,
                line[6],
                line[7],
                line[6],
                line[7]
            };
            double width = 0.3 * Math.pow(60, random.nextDouble());
            new Stroker(raster, width).line(twice, twice.length, i % 2 == 0);
            check(buffer(line, width, i % 2 == 0), "line " + i);
            ring(twice);
            check(GeometryFixer.fix(polygon(line)), "ring " + i);
        }
    }

    @Test
    void whatHasNoAreaLeavesNothing() {
        ring(new double[0]);
        ring(new double[] {5, 5});
        ring(new double[] {5, 5, 20, 20});
        ring(new double[] {5, 5, 20, 20, 5, 5});
        ring(new double[] {Double.NaN, 5, 20, Double.NaN, 5, 5, 8, 9});
        new Stroker(raster, 4).line(new double[] {3, 3}, 2, false);
        new Stroker(raster, 4).line(new double[] {3, 3, 3, 3}, 4, false);
        new Stroker(raster, 4).line(new double[0], 0, true);
        new Stroker(raster, 0).line(new double[] {3, 3, 9, 9}, 4, true);
        new Stroker(raster, Double.NaN).line(new double[] {3, 3, 9, 9}, 4, true);
        new Stroker(raster, 4).dashed(new double[] {Double.NaN, 3, 9, Double.POSITIVE_INFINITY}, 4, 4, 4);
        check(GEOMETRY.createPolygon(), "nothing");
    }

    @Test
    void discs() {
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            double r = 0.15 * Math.pow(100, i / 40.0);
            double x = 20 + random.nextDouble();
            double y = 22 + random.nextDouble();
            new Stroker(raster, 2 * r).line(new double[] {x, y, x, y}, 4, true);
            check(disc(x, y, r), "disc of " + r);
        }
    }

    @Test
    void manyLinesAreTheirUnion() {
        Random random = new Random(12);
        for (int i = 0; i < 60; i++) {
            double width = 0.5 + random.nextDouble() * 8;
            List<Geometry> all = new ArrayList<>();
            double[] middle = random.doubles(2, 10, SIDE - 10).toArray();
            for (int k = 0; k < 6; k++) {
                double[] line = random.doubles(4, -5, SIDE + 5).toArray();
                double[] joined = {line[0], line[1], middle[0], middle[1], line[2], line[3]};
                new Stroker(raster, width).line(joined, k % 2 == 0 ? 6 : 4, true);
                all.add(buffer(k % 2 == 0 ? joined : Arrays.copyOf(joined, 4), width, true));
            }
            check(union(all), "lines " + i);
        }
    }

    @Test
    void manyPolygonsAreTheirUnion() {
        Random random = new Random(13);
        for (int i = 0; i < 60; i++) {
            List<Geometry> all = new ArrayList<>();
            for (int k = 0; k < 8; k++) {
                double[] star = star(random, random.nextInt(SIDE), random.nextInt(SIDE), 2, 16, 3 + random.nextInt(8));
                raster.shape();
                ring(star);
                all.add(polygon(star));
            }
            check(union(all), "stars " + i);
        }
    }

    @Test
    void levelAndUprightEdgesThatLieUponOneAnother() {
        Random random = new Random(17);
        for (int i = 0; i < 200; i++) {
            List<Geometry> all = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                double x = (random.nextInt(240) - 40) / 4.0;
                double y = (random.nextInt(240) - 40) / 4.0;
                double w = (1 + random.nextInt(100)) / 4.0;
                double h = (1 + random.nextInt(60)) / 4.0;
                double[] box = {x, y, x + w, y, x + w, y + h, x, y + h};
                raster.shape();
                ring(box);
                all.add(polygon(box));
            }
            check(union(all), "boxes " + i);
            double[] steps = random.ints(12, -4, 104).mapToDouble(v -> v / 2.0).toArray();
            for (int k = 2; k < steps.length; k += 4) {
                steps[k] = steps[k - 2];
            }
            stroke(steps, (1 + random.nextInt(20)) / 2.0, true, "steps " + i);
            ring(steps);
            check(GeometryFixer.fix(polygon(steps)), "ring of steps " + i);
        }
    }

    private void stroke(double[] line, double width, boolean round, String what) {
        new Stroker(raster, width).line(line, line.length, round);
        check(buffer(line, width, round), what + " " + width + " wide");
    }

    private void ring(double[] ring) {
        raster.ring(ring.clone(), ring.length);
    }

    private void check(Geometry exact, String what) {
        check(ExactCover.of(exact, SIDE), what);
    }

    private void check(double[] exact, String what) {
        Arrays.fill(pixels, 0xFF000000);
        raster.paint(pixels, WHITE, 1);
        int worst = 0;
        for (int p = 1; p < exact.length; p++) {
            if (Math.abs(grey(p) - exact[p]) > Math.abs(grey(worst) - exact[worst])) {
                worst = p;
            }
        }
        assertThat(grey(worst))
                .as("%s at %d, %d", what, worst % SIDE, Math.floorDiv(worst, SIDE))
                .isCloseTo(exact[worst], within(LEAST));
    }

    private double grey(int p) {
        return (pixels[p] & 255) / 255.0;
    }

    /// Counts 256 × 256 places of each pixel that is neither all in nor all out.
    private static double[] disc(double x, double y, double r) {
        double[] cover = new double[SIDE * SIDE];
        for (int p = 0; p < cover.length; p++) {
            double px = p % SIDE - x;
            double py = Math.floorDiv(p, SIDE) - y;
            double middle = Math.hypot(px + 0.5, py + 0.5);
            int in = middle < r - 0.75 ? 256 * 256 : 0;
            for (int s = 0; s < 256 * 256 && Math.abs(middle - r) <= 0.75; s++) {
                double sx = px + (s % 256 + 0.5) / 256;
                double sy = py + ((s >> 8) + 0.5) / 256;
                in += sx * sx + sy * sy < r * r ? 1 : 0;
            }
            cover[p] = in / (256.0 * 256);
        }
        return cover;
    }

    private static Geometry buffer(double[] line, double width, boolean round) {
        if (!round) {
            return flat(line, width);
        }
        return buffer(line, width, BufferParameters.CAP_ROUND);
    }

    private static Geometry buffer(double[] line, double width, int ends) {
        BufferParameters like = new BufferParameters(100, ends, BufferParameters.JOIN_ROUND, 5);
        like.setSimplifyFactor(0);
        return new BufferOp(GEOMETRY.createLineString(coordinates(line, line.length / 2)), like)
                .getResultGeometry(width / 2);
    }

    /// JTS cuts corners of flat ends where a bend is nearer than half the width, so here a line is what it is made of:
    /// the stretches, and the sector on the outer side of each bend.
    private static Geometry flat(double[] line, double width) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i + 3 < line.length; i += 2) {
            double[] stretch = Arrays.copyOfRange(line, i, i + 4);
            if (stretch[0] == stretch[2] && stretch[1] == stretch[3]) {
                continue;
            }
            parts.add(buffer(stretch, width, BufferParameters.CAP_FLAT));
            for (int k = i + 2; k + 3 < line.length; k += 2) {
                if (line[k] != line[k + 2] || line[k + 1] != line[k + 3]) {
                    double in = Math.atan2(line[i + 3] - line[i + 1], line[i + 2] - line[i]);
                    double turn = Math.IEEEremainder(
                            Math.atan2(line[k + 3] - line[k + 1], line[k + 2] - line[k]) - in, 2 * Math.PI);
                    parts.add(sector(line[k], line[k + 1], width / 2, in, turn));
                    break;
                }
            }
        }
        return union(parts);
    }

    /// By the newer overlay: the older one lost a part of a union now and then.
    private static Geometry union(List<Geometry> parts) {
        return OverlayNGRobust.union(GEOMETRY.buildGeometry(parts));
    }

    private static Geometry sector(double x, double y, double r, double in, double turn) {
        double[] sector = new double[2 * 102];
        sector[0] = x;
        sector[1] = y;
        for (int k = 0; k <= 100; k++) {
            double angle = in + turn * k / 100 - Math.copySign(Math.PI / 2, turn);
            sector[2 * k + 2] = x + r * Math.cos(angle);
            sector[2 * k + 3] = y + r * Math.sin(angle);
        }
        return polygon(sector);
    }

    private static double[] star(Random random, double x, double y, double least, double most, int corners) {
        double[] star = new double[2 * corners];
        for (int k = 0; k < corners; k++) {
            double angle = 2 * Math.PI * (k + 0.8 * random.nextDouble()) / corners;
            double r = least + (most - least) * random.nextDouble();
            star[2 * k] = x + r * Math.cos(angle);
            star[2 * k + 1] = y + r * Math.sin(angle);
        }
        return star;
    }

    private static double[] reversed(double[] ring) {
        double[] out = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            out[ring.length - 2 - i] = ring[i];
            out[ring.length - 1 - i] = ring[i + 1];
        }
        return out;
    }

    private static Polygon polygon(double[] ring) {
        return GEOMETRY.createPolygon(coordinates(ring, ring.length / 2 + 1));
    }

    private static Coordinate[] coordinates(double[] xy, int n) {
        Coordinate[] out = new Coordinate[n];
        for (int i = 0; i < n; i++) {
            out[i] = new Coordinate(xy[2 * i % xy.length], xy[(2 * i + 1) % xy.length]);
        }
        return out;
    }
}
