package org.yiping.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.protocol.Json;
import org.yiping.server.CityPlatform;
import org.yiping.simulator.city.CityGenerator;
import org.yiping.simulator.client.CityClient;
import org.yiping.simulator.client.Hands;
import org.yiping.simulator.client.Tally;
import org.yiping.simulator.client.TownReader;
import org.yiping.simulator.photo.PhotoBooth;
import org.yiping.simulator.play.Account;
import org.yiping.simulator.play.Settings;
import tools.jackson.databind.JsonNode;

class PlayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    @TempDir
    private Path temp;

    @Test
    void playsAgainstARealServerAndGoesOnAfterItsRestart() throws Exception {
        Path city = temp.resolve("city");
        Path data = temp.resolve("data");
        new CityGenerator(20260311).write(city);
        CityPlatform platform = CityPlatform.start(data, city, 0);
        int port = platform.port();
        List<Account> accounts = Account.read(data.resolve("accounts.csv"));
        Tally tally = new Tally();
        CountDownLatch ended = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                CityClient client = new CityClient(URI.create("http://127.0.0.1:" + port), Clock.systemUTC())) {
            CityClient.As eye = new CityClient.As(account(accounts, "acceptor6"), "acceptor");
            CityClient.As device = new CityClient.As(account(accounts, "simulator-device"), "simulator-device");
            Play play = new Play(
                    new Play.Instruments(
                            client, new TownReader(client, eye, accounts), eye, device, Clock.systemUTC(), threads),
                    new Settings(3, 200, Settings.Seats.AUTO, 6, "t1"),
                    new Hands(client, new PhotoBooth(), tally),
                    tally);
            threads.execute(() -> {
                try {
                    play.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    ended.countDown();
                }
            });
            // Whatever goes wrong, the city is stopped: closing its threads waits for it without end.
            try {
                await(() -> tally.accepted() >= 25);
                platform.close();
                long before = tally.accepted();
                await(() -> line(play).path("reconnects").asInt(0) > 0);
                platform = CityPlatform.start(data, city, port);
                await(() -> tally.accepted() >= before + 15);
                await(() -> line(play).path("readings").asInt(0) > 0);
            } finally {
                play.stop();
            }
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            JsonNode line = line(play);
            assertThat(line.path("refused").asInt(-1)).as(line.toString()).isZero();
            assertThat(line.path("photos").asInt(0)).isPositive();
            assertThat(line.path("samples").asInt(0)).isGreaterThan(200);
        } finally {
            platform.close();
        }
    }

    private static JsonNode line(Play play) {
        return Json.mapper().readTree(play.account());
    }

    private static Account account(List<Account> accounts, String user) {
        return accounts.stream().filter(a -> a.user().equals(user)).findFirst().orElseThrow();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        CountDownLatch pause = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            assertThat(pause.await(20, TimeUnit.MILLISECONDS)).isFalse();
        }
    }
}
