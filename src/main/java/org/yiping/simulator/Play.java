package org.yiping.simulator;

// long because one loop decides, hears and says in turn

import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.sensor.Reading;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.Push;
import org.yiping.simulator.client.CityClient;
import org.yiping.simulator.client.Ear;
import org.yiping.simulator.client.FieldStaff;
import org.yiping.simulator.client.Hands;
import org.yiping.simulator.client.News;
import org.yiping.simulator.client.Sitters;
import org.yiping.simulator.client.Tally;
import org.yiping.simulator.client.TownReader;
import org.yiping.simulator.client.Witness;
import org.yiping.simulator.play.Crowd;
import org.yiping.simulator.play.Deed;
import org.yiping.simulator.play.Meters;
import org.yiping.simulator.play.Recogniser;
import org.yiping.simulator.play.Settings;
import org.yiping.simulator.play.SimulatedCity;
import org.yiping.simulator.play.Town;

/// Plays the city: one thread decides and hears, others act. Follows the stream by revision, reads the cases anew where
/// it has a gap, and waits for a platform that is away. `run` is called by one thread, `stop` by any.
final class Play {
    private static final Logger log = LoggerFactory.getLogger(Play.class);
    private static final Duration TELEMETRY = Duration.ofSeconds(2);
    private static final Duration SEATS = Duration.ofSeconds(4);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    private static final Duration SILENCE = Duration.ofSeconds(40);
    private static final int AT_ONCE = 8;
    private static final int MOST_READINGS = 5000;

    private final Instruments with;
    private final Settings settings;
    private final Tally tally;
    private final Hands hands;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final Semaphore hurry = new Semaphore(AT_ONCE, true);
    private final AtomicBoolean posting = new AtomicBoolean();
    private final AtomicBoolean saying = new AtomicBoolean();
    private final AtomicBoolean sitting = new AtomicBoolean();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final Sitters sitters;
    private final FieldStaff staff;
    private final Witness witness;
    private final Backoff backoff;
    private volatile boolean stopped;
    private @Nullable WebSocket socket;
    private int stream;
    private long revision;
    private @Nullable Instant reconnectAt;
    private Instant heard = Instant.EPOCH;
    private volatile int open;
    private @Nullable Town town;

    /// What a run works with. `eye` sees all cases, `device` posts positions.
    record Instruments(
            CityClient client,
            TownReader reader,
            CityClient.As eye,
            CityClient.As device,
            InstantSource clock,
            ExecutorService threads) {}

    Play(Instruments with, Settings settings, Hands hands, Tally tally) {
        this.with = with;
        this.settings = settings;
        this.hands = hands;
        this.tally = tally;
        this.sitters = new Sitters(with.client());
        this.staff = new FieldStaff(with.client(), with.reader().accounts());
        this.witness = new Witness(with.client(), with.device(), tally);
        this.backoff = new Backoff(with.clock());
    }

    void run() throws InterruptedException {
        TownReader.@Nullable Facts facts = facts();
        if (facts == null) {
            return;
        }
        town = facts.town();
        Instant start = with.clock().instant();
        SimulatedCity city = new SimulatedCity(facts.town(), facts.streets(), settings, start);
        Crowd crowd = new Crowd(facts.people(), facts.areas(), facts.streets(), settings.seed(), start);
        Meters meters = new Meters(facts.sensors(), settings.seed(), start);
        Recogniser eyes = new Recogniser(facts.cameras(), facts.town()::listensTo, settings, start);
        reconnectAt = start;
        Instant post = start;
        Instant sit = start;
        log.info("the city plays: seed {}, speed {}", settings.seed(), settings.speed());
        while (!stopped) {
            Instant now = with.clock().instant();
            Instant due = reconnectAt;
            if (due != null && !due.isAfter(now)) {
                connect(city);
            }
            if (!post.isAfter(now)) {
                post = now.plus(TELEMETRY);
                post(crowd.move(now));
                say(meters, now);
                tell(eyes, now);
            }
            if (!sit.isAfter(now)) {
                sit = now.plus(SEATS);
                sit(now);
            }
            for (Deed deed : city.due(now)) {
                act(deed);
            }
            open = city.openCases();
            hear(city, crowd, wait(city, now));
        }
        drop();
        // what is under way is waited for, so that the account at the end is exact
        boolean allDone = hurry.tryAcquire(AT_ONCE, 4, TimeUnit.SECONDS);
        log.info("the city stops{}", allDone ? "" : "; some commands are still unanswered");
    }

    /// Ends `run` soon.
    void stop() {
        stopped = true;
        news.add(new News.Stop());
    }

    String account() {
        return tally.line(settings, open);
    }

    private TownReader.@Nullable Facts facts() throws InterruptedException {
        while (!stopped) {
            Optional<TownReader.Facts> facts = with.reader().facts();
            if (facts.isPresent()) {
                backoff.reset();
                return facts.get();
            }
            Duration wait = backoff.next();
            log.info("the platform is not there yet; trying again in {} ms", wait.toMillis());
            if (news.poll(wait.toMillis(), TimeUnit.MILLISECONDS) instanceof News.Stop) {
                return null;
            }
        }
        return null;
    }

    private Duration wait(SimulatedCity city, Instant now) {
        Duration next = city.next().map(at -> Duration.between(now, at)).orElse(LONGEST_WAIT);
        Duration least = next.compareTo(LONGEST_WAIT) < 0 ? next : LONGEST_WAIT;
        return least.isNegative() ? Duration.ZERO : least;
    }

    private void hear(SimulatedCity city, Crowd crowd, Duration longest) throws InterruptedException {
        News first = news.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        for (News n = first; n != null; n = news.poll()) {
            Instant now = with.clock().instant();
            switch (n) {
                case News.Frame f -> {
                    if (f.stream() == stream) {
                        heard = now;
                        frame(f.push(), city, crowd, now);
                    }
                }
                case News.Opened o -> {
                    if (o.stream() == stream && !stopped) {
                        socket = o.socket();
                    } else {
                        o.socket().abort();
                    }
                }
                case News.Lost l -> {
                    if (l.stream() == stream && reconnectAt == null && !stopped) {
                        lost(l.reason(), now);
                    }
                }
                case News.Done d -> {
                    city.done(d.deed(), d.result(), now);
                    if (d.result() instanceof Deed.Result.Accepted) {
                        sitters.acted(d.deed(), now);
                    }
                }
                case News.Stop s -> {}
            }
        }
        Instant now = with.clock().instant();
        if (reconnectAt == null && heard.plus(SILENCE).isBefore(now)) {
            lost("no heartbeat", now);
        }
    }

    private void frame(Push push, SimulatedCity city, Crowd crowd, Instant now) {
        switch (push) {
            case Push.Delta d -> {
                if (d.after() != revision) {
                    lost("a gap in the stream", now);
                    revision = -1;
                    return;
                }
                revision = d.upto();
                d.changes().stream().filter(c -> c.kind().equals(Kinds.CASE)).forEach(c -> change(c, city, crowd, now));
                d.changes().stream()
                        .filter(c -> c.kind().equals(Kinds.OPEN_DAY))
                        .forEach(c -> city.hear(telling(c), now));
                if (d.changes().stream().anyMatch(c -> c.kind().equals(Kinds.CITY))) {
                    with.reader().city().ifPresent(c -> {
                        if (town != null) {
                            town.learn(c);
                        }
                    });
                }
            }
            case Push.Resync r -> {
                lost("resync: " + r.reason(), now);
                revision = -1;
            }
            case Push.Bye b -> lost("bye: " + b.reason(), now);
            case Push.Hello h -> backoff.reset();
            case Push.Heartbeat h -> {}
            case Push.Telemetry t -> {}
            case Push.Readings r -> {}
            case Push.Seats s -> {}
        }
    }

    private static OpenDay.@Nullable Telling telling(Push.Change c) {
        return c.row() == null
                ? null
                : Json.mapper().treeToValue(c.row(), OpenDay.class).story();
    }

    private static void change(Push.Change c, SimulatedCity city, Crowd crowd, Instant now) {
        if (c.row() == null || c.op().equals("gone")) {
            city.gone(new CaseId(c.id()));
            return;
        }
        Case row = Json.mapper().treeToValue(c.row(), Case.class);
        city.see(row, now);
        if (row.progress().handler() != null && row.place().position() != null) {
            crowd.send(row.progress().handler(), row.place().position());
        }
    }

    /// Cases are read anew at first and after a gap; otherwise the stream goes on where it broke off.
    private void connect(SimulatedCity city) {
        drop();
        stream++;
        Instant now = with.clock().instant();
        if (revision <= 0) {
            Optional<TownReader.Cases> cases = with.reader().cases();
            if (cases.isEmpty()) {
                reconnectAt = now.plus(backoff.next());
                return;
            }
            revision = cases.get().revision();
            cases.get().cases().forEach(row -> city.see(row, now));
        }
        int own = stream;
        reconnectAt = null;
        heard = now;
        var _ = with.client().stream(
                        with.eye(),
                        revision,
                        String.join(",", Kinds.CASE, Kinds.CITY, Kinds.OPEN_DAY),
                        new Ear(own, news::add))
                .handle((opened, error) -> error == null
                        ? news.add(new News.Opened(own, opened))
                        : news.add(new News.Lost(own, String.valueOf(error.getMessage()))));
    }

    private void lost(String reason, Instant now) {
        Duration wait = backoff.next();
        log.info("the stream ended ({}); again in {} ms", reason, wait.toMillis());
        tally.reconnect();
        reconnectAt = now.plus(wait);
    }

    private void drop() {
        WebSocket old = socket;
        socket = null;
        if (old != null) {
            old.abort();
        }
    }

    private void act(Deed deed) {
        with.threads().execute(() -> {
            try {
                hurry.acquire();
                try {
                    if (!stopped) {
                        news.add(new News.Done(deed, hands.act(deed)));
                    }
                } finally {
                    hurry.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// One word at a time, as with positions.
    private void sit(Instant now) {
        if (sitting.compareAndSet(false, true)) {
            with.threads().execute(() -> {
                try {
                    sitters.tell(now);
                    staff.tell();
                } finally {
                    sitting.set(false);
                }
            });
        }
    }

    /// While what was said before is on its way nothing new is said, so that no sensor's only word is lost to it.
    private void say(Meters meters, Instant now) {
        if (saying.get()) {
            return;
        }
        List<Reading> readings = meters.said(now, MOST_READINGS);
        if (readings.isEmpty()) {
            return;
        }
        saying.set(true);
        with.threads().execute(() -> {
            try {
                Object reply = with.client().send(with.device(), "/api/v1/readings", Map.of("readings", readings));
                if (reply instanceof org.yiping.simulator.client.Reply.Good) {
                    tally.readings(readings.size());
                }
            } finally {
                saying.set(false);
            }
        });
    }

    /// One picture at a time: what is seen meanwhile is seen a little later.
    private void tell(Recogniser eyes, Instant now) {
        if (telling.get()) {
            return;
        }
        eyes.seen(now).ifPresent(seen -> {
            telling.set(true);
            with.threads().execute(() -> {
                try {
                    witness.tell(seen);
                } finally {
                    telling.set(false);
                }
            });
        });
    }

    /// Positions may be lost: where one batch is still on its way, the next is left out.
    private void post(List<FieldUnit> samples) {
        staff.see(samples);
        if (!samples.isEmpty() && posting.compareAndSet(false, true)) {
            with.threads().execute(() -> {
                try {
                    Object reply = with.client().send(with.device(), "/api/v1/telemetry", Map.of("samples", samples));
                    if (reply instanceof org.yiping.simulator.client.Reply.Good) {
                        tally.samples(samples.size());
                    }
                } finally {
                    posting.set(false);
                }
            });
        }
    }
}
