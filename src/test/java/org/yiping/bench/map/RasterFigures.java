package org.yiping.bench.map;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import org.yiping.console.map.CityGround;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.MapProbe;
import org.yiping.console.map.MapStyle;

/// The ground drawn anew, forty tiles a picture, against JTS and Java2D: at the scale of a whole city's work, where
/// every building is drawn, where components are thinned and where all of them are. One thread.
final class RasterFigures {
    private static final int[] LEVELS = {11, 10, 7, 4};
    private static final int THINNED = 7;
    private static final int ROUNDS = Integer.getInteger("yiping.bench.rounds", 9);
    private static final int COLUMNS = 8;
    private static final int LINES = 5;
    private static final int SIDE = MapProbe.Square.SIDE;
    private static final double ALLOWED_DIFFERENCE = 0.05;

    private final BigCity city;
    /// The peer draws a mark for each major class.
    private final MapStyle style = MapProbe.withMajorMarks(Looks.of(Generalisation.DESK));
    private final MapProbe engine;
    private final MapProbe withoutComponents;
    private final JtsMap peer;
    private final int[] tile = new int[SIDE * SIDE];
    private final BufferedImage picture = new BufferedImage(COLUMNS * SIDE, LINES * SIDE, BufferedImage.TYPE_INT_ARGB);

    RasterFigures(BigCity city) {
        this.city = city;
        CityGround ground = city.ground();
        engine = new MapProbe(ground, style);
        withoutComponents = new MapProbe(new CityGround(ground.areas(), ground.roads(), List.of()), style);
        peer = new JtsMap(city, ground, style);
    }

    void measure() {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double worst = 0;
        for (int level : LEVELS) {
            double[] mine = new double[ROUNDS];
            double[] other = new double[ROUNDS];
            List<MapProbe.Square> block = block(level);
            for (int i = 0; i < 3; i++) {
                draw(engine, block);
                draw(block, true);
            }
            for (int round = 0; round < ROUNDS; round++) {
                mine[round] = Figures.millis(() -> draw(engine, block));
                other[round] = Figures.millis(() -> draw(block, true));
                ours[round] += mine[round];
                theirs[round] += other[round];
            }
            // of a square's components each draws one of its own choice: there the rest of the picture is compared
            draw(block, level != THINNED);
            double difference = difference(level == THINNED ? withoutComponents : engine, block);
            worst = Math.max(worst, difference);
            Figures.say(
                    "raster %.2f m/px, %d tiles: %.1f ms, JTS and Java2D %.1f ms, %.2f times; difference %.2f %%",
                    MapProbe.metresPerPixel(level),
                    block.size(),
                    Figures.median(mine),
                    Figures.median(other),
                    Figures.ratio(other, mine),
                    difference * 100);
        }
        Figures.row("raster_difference_percent", worst * 100);
        if (worst <= ALLOWED_DIFFERENCE) {
            Figures.row("raster_vs_java2d", Figures.ratio(theirs, ours));
        }
    }

    private List<MapProbe.Square> block(int level) {
        MapProbe.Square middle = MapProbe.at(city.heart(), level);
        List<MapProbe.Square> block = new ArrayList<>();
        for (int i = 0; i < COLUMNS * LINES; i++) {
            block.add(new MapProbe.Square(
                    level, middle.x() - COLUMNS / 2 + i % COLUMNS, middle.y() - LINES / 2 + i / COLUMNS));
        }
        return block;
    }

    private void draw(MapProbe with, List<MapProbe.Square> block) {
        block.forEach(square -> with.paint(square, tile));
    }

    private void draw(List<MapProbe.Square> block, boolean components) {
        MapProbe.Square first = block.getFirst();
        peer.paint(picture, first.metresPerPixel(), (double) first.x() * SIDE, (double) first.y() * SIDE, components);
    }

    /// How much the pictures differ, as a share of how much the peer's differs from bare ground: large plain parts
    /// count for nothing.
    private double difference(MapProbe with, List<MapProbe.Square> block) {
        int[] other = picture.getRaster().getDataBuffer() instanceof DataBufferInt data ? data.getData() : new int[0];
        int land = style.palette().ground().land();
        long apart = 0;
        long ink = 0;
        for (int i = 0; i < block.size(); i++) {
            with.paint(block.get(i), tile);
            for (int p = 0; p < tile.length; p++) {
                int at = (i / COLUMNS * SIDE + p / SIDE) * picture.getWidth() + i % COLUMNS * SIDE + p % SIDE;
                apart += distance(tile[p], other[at]);
                ink += distance(land, other[at]);
            }
        }
        return (double) apart / ink;
    }

    private static int distance(int a, int b) {
        return Math.abs((a >> 16 & 255) - (b >> 16 & 255))
                + Math.abs((a >> 8 & 255) - (b >> 8 & 255))
                + Math.abs((a & 255) - (b & 255));
    }
}
