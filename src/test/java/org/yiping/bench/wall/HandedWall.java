package org.yiping.bench.wall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.yiping.console.Main;
import org.yiping.console.fx.Frames;

/// The wall with a supervisor's hand at its keyboard: a file `turns` with a number has it go through so many
/// scenes, one as soon as the last one is painted, and `turned` has what each took from the key to the painted frame,
/// in milliseconds. `windows` has a line for every change of the windows: how many there were then, and when a frame
/// with them had been painted, by the machine's clock; `picture` comes when the whole map stands, where the wall is
/// told
/// that somebody watches it. `FOLDER WALL'S ARGUMENTS`.
public final class HandedWall {
    private static final int LOOK_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 60;

    private HandedWall() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        System.setOut(new WatchedWall.Told(System.out, folder));
        Thread.ofPlatform().daemon().start(() -> serve(folder));
        Main.main(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    }

    private static void serve(Path folder) {
        try {
            while (!listening(folder)) {
                Thread.sleep(LOOK_MILLIS);
            }
            while (true) {
                Path turns = folder.resolve("turns");
                if (Files.exists(turns)) {
                    int many = Integer.parseInt(Files.readString(turns).strip());
                    Files.delete(turns);
                    put(folder, "turned", turn(many));
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (Exception e) {
            e.printStackTrace(); // the bench waits in vain and says so
        }
    }

    /// Whether the toolkit stands already.
    private static boolean listening(Path folder) throws Exception {
        try {
            return fx(() -> {
                Window.getWindows().addListener((InvalidationListener) _ -> changed(folder));
                return true;
            });
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void changed(Path folder) {
        Frames.platform()
                .next(
                        () -> Window.getWindows().size(),
                        open -> Thread.ofVirtual()
                                .start(() -> add(folder, open + " " + System.currentTimeMillis() + "\n")));
    }

    private static synchronized void add(Path folder, String line) {
        try {
            Files.writeString(folder.resolve("windows"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String turn(int many) throws Exception {
        StringBuilder took = new StringBuilder();
        press(KeyCode.F12, true);
        for (int i = 0; i < many; i++) {
            took.append(String.format(Locale.ROOT, "%.1f%n", press(KeyCode.PAGE_DOWN, false)));
        }
        press(KeyCode.HOME, false);
        press(KeyCode.ESCAPE, false);
        return took.toString();
    }

    /// Milliseconds until what it did was painted.
    private static double press(KeyCode key, boolean unlocking) throws Exception {
        CompletableFuture<Long> painted = new CompletableFuture<>();
        long from = System.nanoTime();
        fx(() -> {
            Window window = Window.getWindows().getFirst();
            Event.fireEvent(
                    window.getScene(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, unlocking, unlocking, false, false));
            Frames.platform().next(() -> true, _ -> painted.complete(System.nanoTime()));
            return true;
        });
        return (painted.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - from) / 1e6;
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void put(Path folder, String name, String words) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.writeString(part, words);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
