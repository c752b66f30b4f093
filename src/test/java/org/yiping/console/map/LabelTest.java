package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;

class LabelTest {
    private static final CityProjection PROJECTION = CityProjection.around(new Position(104, 30));

    @Test
    void noTwoNamesOverlap() {
        Random random = new Random(8);
        for (int round = 0; round < 20; round++) {
            LineLayer.Builder roads = LineLayer.in(PROJECTION);
            for (int i = 0; i < 120; i++) {
                roads.add(RoadClass.values()[random.nextInt(3)], "测试路" + i, street(random));
            }
            Scene scene = Scene.of(new CityGround(List.of(), roads.build(), List.of()), TestStyle.night());
            PixelGrid grid = PixelGrid.of(new MapCamera(0, 0, 2, 1200, 800));
            LabelPlacer placer = new LabelPlacer(scene, grid);
            placer.beside(new CityPoint(10, 10), 20, "积水 超 02:11", Label.Tone.OVERDUE);
            placer.streets();
            List<double[]> boxes = new ArrayList<>();
            for (Label label : placer.placed()) {
                List<double[]> own = boxes(label, grid);
                for (double[] box : own) {
                    assertThat(boxes).as("names drawn over %s", label.text()).noneMatch(b -> overlap(b, box));
                }
                boxes.addAll(own);
            }
            assertThat(placer.placed()).hasSizeGreaterThan(5);
        }
    }

    @Test
    void nothingIsWrittenUnderAMark() {
        LineLayer roads = LineLayer.in(PROJECTION)
                .add(RoadClass.MAJOR, "示范路", line(-60, 0, 60, 0))
                .build();
        Scene scene = Scene.of(new CityGround(List.of(), roads, List.of()), TestStyle.night());
        PixelGrid grid = PixelGrid.of(new MapCamera(0, 0, 1, 400, 400));
        LabelPlacer free = new LabelPlacer(scene, grid);
        free.streets();
        assertThat(free.placed()).hasSize(1);
        LabelPlacer crowded = new LabelPlacer(scene, grid);
        for (double x = -60; x <= 60; x += 20) {
            crowded.keepClear(x, 0, 9);
        }
        crowded.streets();
        assertThat(crowded.placed()).isEmpty();
    }

    @Test
    void aFlatStreetIsReadFromLeftToRightAndASteepOneFromTopToBottom() {
        for (double[] xy : new double[][] {{300, 5, -300, -5}, {-300, -5, 300, 5}}) {
            List<StreetLettering.Placed> row = set(xy);
            assertThat(row.getFirst().x()).isLessThan(row.getLast().x());
            assertThat(row).allMatch(p -> p.rotation() == 0);
        }
        for (double[] xy : new double[][] {{20, 300, -20, -300}, {-20, -300, 20, 300}}) {
            List<StreetLettering.Placed> row = set(xy);
            assertThat(row.getFirst().y()).isLessThan(row.getLast().y());
            assertThat(row).allMatch(p -> Math.abs(p.rotation()) < 0.1);
        }
    }

    @Test
    void aStreetCutInPiecesIsNamedAsOne() {
        LineLayer.Builder pieces = LineLayer.in(PROJECTION);
        for (int i = 0; i < 10; i++) {
            double[] piece = {i * 30, 0, i * 30 + 30, 0};
            double[] turned = {i * 30 + 30, 0, i * 30, 0};
            pieces.add(RoadClass.MID, "很长的名字路", line(i % 3 == 0 ? turned : piece));
        }
        List<NamedChain> chains = pieces.build().chains();
        assertThat(chains).hasSize(1);
        assertThat(NamedChain.length(chains.getFirst().line())).isBetween(299.0, 301.0);
    }

    private static List<StreetLettering.Placed> set(double[] xy) {
        float[] line = new float[xy.length];
        for (int i = 0; i < xy.length; i++) {
            line[i] = (float) xy[i];
        }
        PixelGrid grid = PixelGrid.of(new MapCamera(0, 0, 1, 800, 800));
        StreetLettering lettering = new StreetLettering(line, grid);
        List<StreetLettering.Placed> row =
                lettering.set("示范路".codePoints().toArray(), new double[] {12, 12, 12}, 2, lettering.length() / 2, 0);
        return row == null ? List.of() : row;
    }

    private static List<double[]> boxes(Label label, PixelGrid grid) {
        List<double[]> boxes = new ArrayList<>();
        for (Label.Letter letter : label.letters()) {
            double half = label.size().pixels() * 0.5;
            double x = grid.x(letter.x()) + letter.dx();
            double y = grid.y(letter.y()) + letter.dy();
            double halfWidth = label.tone() == Label.Tone.OVERDUE ? 3 : half;
            boxes.add(new double[] {x - halfWidth, y - half, x + halfWidth, y + half});
        }
        return boxes;
    }

    private static boolean overlap(double[] a, double[] b) {
        return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    }

    private static List<Position> street(Random random) {
        double[] xy = new double[8];
        double x = random.nextDouble(-1200, 1200);
        double y = random.nextDouble(-800, 800);
        double heading = random.nextDouble(2 * Math.PI);
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] = x;
            xy[i + 1] = y;
            heading += random.nextDouble(-0.3, 0.3);
            x += 200 * Math.cos(heading);
            y += 200 * Math.sin(heading);
        }
        return line(xy);
    }

    private static List<Position> line(double... xy) {
        List<Position> out = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            out.add(PROJECTION.toPosition(new CityPoint(xy[i], xy[i + 1])));
        }
        return out;
    }
}
