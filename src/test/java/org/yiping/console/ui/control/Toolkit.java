package org.yiping.console.ui.control;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.yiping.console.fx.Fonts;

/// Starts JavaFX once for all tests with windows and runs code on its thread.
public final class Toolkit {
    private static boolean started;

    private Toolkit() {}

    /// Skips with a reason where there is no display; in CI a missing display is a failure, not a reason.
    public static synchronized void start() {
        boolean display = System.getenv("DISPLAY") != null;
        assumeTrue(display || "true".equals(System.getenv("CI")), "No DISPLAY: windows cannot be tested here");
        if (!started) {
            var up = new FutureTask<>(() -> true);
            Platform.startup(up);
            finished(up);
            Platform.setImplicitExit(false);
            onFx(Fonts::load);
            started = true;
        }
    }

    public static <T> T onFx(Callable<T> work) {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return finished(task);
    }

    private static <T> T finished(FutureTask<T> task) {
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    static BufferedImage pixels(WritableImage image) {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        PixelReader reader = image.getPixelReader();
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                out.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        return out;
    }

    public static void write(WritableImage image, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(pixels(image), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
