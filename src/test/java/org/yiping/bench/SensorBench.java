package org.yiping.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.console.link.LinkSettings;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.SensorId;
import org.yiping.fake.Desk;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;
import org.yiping.protocol.SignIn;
import org.yiping.simulator.city.CityGenerator;

/// `bench sensors`: a city of 110,000 sensors, each heard once, then 2,000 readings a second for a minute; what that
/// costs a platform and a console without windows, and how late a reading is in the console's store.
final class SensorBench implements Bench {
    private static final int SENSORS = Integer.getInteger("yiping.bench.sensors", 110_000);
    private static final int PER_SECOND = 2000;
    private static final int SECONDS = Integer.getInteger("yiping.bench.seconds", 60);
    private static final int A_CALL = 500;
    private static final int LARGEST_CALL = 5000;
    private static final long SEED = 20260311;

    private final ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();

    @Override
    public void run(Hall hall, Rows out) throws Exception {
        Path city = city(hall);
        long begun = System.nanoTime();
        Hall.Server server = hall.server(hall.folder().resolve("server"), "--city", city.toString());
        double founded = (System.nanoTime() - begun) / 1e9;
        List<Account> accounts = server.accounts();
        Account device = Account.of(accounts, "simulator-device");
        Account dispatcher = Account.of(accounts, "dispatcher");
        double empty = heap();
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Desk desk = new Desk(
                        hall.folder().resolve("console"),
                        URI.create(server.url()),
                        Clock.systemUTC(),
                        new LinkSettings.Patience(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(2)),
                        new SignIn.Request(dispatcher.user(), dispatcher.password(), "dispatcher", "bench"))) {
            Platform sender = Platform.signIn(http, server.url(), device.user(), device.password(), "simulator-device");
            desk.start();
            Hall.await(() -> desk.live() && desk.stores.sensors().rows().size() == SENSORS, 120);
            double rows = heap();
            Reading[] last = new Reading[SENSORS];
            SplittableRandom random = new SplittableRandom(SEED);
            for (int from = 0; from < SENSORS; from += LARGEST_CALL) {
                List<Reading> call = new ArrayList<>();
                for (int i = from; i < Math.min(SENSORS, from + LARGEST_CALL); i++) {
                    call.add(say(i, random, last));
                }
                post(sender, call);
            }
            boolean all = Hall.await(() -> desk.stores.readings().rows().size() == SENSORS, 60);
            System.out.println("heard of all: " + all);
            double said = heap();
            desk.stores
                    .readings()
                    .subscribe(ids -> ids.forEach(id -> desk.stores
                            .readings()
                            .find(id)
                            .ifPresent(r -> delays.add(
                                    Duration.between(r.at(), Instant.now()).toMillis()))));
            delays.clear(); // a subscriber is told at once of all there are
            double ours = cpu(ProcessHandle.current());
            double theirs = cpu(server.program().process().toHandle());
            stream(sender, random, last);
            double theirCores = (cpu(server.program().process().toHandle()) - theirs) / SECONDS;
            double ourCores = (cpu(ProcessHandle.current()) - ours) / SECONDS;
            boolean whole = Hall.await(() -> lost(desk, last) == 0, 10);
            double after = heap();
            long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.println("told " + sorted.length + " changes, nothing lost: " + whole);
            out.add(
                    Row.atMost("lost", (double) lost(desk, last), "readings", 0),
                    Row.told("founded_s", founded, "s"),
                    Row.told("rows_heap_mb", rows - empty, "MB"),
                    Row.told("readings_heap_mb", said - rows, "MB"),
                    Row.told("minute_heap_mb", after - said, "MB"),
                    Row.told("server_rss_mb", rss(server.program().process().pid()), "MB"),
                    Row.told("server_core_percent", 100 * theirCores, "%"),
                    Row.told("console_and_sender_core_percent", 100 * ourCores, "%"),
                    Row.told("late_p50_ms", share(sorted, 0.5), "ms"),
                    Row.told("late_p99_ms", share(sorted, 0.99), "ms"));
        } finally {
            server.end();
        }
    }

    private static Path city(Hall hall) throws IOException {
        Path city = hall.folder().resolve("city");
        new CityGenerator(SEED).write(city);
        Extent box = new CityFolder(city).settings().box();
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> rows = new ArrayList<>();
        rows.add("id,kind,name,longitude,latitude,unit,warning,alarm,simulated");
        for (int i = 0; i < SENSORS; i++) {
            rows.add(String.format(
                    Locale.ROOT,
                    "%s,gas,燃气监测点 %d,%.7f,%.7f,%%LEL,10,20,true",
                    id(i),
                    i,
                    random.nextDouble(box.west(), box.east()),
                    random.nextDouble(box.south(), box.north())));
        }
        Files.write(city.resolve("sensors.csv"), rows);
        return city;
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "990101-gas-%06d", number);
    }

    private static Reading say(int i, SplittableRandom random, Reading[] last) {
        last[i] = new Reading(new SensorId(id(i)), Math.round(random.nextDouble(0, 210)) / 10.0, Instant.now());
        return last[i];
    }

    private static void stream(Platform sender, SplittableRandom random, Reading[] last)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int calls = SECONDS * PER_SECOND / A_CALL;
        for (int call = 0; call < calls; call++) {
            long due = begin + call * 1_000_000_000L * A_CALL / PER_SECOND;
            long wait = (due - System.nanoTime()) / 1_000_000;
            if (wait > 0) {
                Thread.sleep(wait);
            }
            List<Reading> some = new ArrayList<>();
            for (int i = 0; i < A_CALL; i++) {
                some.add(say(random.nextInt(SENSORS), random, last));
            }
            post(sender, some);
        }
    }

    private static void post(Platform sender, List<Reading> readings) throws IOException, InterruptedException {
        HttpResponse<String> answer = sender.http()
                .send(
                        HttpRequest.newBuilder(URI.create(sender.url() + "/api/v1/readings"))
                                .header("Authorization", "Bearer " + sender.token())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        Json.mapper().writeValueAsString(Map.of("readings", readings))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("readings refused: " + answer.body());
        }
    }

    private static long lost(Desk desk, Reading[] last) {
        return Arrays.stream(last)
                .filter(r -> !desk.stores.readings().find(r.sensor()).equals(java.util.Optional.of(r)))
                .count();
    }

    private static @Nullable Double share(long[] sorted, double share) {
        return sorted.length == 0 ? null : Double.valueOf(sorted[(int) (share * (sorted.length - 1))]);
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    private static @Nullable Double rss(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(l -> l.startsWith("VmRSS"))
                .map(l -> Double.valueOf(l.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(null);
    }

    /// What lives in this process, which is the console's here.
    private static double heap() throws IOException, InterruptedException {
        return Watch.liveHeap(ProcessHandle.current().pid());
    }
}
