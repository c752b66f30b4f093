package org.yiping.bench.video;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.yiping.console.fx.Background;
import org.yiping.console.fx.Fonts;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notices;
import org.yiping.console.fx.PaintProbe;
import org.yiping.console.fx.Remembered;
import org.yiping.console.fx.Sounds;
import org.yiping.console.fx.Themes;
import org.yiping.console.fx.Ticker;
import org.yiping.console.settings.Language;
import org.yiping.console.settings.Theme;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.camera.GridProbe;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.Video;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;

/// The product's camera grids and player in windows of their own, with nothing else of a console beside them. Used from
/// one thread, never the JavaFX one.
final class VideoHall {
    private static final int PATIENCE_SECONDS = 60;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final ExecutorService libvlcCalls = Executors.newCachedThreadPool();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock = InstantSource.system();
    private final CameraPlayer player;
    private final Hall hall;
    private final List<GridProbe> grids = new ArrayList<>();

    private VideoHall() throws Exception {
        Video video = Video.open(new Video.Means(clock, timer, libvlcCalls, 7));
        if (video instanceof Video.Missing(String reason)) {
            throw new IllegalStateException("libvlc is not installed here: " + reason);
        }
        player = video.player();
        Fx toolkit = Fx.platform();
        hall = fx(() -> {
            Fonts.load();
            return new Hall(
                    toolkit,
                    new Ticker(toolkit, clock),
                    new Messages(Language.CHINESE.locale()),
                    new Themes(Theme.HALL, 100),
                    new Notices(toolkit),
                    new Background(workers, toolkit),
                    clock,
                    new PaintProbe(clock, Frames.platform()),
                    workers,
                    Remembered.nowhere(toolkit),
                    Sounds.silent());
        });
        fx(() -> {
            hall.ticker().tick();
            hall.ticker().start(timer);
            return true;
        });
    }

    static VideoHall open() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        return new VideoHall();
    }

    /// A window that is nothing but a grid.
    GridProbe window(double x, double y, double width, double height, int columns, int rows) throws Exception {
        GridProbe grid = fx(() -> {
            GridProbe made = new GridProbe(hall, player, columns, rows);
            Stage stage = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(made.node(), width, height);
            hall.themes().apply(scene);
            stage.setScene(scene);
            stage.setX(x);
            stage.setY(y);
            stage.show();
            made.start();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    made.look();
                }
            }.start();
            return made;
        });
        grids.add(grid);
        return grid;
    }

    static List<Camera> cameras(String base, int from, int count, CameraStream shape) {
        return IntStream.range(from, from + count)
                .mapToObj(n -> camera(base + "/camera/" + n + ".ts", shape))
                .toList();
    }

    /// Cameras with a main and a sub-stream.
    static List<Camera> cameras(String main, String sub, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> {
                    String path = "/camera/" + n + ".ts";
                    return camera(
                            sub + path, List.of(at(main + path, VideoFigures.HD), at(sub + path, VideoFigures.SD)));
                })
                .toList();
    }

    static Camera camera(String url, CameraStream shape) {
        return camera(url, List.of(at(url, shape)));
    }

    private static CameraStream at(String url, CameraStream shape) {
        return new CameraStream(shape.grade(), url, shape.width(), shape.height(), shape.framesPerSecond());
    }

    private static Camera camera(String url, List<CameraStream> streams) {
        return new Camera(
                new CameraId(url),
                "玉林街 · 玉林东路口",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                streams,
                new CameraState(true, true));
    }

    /// Until every tile says live; says whether it came to that.
    boolean awaitLive(int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            if (fx(() -> grids.stream().allMatch(g -> g.live() == g.tiles()))) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    /// Different pictures of every tile of every window so far.
    List<Long> pictures() throws Exception {
        return fx(() -> grids.stream().flatMap(g -> g.pictures().stream()).toList());
    }

    static <T> T fx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
