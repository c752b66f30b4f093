package org.yiping.console.video;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.TilePane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.geo.Position;
import org.yiping.simulator.camera.CameraStreams;

/// Shows simulated cameras in a window for some seconds, writes a picture of it and one line about each tile.
/// Arguments: PNG to write, number of cameras, columns, seconds. Shows how a tile takes its pictures: one pass over all
/// watches a pulse, nothing queued for pictures nobody will see.
public final class FourTiles {
    private static final FrameSize TILE = new FrameSize(480, 270);

    private FourTiles() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    private static final class Tile {
        final Watch watch;
        final PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(
                TILE.width(), TILE.height(), IntBuffer.allocate(TILE.pixels()), PixelFormat.getIntArgbPreInstance());
        long seen;
        int shown;

        Tile(Watch watch) {
            this.watch = watch;
        }

        void pulse() {
            pixels.updateBuffer(buffer -> {
                long newest = watch.copy(buffer.getBuffer(), seen);
                if (newest == seen) {
                    return Rectangle2D.EMPTY;
                }
                seen = newest;
                shown++;
                return null;
            });
        }
    }

    public static final class Window extends Application {
        @Override
        public void start(Stage stage) throws IOException {
            List<String> args = getParameters().getRaw();
            int count = Integer.parseInt(args.get(1));
            int seconds = Integer.parseInt(args.get(3));
            ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
            CameraStreams streams =
                    CameraStreams.open(0, Executors.newVirtualThreadPerTaskExecutor(), timer, System::nanoTime);
            Video video =
                    Video.open(new Video.Means(InstantSource.system(), timer, Executors.newCachedThreadPool(), 3));
            TilePane pane = new TilePane(4, 4);
            pane.setPrefColumns(Integer.parseInt(args.get(2)));
            List<Tile> tiles = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Tile tile = new Tile(video.player().watch(camera(i, streams), TILE, _ -> {}));
                pane.getChildren().add(new ImageView(new WritableImage(tile.pixels)));
                tiles.add(tile);
            }
            stage.initStyle(StageStyle.UNDECORATED);
            stage.setScene(new Scene(pane));
            stage.show();
            long begin = System.nanoTime();
            new AnimationTimer() {
                private long warm;
                private long cpu;

                @Override
                public void handle(long now) {
                    tiles.forEach(Tile::pulse);
                    double elapsed = (System.nanoTime() - begin) / 1e9;
                    if (warm == 0 && elapsed > 2) {
                        warm = System.nanoTime();
                        cpu = cpuNanos();
                        tiles.forEach(tile -> tile.shown = 0);
                    }
                    if (elapsed > 2 + seconds) {
                        stop();
                        double window = (System.nanoTime() - warm) / 1e9;
                        for (Tile tile : tiles) {
                            System.out.printf("shown %.1f %s%n", tile.shown / window, tile.watch.picture());
                        }
                        System.out.printf("cpu %.0f%%%n", (cpuNanos() - cpu) / window / 1e7);
                        save(pane.snapshot(null, null), Path.of(args.getFirst()));
                        video.player().close();
                        streams.close();
                        Platform.exit();
                        System.exit(0);
                    }
                }
            }.start();
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void save(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Camera camera(int n, CameraStreams streams) {
        return new Camera(
                new CameraId("camera-" + n),
                "test",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                streams.streams(n),
                new CameraState(true, true));
    }
}
