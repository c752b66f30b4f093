package org.yiping.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.command.Command;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.Json;

/// Signed-in people who send commands over connections of their own, one a connection at a time, at a common pace. Each
/// command is sent when it is due; one that is late is sent at once, so a slow platform shows in the seconds.
final class Typists {
    /// Enough to keep the pace at 40 ms an answer.
    private static final int CONNECTIONS = 40;

    private final List<Account> accounts;
    private final Map<String, Platform> byPost = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicLong revision = new AtomicLong();
    private final LongAdder accepted = new LongAdder();

    /// One step of one case.
    record Stroke(CaseLoad.Step step, int number, int turn) {
        Stroke(CaseLoad.Step step, int number) {
            this(step, number, 0);
        }
    }

    /// How it went; `revision` is the highest answered.
    record Done(long accepted, long refused, long failed, double seconds, long revision) {}

    Typists(HttpClient http, String url, List<Account> accounts) throws IOException, InterruptedException {
        this.accounts = accounts;
        for (CaseLoad.Step step : CaseLoad.Step.values()) {
            if (!byPost.containsKey(step.post)) {
                Account account = Account.of(accounts, step.post);
                byPost.put(step.post, Platform.signIn(http, url, account.user(), account.password(), step.post));
            }
        }
    }

    Done type(CaseLoad load, List<Stroke> strokes, int perSecond) throws InterruptedException {
        return type(load, i -> i < strokes.size() ? strokes.get(i) : null, perSecond);
    }

    /// When all are sent, the leaders press for one case after another, until it is enough.
    Done type(CaseLoad load, List<Stroke> strokes, int perSecond, BooleanSupplier enough) throws InterruptedException {
        int cases = strokes.getLast().number() + 1;
        return type(
                load,
                i -> {
                    int over = i - strokes.size();
                    return enough.getAsBoolean()
                            ? null
                            : over < 0
                                    ? strokes.get(i)
                                    : new Stroke(CaseLoad.Step.SUPERVISE, over % cases, 1 + over / cases);
                },
                perSecond);
    }

    private Done type(CaseLoad load, IntFunction<@Nullable Stroke> strokes, int perSecond) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        Thread[] threads = new Thread[CONNECTIONS];
        for (int t = 0; t < CONNECTIONS; t++) {
            threads[t] = Thread.ofPlatform().name("typist-" + t).start(() -> {
                while (true) {
                    int i = next.getAndIncrement();
                    Stroke stroke = strokes.apply(i);
                    if (stroke == null) {
                        return;
                    }
                    long due = start + i * 1_000_000_000L / perSecond;
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    send(load, stroke);
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Done done = new Done(
                accepted.sumThenReset(), refused.sumThenReset(), failed.sumThenReset(), seconds, revision.get());
        System.out.printf(
                "%d commands accepted, %d refused, %d unanswered in %.1f s over %d connections%n",
                done.accepted(), done.refused(), done.failed(), seconds, CONNECTIONS);
        return done;
    }

    /// A token lasts a quarter of an hour.
    private synchronized void renew(String post, Platform worn) throws IOException, InterruptedException {
        if (worn.equals(byPost.get(post))) {
            Account account = Account.of(accounts, post);
            byPost.put(post, Platform.signIn(worn.http(), worn.url(), account.user(), account.password(), post));
        }
    }

    private void send(CaseLoad load, Stroke stroke) {
        Command command = load.command(stroke.step(), stroke.number(), stroke.turn());
        Platform as = java.util.Objects.requireNonNull(byPost.get(stroke.step().post));
        try {
            HttpResponse<String> answer = as.http()
                    .send(
                            HttpRequest.newBuilder(URI.create(as.url() + "/api/v1/commands"))
                                    .version(HttpClient.Version.HTTP_1_1)
                                    .header("Authorization", "Bearer " + as.token())
                                    .header("Content-Type", "application/json")
                                    .header(
                                            "Idempotency-Key",
                                            command.head().id().value())
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                                            Json.mapper().writeValueAsBytes(CommandCodec.encode(command))))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                accepted.increment();
                revision.accumulateAndGet(
                        Json.mapper().readTree(answer.body()).path("revision").asLong(), Math::max);
            } else if (answer.statusCode() == 401) {
                renew(stroke.step().post, as);
                refused.increment();
            } else {
                refused.increment();
                if (refused.sum() <= 3) {
                    System.out.println(stroke + ": " + answer.statusCode() + " " + answer.body());
                }
            }
        } catch (IOException e) {
            failed.increment();
            if (failed.sum() <= 3) {
                System.out.println(stroke + ": " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
