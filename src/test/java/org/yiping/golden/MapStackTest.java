package org.yiping.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiping.console.fx.Fonts;
import org.yiping.console.map.AreaKind;
import org.yiping.console.map.AreaLayer;
import org.yiping.console.map.AreaTint;
import org.yiping.console.map.CityGround;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.ComponentFigures;
import org.yiping.console.map.Emphasis;
import org.yiping.console.map.Frame;
import org.yiping.console.map.Generalisation;
import org.yiping.console.map.Hit;
import org.yiping.console.map.LayerSpec;
import org.yiping.console.map.LineLayer;
import org.yiping.console.map.LiveLayer;
import org.yiping.console.map.MajorClass;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapEngine;
import org.yiping.console.map.MapScreen;
import org.yiping.console.map.MapStyle;
import org.yiping.console.map.MarkFill;
import org.yiping.console.map.MarkShape;
import org.yiping.console.map.PointLayer;
import org.yiping.console.map.RoadClass;
import org.yiping.console.map.Symbol;
import org.yiping.console.map.TestStyle;
import org.yiping.console.map.style.LayerStack;
import org.yiping.domain.geo.Position;

/// A made-up quarter as the style has it and as a seat laid its layers, in both themes: pictures that are kept.
class MapStackTest {
    private static final CityProjection CITY = CityProjection.around(new Position(104, 30));
    private static final List<String> CLASSES = List.of("0102", "0137", "0204", "0305", "0402", "0503");
    private static final LayerStack PLAIN = LayerStack.plain();
    private static final LayerStack LAID = PLAIN.with("roads", LayerStack.Entry.PLAIN.opacity(0.5))
            .with("cameras", LayerStack.Entry.PLAIN.opacity(0.5))
            .with("cell", LayerStack.Entry.PLAIN.visible(false))
            .with("buildings", LayerStack.Entry.PLAIN.opacity(0.6))
            .ordered(List.of("blocks", "green", "roads", "water", "buildings", "components", "cases", "cameras"));

    private static final LayerStack GROUPS = PLAIN.groups(true);

    /// Movers among nothing else.
    private static final LayerStack MOVERS = PLAIN.with("cameras", LayerStack.Entry.PLAIN.visible(false))
            .with("cases", LayerStack.Entry.PLAIN.visible(false));

    private static final LayerStack TINTED = PLAIN.tint(new LayerStack.Tint("cells", 0.7));

    /// Where the components stand most densely.
    private static final LayerStack HEAT = PLAIN.heat("components");

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("map-layers-hall", TestStyle.night(), PLAIN),
                Arguments.of("map-layers-office", TestStyle.day(), PLAIN),
                Arguments.of("map-stack-hall", TestStyle.night(), LAID),
                Arguments.of("map-stack-office", TestStyle.day(), LAID),
                Arguments.of("map-groups-hall", TestStyle.night(), GROUPS),
                Arguments.of("map-groups-office", TestStyle.day(), GROUPS),
                Arguments.of("map-movers-hall", TestStyle.night(), MOVERS),
                Arguments.of("map-movers-office", TestStyle.day(), MOVERS),
                Arguments.of("map-tint-hall", TestStyle.night(), TINTED),
                Arguments.of("map-tint-office", TestStyle.day(), TINTED),
                Arguments.of("map-heat-hall", TestStyle.night(), HEAT),
                Arguments.of("map-heat-office", TestStyle.day(), HEAT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void looksAsItDid(String name, MapStyle colours, LayerStack stack) throws IOException {
        MapStyle style =
                new MapStyle(colours.palette(), Fonts.java2d(false, 13), Fonts.java2d(true, 13), Generalisation.DESK);
        MapEngine engine = new MapEngine(CITY, style, Runnable::run, 1);
        CityGround ground = stack.equals(GROUPS) || stack.equals(HEAT) ? counted() : quarter();
        engine.ground(ground);
        engine.tint("cells", tint(ground));
        live(engine);
        List<BufferedImage> seen = new ArrayList<>();
        MapScreen screen = engine.open(frame -> {
            seen.add(image(frame));
            frame.release();
        });
        if (stack.equals(MOVERS)) {
            movers(engine);
            screen.emphasise(Emphasis.NONE
                    .selecting(new Hit.Feature("units", "vehicle0"))
                    .withTrails(true));
        }
        screen.stack(stack);
        screen.look(new MapCamera(0, 0, stack.equals(GROUPS) ? 8 : stack.equals(HEAT) ? 4 : 1, 640, 420));
        assertThat(Album.ofMap().refusal(name, seen.getLast())).isEmpty();
    }

    private static BufferedImage image(Frame frame) {
        BufferedImage image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, frame.width(), frame.height(), frame.pixels(), 0, frame.width());
        return image;
    }

    /// The quarter amid some thousand components.
    private static CityGround counted() {
        Random random = new Random(7);
        PointLayer.Builder components = PointLayer.in(CITY, "components");
        for (int i = 0; i < 6000; i++) {
            double spread = i % 3 == 0 ? 1400 : 300;
            components.add(
                    "g" + i,
                    place(random.nextGaussian() * spread - 400, random.nextGaussian() * spread),
                    ComponentFigures.symbol(MajorClass.UTILITY, "0102", ""));
        }
        CityGround quarter = quarter();
        return new CityGround(quarter.areas(), quarter.roads(), List.of(components.build()));
    }

    /// A column of cells for each class, the last unknown.
    private static AreaTint tint(CityGround ground) {
        AreaLayer cells = ground.areas().stream()
                .filter(a -> a.kind() == AreaKind.CELL)
                .findFirst()
                .orElseThrow();
        int[] next = {0};
        return AreaTint.of(cells, _ -> next[0]++ / 4 == 5 ? AreaTint.UNKNOWN : (next[0] - 1) / 4);
    }

    private static CityGround quarter() {
        Random random = new Random(20260311);
        AreaLayer.Builder blocks = AreaLayer.in(CITY, AreaKind.BLOCK);
        AreaLayer.Builder buildings = AreaLayer.in(CITY, AreaKind.BUILDING);
        AreaLayer.Builder green = AreaLayer.in(CITY, AreaKind.GREEN);
        AreaLayer.Builder water = AreaLayer.in(CITY, AreaKind.WATER);
        AreaLayer.Builder cells = AreaLayer.in(CITY, AreaKind.CELL);
        AreaLayer.Builder districts = AreaLayer.in(CITY, AreaKind.DISTRICT);
        PointLayer.Builder components = PointLayer.in(CITY, "components");
        for (int i = -3; i < 3; i++) {
            for (int j = -2; j < 2; j++) {
                double x = i * 130;
                double y = j * 130;
                cells.add("cell" + i + j, "", List.of(ring(x, y, 130, 130)));
                (i == 0 && j == 0 ? green : blocks).add("", "", List.of(ring(x + 12, y + 12, 106, 106)));
                for (int b = 0; b < 4 && !(i == 0 && j == 0); b++) {
                    buildings.add(
                            "",
                            "",
                            List.of(ring(x + 20 + 50 * (b & 1), y + 20 + 45.0 * (b / 2), 30 + random.nextInt(14), 26)));
                }
                String code = CLASSES.get(random.nextInt(CLASSES.size()));
                components.add(
                        "c" + i + j,
                        place(x + 6, y + 40),
                        ComponentFigures.symbol(MajorClass.values()[code.charAt(1) - '1'], code, ""));
            }
        }
        water.add("", "", List.of(List.of(place(-330, -60), place(330, -110), place(330, -60), place(-330, -10))));
        districts.add("1", "东区", List.of(ring(-400, -300, 430, 600)));
        districts.add("2", "西区", List.of(ring(30, -300, 400, 600)));
        LineLayer.Builder roads = LineLayer.in(CITY);
        for (int i = -3; i <= 3; i++) {
            roads.add(
                    i == 0 ? RoadClass.MAJOR : RoadClass.MINOR,
                    i == 0 ? "中轴大道" : "",
                    List.of(place(i * 130, -260), place(i * 130 + 8, 0), place(i * 130, 260)));
        }
        for (int j = -2; j <= 2; j++) {
            roads.add(
                    j == 0 ? RoadClass.MID : RoadClass.MINOR,
                    j == 0 ? "临江路" : "东西街",
                    List.of(place(-390, j * 130), place(390, j * 130)));
        }
        return new CityGround(
                List.of(
                        blocks.build(),
                        buildings.build(),
                        green.build(),
                        water.build(),
                        cells.build(),
                        districts.build()),
                roads.build(),
                List.of(components.build()));
    }

    private static void live(MapEngine engine) {
        LiveLayer cameras = engine.layer(LayerSpec.posts("cameras"));
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        for (int i = 0; i < 4; i++) {
            cameras.put("k" + i, place(-220 + 150 * i, 90), new Symbol.CameraPost(true, 140, 70), "");
            cases.put(
                    "c" + i,
                    place(-214 + 150 * i, i % 2 == 0 ? 88 : -120),
                    new Symbol.CaseMark(MarkShape.values()[i % 3], MarkFill.values()[i]),
                    "");
        }
        cameras.publish();
        cases.publish();
    }

    /// A row each of people, vehicles and drones: on their way, late, and without a heading.
    private static void movers(MapEngine engine) {
        LiveLayer units = engine.layer(LayerSpec.moving("units"));
        List<String> kinds = List.of("person", "vehicle", "drone");
        for (int row = 0; row < kinds.size(); row++) {
            for (int i = 0; i < 3; i++) {
                double heading = i == 2 ? Double.NaN : 50 + 75 * i;
                Symbol symbol = switch (row) {
                    case 0 -> new Symbol.Person(heading, i == 1);
                    case 1 -> new Symbol.Vehicle(heading, i == 1);
                    default -> new Symbol.Drone(heading, i == 1);
                };
                for (int s = 0; s <= (i == 2 ? 0 : 300); s += 5) {
                    double back = (300 - s) * 0.3;
                    units.put(
                            kinds.get(row) + i,
                            place(-180 + 190 * i - back, 120 - 110 * row + 12 * Math.sin(back / 12) - back / 3),
                            Instant.EPOCH.plusSeconds(s),
                            symbol,
                            "");
                }
            }
        }
        units.publish();
    }

    private static List<Position> ring(double x, double y, double width, double height) {
        return List.of(place(x, y), place(x + width, y), place(x + width, y + height), place(x, y + height));
    }

    private static Position place(double x, double y) {
        return CITY.toPosition(new CityPoint(x, y));
    }
}
