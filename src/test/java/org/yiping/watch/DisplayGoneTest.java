package org.yiping.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.needs.NeedsProgram;

/// The display server goes and comes again: a real one, a real window on it and a real watchdog. Slow: three programs
/// with windows are started.
@Tag("slow")
@NeedsProgram("Xvfb")
class DisplayGoneTest {
    private static final long DEADLINE = TimeUnit.SECONDS.toNanos(120);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> events = new ArrayList<>();
    private final List<Fall> falls = new ArrayList<>();
    private final List<Process> displays = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        displays.forEach(Process::destroyForcibly);
        threads.shutdownNow();
    }

    @Test
    void aDisplayThatGoesTakesTheWallWithItAndTheWatchdogBringsItBackWithTheDisplay() throws Exception {
        String number = display(null);
        Watchdog dog = dog(":" + number);
        try {
            until(dog, "it paints", () -> events.stream().anyMatch(e -> e.startsWith("up ")));

            displays.getFirst().destroyForcibly().waitFor();
            until(dog, "it has fallen", () -> !falls.isEmpty());
            until(dog, "it was tried again without a display", () -> falls.size() >= 2);
            assertThat(events.stream().filter(e -> e.startsWith("up "))).hasSize(1);

            display(number);
            until(
                    dog,
                    "it paints again",
                    () -> events.stream().filter(e -> e.startsWith("up ")).count() == 2);
            assertThat(falls).extracting(Fall::cause).containsOnly(Fall.Cause.CRASH);
        } finally {
            dog.stop();
            dog.kill();
        }
    }

    /// Answers its number: a free one where none is wanted.
    private String display(String wanted) throws IOException {
        List<String> command = new ArrayList<>(List.of("Xvfb"));
        if (wanted != null) {
            command.add(":" + wanted);
            Files.deleteIfExists(Path.of("/tmp/.X" + wanted + "-lock")); // the one that was killed took none away
            Files.deleteIfExists(Path.of("/tmp/.X11-unix/X" + wanted));
        }
        command.addAll(List.of("-displayfd", "1", "-noreset", "-nolisten", "tcp", "-screen", "0", "320x240x24"));
        Process display = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        displays.add(display);
        BufferedReader said = display.inputReader(); // stays open: a server that cannot write ends
        return said.readLine();
    }

    private Watchdog dog(String display) {
        List<String> command = List.of(
                "/usr/bin/env",
                "DISPLAY=" + display,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                PaintingMain.class.getName());
        KeptProcess.Start start = new KeptProcess.Start(command, folder, threads, _ -> {});
        return new Watchdog(
                start,
                new Watchdog.Terms(Limits.USUAL, null),
                new Watchdog.Time(System::nanoTime, Clock.systemUTC()),
                new Watchdog.Ears() {
                    @Override
                    public void said(String line) {}

                    @Override
                    public void event(String line) {
                        events.add(line);
                    }

                    @Override
                    public void fell(Fall fall) {
                        falls.add(fall);
                    }

                    @Override
                    public void state(String state) {}
                });
    }

    private static void until(Watchdog dog, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(end);
            dog.look();
            LockSupport.parkNanos(LOOK);
        }
    }
}
