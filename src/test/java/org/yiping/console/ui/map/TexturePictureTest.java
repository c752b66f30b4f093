package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

/// A map of textures shows what the engine draws: by JavaFX's OpenGL pipeline on Mesa's software rasteriser, in
/// a program and on a display of its own, and in here, where the toolkit scales nothing, by the software
/// pipeline.
@NeedsDisplay
class TexturePictureTest {
    @TempDir
    Path folder;

    @Test
    void openGlShowsThePictureOfTheEngine() throws Exception {
        Process display = display();
        try (BufferedReader number = display.inputReader()) {
            String line = number.readLine();
            assertThat(line).as("display of Xvfb").matches("\\d+");
            Path words = folder.resolve("words.txt");
            Process pictures = pictures(":" + line, words);
            try {
                assertThat(pictures.waitFor(60, TimeUnit.SECONDS)).as("in time").isTrue();
            } finally {
                pictures.destroyForcibly();
            }
            List<String> said = Files.readAllLines(words, StandardCharsets.UTF_8);
            if (said.stream().anyMatch(word -> word.contains("no suitable pipeline"))) {
                missing("OpenGL on a virtual display (libgl1-mesa-dri)");
            }
            assertThat(said).contains("card true", "chosen TEXTURES");
            Map<String, SurfacePictures.Apart> apart = new HashMap<>();
            for (String word : said) {
                String[] parts = word.split(" ", -1);
                if (parts.length == 4 && List.of("exact", "between", "panned").contains(parts[0])) {
                    apart.put(
                            parts[0],
                            new SurfacePictures.Apart(Double.parseDouble(parts[1]), Integer.parseInt(parts[2])));
                    assertThat(Long.parseLong(parts[3]))
                            .as("colours of %s", word)
                            .isGreaterThan(500);
                }
            }
            assertThat(apart).as("%s", said).hasSize(3);
            // nothing is scaled: the overlay's rounding and OpenGL's
            near(apart.get("exact"), 0.1, 2);
            near(apart.get("panned"), 0.1, 2);
            // a card weighs the four nearest pixels by finer shares than we do
            near(apart.get("between"), 0.5, 8);
        } finally {
            display.destroy();
        }
    }

    @Test
    void theSoftwarePipelineShowsItWhereNothingIsScaled() {
        Toolkit.start();
        Toolkit.onFx(() -> {
            SurfacePictures pictures = new SurfacePictures();
            for (SurfacePictures.View view : pictures.views()) {
                if (view.camera().atRest()) {
                    near(pictures.apart(view.camera()), 0.1, 2);
                    assertThat(SurfacePictures.colours(pictures.picture(view.camera(), Compositing.TEXTURES)))
                            .isGreaterThan(500);
                }
            }
            return 0;
        });
    }

    private static void near(SurfacePictures.Apart apart, double mean, int most) {
        assertThat(apart.mean()).as("%s", apart).isLessThanOrEqualTo(mean);
        assertThat(apart.most()).as("%s", apart).isLessThanOrEqualTo(most);
    }

    private static Process display() throws IOException {
        try {
            return new ProcessBuilder(
                            "Xvfb",
                            "-displayfd",
                            "1",
                            "-noreset",
                            "-nolisten",
                            "tcp",
                            "-screen",
                            "0",
                            "1280x720x24",
                            "+extension",
                            "GLX")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            missing("Xvfb");
            throw e;
        }
    }

    private static Process pictures(String display, Path words) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dprism.order=es2",
                "-Dprism.forceGPU=true",
                "-Dprism.lcdtext=false",
                "-cp",
                System.getProperty("java.class.path"),
                SurfacePictures.class.getName());
        java.environment().put("DISPLAY", display);
        java.environment().put("LIBGL_ALWAYS_SOFTWARE", "1");
        return java.redirectErrorStream(true).redirectOutput(words.toFile()).start();
    }

    private static void missing(String what) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            fail("CI has to have " + what);
        }
        abort(what + " is not installed here");
    }
}
