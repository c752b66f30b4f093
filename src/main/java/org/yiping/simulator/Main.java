package org.yiping.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.yiping.Parent;
import org.yiping.simulator.camera.CameraStreams;
import org.yiping.simulator.client.Assessor;
import org.yiping.simulator.client.CityClient;
import org.yiping.simulator.client.Hands;
import org.yiping.simulator.client.Inspector;
import org.yiping.simulator.client.Rechecker;
import org.yiping.simulator.client.Tally;
import org.yiping.simulator.client.TownReader;
import org.yiping.simulator.photo.PhotoBooth;
import org.yiping.simulator.play.Account;
import org.yiping.simulator.play.Settings;

/// Starts the simulated city: its people by the platform's public API, its cameras as streams of their own.
///
/// Runs until it is told to stop (SIGTERM); its last line is one JSON object of what was sent and what became of it.
public final class Main {
    private static final String USAGE = "simulator --server URL --accounts FILE [--seed N] [--speed X] [--backlog N]"
            + " [--seats auto|shared|human] [--cameras-port N] [--answers FILE]";

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Parent.watch();
        System.setProperty("java.awt.headless", "true");
        try {
            serve(options(List.of(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
        } catch (IOException e) {
            System.err.println("cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(Map<String, String> options) throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        Settings settings = settings(options, clock);
        List<Account> accounts = Account.read(Path.of(needed(options, "accounts")));
        CountDownLatch ended = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("cameras").daemon().factory());
                CityClient client = new CityClient(URI.create(needed(options, "server")), clock)) {
            CameraStreams cameras = CameraStreams.open(
                    Integer.parseInt(options.getOrDefault("cameras-port", "0")), threads, timer, System::nanoTime);
            System.out.println("cameras " + cameras.uri("/"));
            Tally tally = new Tally();
            CityClient.As eye = as(accounts, "acceptor");
            Play play = new Play(
                    new Play.Instruments(
                            client,
                            new TownReader(client, eye, accounts),
                            eye,
                            as(
                                    accounts,
                                    accounts.stream().anyMatch(a -> a.holds("simulator-device"))
                                            ? "simulator-device"
                                            : "collector"),
                            clock,
                            threads),
                    settings,
                    new Hands(client, new PhotoBooth(), tally),
                    tally);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                play.stop();
                try {
                    ended.await(8, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            if (accounts.stream().anyMatch(a -> a.holds("supervisor"))) {
                threads.execute(() -> new Inspector(client, as(accounts, "supervisor"), clock).play());
                threads.execute(() -> new Rechecker(client, as(accounts, "supervisor"), clock).play());
                threads.execute(() -> new Assessor(client, accounts, clock, millis -> rest(ended, millis)).play());
            }
            play.run();
            cameras.close();
            if (options.containsKey("answers")) {
                Files.write(Path.of(needed(options, "answers")), tally.answers());
            }
            System.out.println(play.account());
            System.out.flush();
            threads.shutdownNow();
            timer.shutdownNow();
        } finally {
            ended.countDown();
        }
    }

    private static boolean rest(CountDownLatch ended, long millis) {
        try {
            return !ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Settings settings(Map<String, String> options, Clock clock) {
        double speed = Double.parseDouble(options.getOrDefault("speed", "1"));
        if (!(speed > 0 && speed <= 1000)) {
            throw new IllegalArgumentException("--speed is a number above 0, up to 1000");
        }
        return new Settings(
                Long.parseLong(options.getOrDefault("seed", "1")),
                speed,
                Settings.Seats.valueOf(options.getOrDefault("seats", "shared").toUpperCase(Locale.ROOT)),
                Integer.parseInt(options.getOrDefault("backlog", "0")),
                Long.toString(clock.millis(), 36));
    }

    /// The last account of a post: people sit down at the first.
    private static CityClient.As as(List<Account> accounts, String post) {
        return accounts.stream()
                .filter(a -> a.holds(post))
                .reduce((first, second) -> second)
                .map(a -> new CityClient.As(a, post))
                .orElseThrow(() -> new IllegalArgumentException("no account holds the post " + post));
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!words.get(i).startsWith("--") || i + 1 == words.size()) {
                throw new IllegalArgumentException("not understood: " + words.get(i));
            }
            options.put(words.get(i).substring(2), words.get(i + 1));
        }
        return options;
    }

    private static String needed(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }
}
