package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Four playing tiles in a real window. A virtual display and a JVM of its own, because the display of a JVM cannot
/// be changed once it runs. Skipped where Xvfb or libvlc is missing, except in CI.
class FourTilesTest {
    @TempDir
    Path folder;

    @Test
    void fourCamerasPlayInAWindow() throws Exception {
        Process display = display();
        try (BufferedReader number = display.inputReader()) {
            String line = number.readLine();
            assertThat(line).as("display of Xvfb").matches("\\d+");
            Path words = folder.resolve("words.txt");
            Path png = Path.of("target", "four-tiles.png").toAbsolutePath();
            Files.createDirectories(png.getParent());
            Process window = window(":" + line, png, words);
            try {
                assertThat(window.waitFor(60, TimeUnit.SECONDS)).as("in time").isTrue();
            } finally {
                window.destroyForcibly();
            }
            List<String> said = Files.readAllLines(words, StandardCharsets.UTF_8);
            if (said.stream().anyMatch(word -> word.contains("NoDecoder"))) {
                missing("libvlc");
            }
            assertThat(said.stream().filter(word -> word.startsWith("shown")))
                    .as("%s", said)
                    .hasSize(4)
                    .allMatch(word -> Double.parseDouble(word.split(" ")[1]) > 8 && word.contains("Live["));
            BufferedImage image = ImageIO.read(png.toFile());
            for (int tile = 0; tile < 4; tile++) {
                assertThat(colours(image, tile % 2 * 484, tile / 2 * 274))
                        .as("colours in tile " + tile)
                        .isGreaterThan(300);
            }
        } finally {
            display.destroy();
        }
    }

    private static Process display() throws IOException {
        try {
            return new ProcessBuilder(
                            "Xvfb", "-displayfd", "1", "-noreset", "-nolisten", "tcp", "-screen", "0", "1280x720x24")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            missing("Xvfb");
            throw e;
        }
    }

    private static Process window(String display, Path png, Path words) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                FourTiles.class.getName(),
                png.toString(),
                "4",
                "2",
                "2");
        java.environment().put("DISPLAY", display);
        return java.redirectErrorStream(true).redirectOutput(words.toFile()).start();
    }

    private static int colours(BufferedImage image, int left, int top) {
        Set<Integer> seen = new HashSet<>();
        for (int y = top; y < top + 270; y++) {
            for (int x = left; x < left + 480; x++) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }

    private static void missing(String what) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            fail("CI has to have " + what);
        }
        abort(what + " is not installed here");
    }
}
