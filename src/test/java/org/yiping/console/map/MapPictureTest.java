package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yiping.domain.geo.Position;
import org.yiping.domain.sensor.SensorState;

/// Draws whole pictures of real streets into `target/map`, to be looked at, and checks that they are full.
class MapPictureTest {
    private static final Path OUT = Path.of("target", "map");

    private final int[] picture = new int[1920 * 1080];

    @Test
    void drawsTheDemoStreetsAtSeveralScalesAndInBothThemes() throws IOException {
        assumeTrue(Files.exists(StreetsOfDemo.file()), "no street data: set YIPING_DATA");
        Files.createDirectories(OUT);
        MapEngine engine = new MapEngine(StreetsOfDemo.PROJECTION, TestStyle.night(), Runnable::run, 1);
        engine.ground(StreetsOfDemo.read());
        fill(engine);
        MapCamera near = new MapCamera(100, 100, ZoomLevels.metresPerPixel(8), 1920, 1080);
        Emphasis emphasis = new Emphasis(
                new Hit.Feature("cases", "case-7"),
                List.of(new Region.Circle(0, -200, 400)),
                List.of(new Emphasis.Ring(new Hit.Feature("cases", "case-3"), 0.4)),
                Set.of());
        List<Frame> frames = new ArrayList<>();
        MapScreen screen = engine.open(frame -> {
            frames.add(frame);
            frame.apply(picture);
            frame.release();
        });
        screen.emphasise(emphasis);
        write(screen, near, "night-2m");
        write(screen, near.stepped(3, 960, 540), "night-0.7m");
        write(screen, near.stepped(-3, 960, 540), "night-5.7m");
        write(screen, near.stepped(-7, 960, 540), "night-22m");
        engine.style(TestStyle.day());
        write(screen, near, "day-2m");
        assertThat(frames.getLast().isComplete()).isTrue();
    }

    @Test
    void drawsTheWallWithFewThingsLarge() throws IOException {
        assumeTrue(Files.exists(StreetsOfDemo.file()), "no street data: set YIPING_DATA");
        Files.createDirectories(OUT);
        MapEngine engine = new MapEngine(StreetsOfDemo.PROJECTION, TestStyle.wall(), Runnable::run, 1);
        engine.ground(StreetsOfDemo.read());
        fill(engine);
        List<Frame> frames = new ArrayList<>();
        MapScreen screen = engine.open(frame -> {
            frames.add(frame);
            frame.apply(picture);
            frame.release();
        });
        List<Hit.Feature> numbered = List.of(new Hit.Feature("cases", "case-7"), new Hit.Feature("cases", "case-3"));
        List<Hit.Feature> lettered = List.of(new Hit.Feature("cameras", "camera-3"));
        screen.emphasise(new Emphasis(
                null,
                List.of(),
                List.of(),
                Set.of(),
                new Emphasis.Spoken(
                        numbered,
                        lettered,
                        List.of(new Emphasis.Cover(38, 38, 700, 650), new Emphasis.Cover(1000, 420, 560, 72)))));
        write(screen, new MapCamera(0, 0, ZoomLevels.metresPerPixel(10), 1920, 1080), "wall-4m");
        assertThat(frames.getLast().isComplete()).isTrue();
    }

    private void write(MapScreen screen, MapCamera camera, String name) throws IOException {
        screen.look(camera);
        BufferedImage image = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 1920, 1080, picture, 0, 1920);
        ImageIO.write(image, "png", OUT.resolve(name + ".png").toFile());
    }

    private static void fill(MapEngine engine) {
        Random random = new Random(7);
        LiveLayer cases = engine.layer(LayerSpec.cases("cases"));
        for (int i = 0; i < 120; i++) {
            MarkFill fill = i < 14
                    ? MarkFill.values()[i % 7]
                    : random.nextInt(12) == 0
                            ? MarkFill.SOLID
                            : random.nextInt(8) == 0 ? MarkFill.HALF : MarkFill.HOLLOW;
            MarkShape shape = MarkShape.values()[i < 28 ? i / 7 : random.nextInt(3)];
            cases.put(
                    "case-" + i,
                    somewhere(random),
                    new Symbol.CaseMark(shape, fill),
                    fill == MarkFill.SOLID ? "道路积水 超 02:11" : "");
        }
        cases.put("case-7", at(0, -200), new Symbol.CaseMark(MarkShape.SQUARE, MarkFill.HALF), "污水井盖 剩 02:24");
        cases.publish();
        LiveLayer posts = engine.layer(LayerSpec.posts("cameras"));
        for (int i = 0; i < 60; i++) {
            posts.put(
                    "camera-" + i,
                    somewhere(random),
                    new Symbol.CameraPost(i % 9 != 0, random.nextInt(360), 60 + random.nextInt(3) * 20),
                    "");
        }
        posts.put("sensor", at(500, 300), new Symbol.SensorPost('水', SensorState.ALARM), "");
        posts.put("sensor2", at(-500, 300), new Symbol.SensorPost('尘', SensorState.NORMAL), "");
        posts.publish();
        LiveLayer people = engine.layer(LayerSpec.moving("people"));
        for (int i = 0; i < 40; i++) {
            people.put("p" + i, somewhere(random), new Symbol.Person(i % 10 == 0), "");
            people.put("v" + i, somewhere(random), new Symbol.Vehicle(random.nextInt(360), i % 5 == 0), "");
        }
        people.put("drone", at(300, 200), new Symbol.Drone(false), "");
        people.publish();
    }

    private static Position somewhere(Random random) {
        return at(random.nextInt(3600) - 1800, random.nextInt(3200) - 1600);
    }

    private static Position at(double x, double y) {
        return StreetsOfDemo.PROJECTION.toPosition(new CityPoint(x, y));
    }
}
