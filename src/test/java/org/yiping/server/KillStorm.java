package org.yiping.server;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.yiping.protocol.Json;

/// Commands from six connections until the server is killed under them, then a new start and questions about the old
/// keys. One thread calls.
public final class KillStorm implements AutoCloseable {
    private static final int SENDERS = 6;
    /// A session outlives kills, but not its quarter of an hour.
    private static final int KILLS_A_SESSION = 50;

    private final Path folder;
    private final Random random;
    /// Every key that was sent; the revision it was answered with, or 0 while nobody knows.
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    private final AtomicReference<AssertionError> refusal = new AtomicReference<>();
    private Child child;
    private Caller session;
    private int kills;

    public KillStorm(Path folder, long seed) {
        this.folder = folder;
        random = new Random(seed);
        child = Child.start(folder);
    }

    public Map<String, Long> sent() {
        return Map.copyOf(sent);
    }

    /// One kill and what follows it.
    public void once() throws IOException, InterruptedException {
        if (kills % KILLS_A_SESSION == 0) {
            session = Caller.signIn(child.port(), folder.resolve("data"), "collector", "collector");
        }
        storm(session.at(child.port()), 5 + random.nextInt(60), "k" + kills + "-");
        child = Child.start(folder);
        askAgain(session.at(child.port()));
        kills++;
    }

    /// Sends until so many answers are in, then kills the server under the rest.
    private void storm(Caller caller, int answers, String prefix) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(answers);
        try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            for (int s = 0; s < SENDERS; s++) {
                String mine = prefix + s + "-";
                threads.execute(() -> send(caller, mine, enough));
            }
            enough.await();
            child.kill();
        }
        caller.close();
        if (refusal.get() != null) {
            throw refusal.get();
        }
    }

    private void send(Caller caller, String mine, CountDownLatch enough) {
        for (int n = 0; ; n++) {
            String key = mine + n;
            sent.put(key, 0L);
            Optional<HttpResponse<String>> answer = caller.command(key, Wishes.report(key, SmallCity.WEST));
            if (answer.isEmpty()) {
                return;
            }
            try {
                sent.put(key, revision(key, answer.get()));
            } catch (AssertionError e) {
                refusal.compareAndSet(null, e);
                LongStream.range(0, enough.getCount()).forEach(_ -> enough.countDown());
                return;
            }
            enough.countDown();
        }
    }

    /// What was answered is answered alike; what was not is sent again under its key.
    private void askAgain(Caller caller) {
        Map<String, Long> before = new HashMap<>(sent);
        before.forEach((key, revision) -> {
            if (revision == 0 || key.hashCode() % 16 == 0) {
                long again = revision(
                        key,
                        caller.command(key, Wishes.report(key, SmallCity.WEST)).orElseThrow());
                if (revision > 0 && again != revision) {
                    throw new AssertionError(key + " was answered " + revision + ", then " + again);
                }
                sent.put(key, again);
            }
        });
        caller.close();
    }

    private static long revision(String key, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(key + ": " + answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readTree(answer.body()).path("revision").asLong();
    }

    @Override
    public void close() {
        child.close();
    }
}
