package org.yiping.bench.wall;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.yiping.Heartbeat;
import org.yiping.console.Main;

/// The wall, measured from inside: writes down when its first frame and its picture stood and what they cost in
/// processor, and lets the toolkit's thread hang for ever when a file `hang` appears. `FOLDER WALL'S ARGUMENTS`.
///
/// In the folder: `beat` and `picture`, each with milliseconds of the machine's clock and of processor; `hung` with the
/// moment from which the toolkit's thread did nothing more.
public final class WatchedWall {
    private static final int LOOK_MILLIS = 20;

    private WatchedWall() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        System.setOut(new Told(System.out, folder));
        Thread.ofPlatform().daemon().start(() -> hangWhenAsked(folder));
        String[] rest = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, rest, 0, rest.length);
        Main.main(rest);
    }

    private static void hangWhenAsked(Path folder) {
        try {
            while (!Files.deleteIfExists(folder.resolve("hang"))) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            return; // then nothing hangs, and the bench says so
        }
        Platform.runLater(() -> {
            put(folder, "hung", Long.toString(System.currentTimeMillis()));
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void put(Path folder, String name, String words) {
        try {
            Path part = folder.resolve(name + ".part");
            Files.writeString(part, words);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Standard output that notes the first of each line a watchdog hears.
    static final class Told extends PrintStream {
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final Path folder;

        Told(PrintStream out, Path folder) {
            super(out, true, StandardCharsets.UTF_8);
            this.folder = folder;
        }

        @Override
        public void println(@Nullable String line) {
            if ((Heartbeat.BEAT.equals(line) || Heartbeat.PICTURE.equals(line))
                    && !Files.exists(folder.resolve(line))) {
                put(folder, line, System.currentTimeMillis() + " " + system.getProcessCpuTime() / 1_000_000);
            }
            super.println(line);
        }
    }
}
