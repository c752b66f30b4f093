package org.yiping.simulator.camera.draw;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// Draws the clips of the simulated cameras and encodes them with an installed ffmpeg.
///
/// Run by hand after a scene was changed; the clips are committed, so that neither a run nor a build needs ffmpeg:
/// ```
/// mvn test-compile
/// java -cp target/test-classes org.yiping.simulator.camera.draw.Main src/main/resources/org/yiping/demo/clips
/// ```
/// A second argument names a folder for one still of each scene, to look at. A font with Chinese glyphs must be there.
public final class Main {
    private static final int RATE = 15;
    private static final int SECONDS = 8;

    /// The order is the order of the cameras: camera n shows scene n modulo their count.
    private static final List<Scene> SCENES = List.of(
            new Scene("junction", Streets::junction),
            new Scene("street", Streets::street),
            new Scene("market", Places::market),
            new Scene("bicycles", Places::bicycles),
            new Scene("overpass", Streets::overpass),
            new Scene("bins", Places::bins),
            new Scene("site", Places::site),
            new Scene("square", Places::square),
            new Scene("carpark", Streets::carPark),
            new Scene("greenway", Places::greenway));

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path target = Path.of(args[0]);
        Files.createDirectories(target);
        StringBuilder index = new StringBuilder();
        for (int i = 0; i < SCENES.size(); i++) {
            Scene scene = SCENES.get(i);
            if (args.length > 1) {
                Path stills = Files.createDirectories(Path.of(args[1]));
                BufferedImage still = blank();
                draw(scene, 0.3, still);
                ImageIO.write(
                        still, "png", stills.resolve(scene.name() + ".png").toFile());
            }
            String name = "%02d-%s.ts".formatted(i, scene.name());
            encode(scene, target.resolve(name));
            index.append(name).append('\n');
        }
        Files.writeString(target.resolve("index.txt"), index);
    }

    private static void encode(Scene scene, Path file) throws IOException, InterruptedException {
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "bgr24",
                        "-s",
                        Scene.WIDTH + "x" + Scene.HEIGHT,
                        "-r",
                        String.valueOf(RATE),
                        "-i",
                        "-",
                        // A key picture every second and no picture that refers forward: a viewer joins within a second
                        // and
                        // every picture is shown in the order it is sent.
                        "-c:v",
                        "libx264",
                        "-preset",
                        "veryslow",
                        "-profile:v",
                        "high",
                        "-pix_fmt",
                        "yuv420p",
                        "-bf",
                        "0",
                        "-g",
                        String.valueOf(RATE),
                        "-keyint_min",
                        String.valueOf(RATE),
                        "-sc_threshold",
                        "0",
                        "-crf",
                        "28",
                        "-maxrate",
                        "235k",
                        "-bufsize",
                        "235k",
                        "-threads",
                        "1",
                        "-muxdelay",
                        "0",
                        "-muxpreload",
                        "0",
                        "-f",
                        "mpegts",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedImage picture = blank();
        try (OutputStream raw = ffmpeg.getOutputStream()) {
            int count = RATE * SECONDS;
            for (int i = 0; i < count; i++) {
                draw(scene, (double) i / count, picture);
                raw.write(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
            }
        }
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("ffmpeg failed on " + scene.name());
        }
    }

    private static BufferedImage blank() {
        return new BufferedImage(Scene.WIDTH, Scene.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    }

    private static void draw(Scene scene, double loop, BufferedImage into) {
        Graphics2D g = into.createGraphics();
        try {
            Brush brush = new Brush(g);
            scene.painter().paint(brush, loop);
            stamp(brush);
        } finally {
            g.dispose();
        }
    }

    /// The mark is part of the picture: no screenshot, export or recording of it can lose it.
    private static void stamp(Brush b) {
        Font font = new Font("Noto Sans CJK SC", Font.BOLD, 15);
        String words = "模拟画面 SIMULATED";
        double width = b.widthOf(words, font) + 34;
        double x = Scene.WIDTH - width - 10;
        double y = Scene.HEIGHT - 34;
        b.colour(0x10151A).rounded(x, y, width, 24, 4);
        b.colour(0xE6E9EB);
        for (int i = 0; i < 3; i++) {
            b.line(x + 8 + i * 5, y + 18, x + 13 + i * 5, y + 6, 1.8);
        }
        b.text(words, font, x + 27, y + 17.5);
    }
}
