package org.yiping.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.Parent;

/// `./yiping watch`: the wall under its watchdog.
///
/// What it starts is this Java with the wall's flags, as the launcher leaves them in the environment, or the starter
/// that an installed program names. Standard output has a line for each event, standard error what the wall says.
public final class Main {
    /// Names the starter of an installed wall.
    private static final String STARTER = "yiping.watch.starter";

    private static final long LOOK_MILLIS = 500;

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Parent.watch();
        WatchOptions options;
        try {
            options = WatchOptions.parse(List.of(arguments), Path.of(System.getProperty("user.home", ".")));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WatchOptions.USAGE.equals(e.getMessage()) ? 0 : 2);
            return;
        }
        Files.createDirectories(options.folder());
        Reports.ours(options.folder());
        Voice voice = new Voice(
                new Reports(options.folder(), options.reports(), Clock.systemUTC()),
                SystemdSocket.of(System.getenv("NOTIFY_SOCKET")));
        Watchdog watchdog = new Watchdog(
                new KeptProcess.Start(
                        command(options.wall()),
                        options.folder(),
                        Executors.newCachedThreadPool(Thread.ofPlatform()
                                .daemon()
                                .name("listener-", 0)
                                .factory()),
                        System.err::println),
                new Watchdog.Terms(options.limits(), options.daily()),
                new Watchdog.Time(System::nanoTime, Clock.system(ZoneId.systemDefault())),
                voice);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(watchdog)));
        while (true) {
            try {
                watchdog.look();
            } catch (RuntimeException e) {
                voice.said("a look failed, the next one comes: " + e);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /// The wall gets its time to end in order; after that nothing of it is left.
    private static void end(Watchdog watchdog) {
        watchdog.stop();
        long until = System.nanoTime() + Limits.GRACE.toNanos();
        while (!watchdog.ended() && System.nanoTime() < until) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                break;
            }
        }
        watchdog.kill();
    }

    private static List<String> command(List<String> wall) {
        List<String> words = new ArrayList<>();
        String starter = System.getProperty(STARTER);
        if (starter != null) {
            words.add(starter);
        } else {
            words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            words.addAll(split(System.getenv("YIPING_JVM_FLAGS")));
            words.addAll(split(System.getenv("YIPING_JVM_WALL")));
            words.addAll(split(System.getenv("YIPING_JVM")));
            words.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.yiping.console.Main"));
        }
        words.add("wall");
        words.addAll(wall);
        return words;
    }

    private static List<String> split(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /// Says what happens; writes down what fell.
    private record Voice(Reports reports, Consumer<String> systemd) implements Watchdog.Ears {
        @Override
        public void said(String line) {
            System.err.println(String.format(Locale.ROOT, "%tT watchdog: %s", System.currentTimeMillis(), line));
        }

        @Override
        public void event(String line) {
            System.out.println(line);
            System.out.flush();
        }

        @Override
        public void fell(Fall fall) {
            try {
                said("it fell (" + fall.cause().name().toLowerCase(Locale.ROOT) + ", status " + fall.status() + "): "
                        + reports.keep(fall));
            } catch (IOException e) {
                said("its fall (" + fall.cause() + ", status " + fall.status() + ") cannot be written down: " + e);
            }
        }

        @Override
        public void state(String state) {
            systemd.accept(state);
        }
    }
}
