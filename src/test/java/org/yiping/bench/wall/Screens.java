package org.yiping.bench.wall;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A virtual display of its own with many monitors side by side and one above the other, whose ground is magenta: what
/// no window covers is seen in its memory, without asking the display for a picture. One thread.
///
/// Its monitors have no outputs, and JavaFX's toolkit leaves those out: programs are started with a shim that says they
/// have some (`monitors.c`), which a C compiler makes.
public final class Screens implements AutoCloseable {
    private static final int MAGENTA = 0xff00ff;
    private static final int COLOUR = 0xffffff;
    private static final int BYTES = 4;

    private final Size size;
    private final Process server;
    private final String name;
    /// Mapped once: each mapping lasts until a collector comes by, and hundreds of looks at all of it are many.
    private final IntBuffer memory;

    /// Monitors across and down, and the pixels of each.
    public record Size(int columns, int rows, int width, int height) {
        int across() {
            return columns * width;
        }

        int down() {
            return rows * height;
        }
    }

    private Screens(Size size, Process server, String name, IntBuffer memory) {
        this.size = size;
        this.server = server;
        this.name = name;
        this.memory = memory;
    }

    /// `folder` is made; it is where the display's memory lies.
    public static Screens open(Size size, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-noreset",
                        "-nolisten",
                        "tcp",
                        "-fbdir",
                        folder.toString(),
                        "-screen",
                        "0",
                        size.across() + "x" + size.down() + "x24")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader words = server.inputReader();
        String number = words.readLine();
        if (number == null) {
            throw new IOException("no display of " + size + " could be started: is xvfb installed?");
        }
        Screens screens = new Screens(size, server, ":" + number, map(size, folder));
        screens.run("xsetroot", "-solid", "#ff00ff");
        for (int i = 0; i < size.columns * size.rows; i++) {
            String place = String.format(
                    "%d/%dx%d/%d+%d+%d",
                    size.width,
                    size.width / 4,
                    size.height,
                    size.height / 4,
                    i % size.columns * size.width,
                    i / size.columns * size.height);
            // the display's one output would else be a monitor of its own over all of them
            screens.run("xrandr", "--setmonitor", "wall-" + (i + 1), place, i == 0 ? "screen" : "none");
        }
        return screens;
    }

    /// The library that gives these monitors outputs, compiled.
    public static Path shim(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("monitors.c");
        try (InputStream text = Screens.class.getResourceAsStream("/org/yiping/bench/monitors.c")) {
            Files.write(source, Objects.requireNonNull(text).readAllBytes());
        }
        Path library = folder.resolve("monitors.so");
        Process compiler = new ProcessBuilder(
                        "gcc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl")
                .inheritIO()
                .start();
        if (compiler.waitFor() != 0) {
            throw new IOException("the monitors' shim does not compile");
        }
        return library;
    }

    /// What a program has to find around it to show windows here.
    public Map<String, String> around(Path shim) {
        return Map.of("DISPLAY", name, "LD_PRELOAD", shim.toString());
    }

    private void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", name);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    /// Pixels of the ground that are to be seen now.
    public long uncovered() {
        long count = 0;
        int all = memory.limit();
        for (int i = 0; i < all; i++) {
            count += (memory.get(i) & COLOUR) == MAGENTA ? 1 : 0;
        }
        return count;
    }

    private static IntBuffer map(Size size, Path folder) throws IOException {
        long bytes = (long) size.across() * size.down() * BYTES;
        try (FileChannel file = FileChannel.open(folder.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
            return file.map(FileChannel.MapMode.READ_ONLY, file.size() - bytes, bytes)
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer();
        }
    }

    /// The most that was to be seen at once while something went on.
    public Watching watch() {
        return new Watching();
    }

    /// Looks as often as it can until it is closed. Any thread.
    public final class Watching implements AutoCloseable {
        private final List<Long> looks = new ArrayList<>();
        private volatile boolean ended;
        private final Thread thread = Thread.ofPlatform().daemon().start(this::look);

        private void look() {
            try {
                while (!ended) {
                    looks.add(uncovered());
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            } catch (InterruptedException _) {
                looks.add(Long.MAX_VALUE);
            }
        }

        /// Looks no more; what was seen can be asked for then.
        public void end() throws InterruptedException {
            ended = true;
            thread.join();
        }

        @Override
        public void close() {
            ended = true;
        }

        public long most() {
            return looks.stream().mapToLong(l -> l).max().orElse(Long.MAX_VALUE);
        }

        public int looks() {
            return looks.size();
        }
    }

    @Override
    public void close() {
        server.destroy();
    }
}
