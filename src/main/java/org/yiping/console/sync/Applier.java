package org.yiping.console.sync;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Cursor;
import org.yiping.console.cache.Facts;
import org.yiping.console.link.Verdict;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Rows;
import org.yiping.console.store.Tables;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.SensorId;
import org.yiping.domain.shift.Seat;
import org.yiping.protocol.Push;

/// The only writer of facts: takes frames, writes rows and cursor in one transaction, then swaps the
/// stores.
///
/// Frames are gathered for at most `GATHER`: a commit costs the cache file far more than a row, and a
/// screen shows no more than this anyway. After a quiet moment the first frame is applied at once.
/// `accept` may be called on any thread; everything else is confined to the writer's.
final class Applier {
    static final Duration GATHER = Duration.ofMillis(50);
    private static final int MANY = 128;
    private static final Logger LOG = LoggerFactory.getLogger(Applier.class);

    private final Facts facts;
    private final Tables tables;
    private final Resume resume;
    private final Settled settled;
    private final SyncTools tools;
    private final Batch batch;
    private final List<Taken> waiting = new ArrayList<>();
    private final List<Settled.Commits> commits = new ArrayList<>();
    private Instant listening = Instant.MAX;
    private boolean scheduled;
    private Instant written = Instant.MIN;
    private boolean diskRefuses;

    /// What the frames of one batch bring that is no fact.
    private record Telemetry(List<FieldUnit> units, List<Reading> readings) {}

    private record Taken(Push frame, CompletableFuture<Verdict> verdict) {}

    Applier(Facts facts, Tables tables, Batch batch, Resume resume, Settled settled, SyncTools tools) {
        this.facts = facts;
        this.tables = tables;
        this.batch = batch;
        this.resume = resume;
        this.settled = settled;
        this.tools = tools;
    }

    CompletionStage<Verdict> accept(Push frame) {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        synchronized (waiting) {
            waiting.add(new Taken(frame, verdict));
            if (waiting.size() == MANY) {
                tools.serial().execute(this::drain);
            } else if (!scheduled) {
                scheduled = true;
                Duration since = written.equals(Instant.MIN)
                        ? GATHER
                        : Duration.between(written, tools.clock().instant());
                long wait = Math.clamp(GATHER.minus(since).toMillis(), 0, GATHER.toMillis());
                var _ = tools.serial().schedule(this::drain, wait, TimeUnit.MILLISECONDS);
            }
        }
        return verdict;
    }

    /// Applies everything that waits.
    void drain() {
        List<Taken> frames;
        synchronized (waiting) {
            frames = List.copyOf(waiting);
            waiting.clear();
            scheduled = false;
        }
        if (frames.isEmpty()) {
            return;
        }
        List<Verdict> verdicts = new ArrayList<>();
        Telemetry samples = new Telemetry(new ArrayList<>(), new ArrayList<>());
        long before = resume.last();
        for (Taken taken : frames) {
            verdicts.add(take(taken.frame(), samples));
        }
        units(samples.units());
        readings(samples.readings());
        if (resume.last() != before) {
            show(resume.last());
        }
        if (resume.caughtUp()) {
            tables.facts(new Freshness(true, tools.clock().instant()));
        }
        for (int i = 0; i < frames.size(); i++) {
            frames.get(i).verdict().complete(verdicts.get(i));
        }
    }

    private Verdict take(Push frame, Telemetry samples) {
        return switch (frame) {
            case Push.Delta delta -> {
                if (!resume.takes(delta)) {
                    yield Verdict.RECONNECT;
                }
                delta.changes().forEach(batch::add);
                if (!delta.at().isBefore(listening)) {
                    commits.add(new Settled.Commits(delta.at(), delta.upto() - delta.after()));
                }
                yield Verdict.NEXT;
            }
            case Push.Telemetry telemetry -> {
                samples.units().addAll(telemetry.samples());
                yield Verdict.NEXT;
            }
            case Push.Readings said -> {
                samples.readings().addAll(said.readings());
                yield Verdict.NEXT;
            }
            case Push.Seats(boolean all, List<Seat> seats, List<SeatId> gone) -> {
                tables.seats.told(all, seats, gone, tools.clock().instant());
                yield Verdict.NEXT;
            }
            case Push.Hello hello -> {
                if (listening.equals(Instant.MAX)) {
                    listening =
                            hello.serverTime(); // a reconnection's delay counts, the time before this start does not
                }
                yield resume.greeted(hello) ? Verdict.NEXT : Verdict.RECONNECT;
            }
            case Push.Heartbeat beat -> resume.heartbeat(beat.rev()) ? Verdict.NEXT : Verdict.RECONNECT;
            case Push.Resync resync -> {
                LOG.info("the platform asks for a snapshot: {}", resync.reason());
                resume.snapshotNeeded();
                yield Verdict.RECONNECT;
            }
            case Push.Bye _ -> Verdict.RECONNECT;
        };
    }

    /// Telemetry is not a fact: the latest of each in memory, an older sample never over a newer one.
    void units(List<FieldUnit> samples) {
        Map<String, FieldUnit> newer = new HashMap<>();
        for (FieldUnit sample : samples) {
            FieldUnit known = newer.get(sample.id());
            if (known == null) {
                known = tables.units.find(sample.id()).orElse(sample);
            }
            if (!sample.at().isBefore(known.at())) {
                newer.put(sample.id(), sample);
            }
        }
        tables.units.apply(newer, Set.of());
    }

    /// The same for sensors. What is known already is not told again: a list of all comes with every reconnection.
    void readings(List<Reading> said) {
        Rows<SensorId, Reading> known = tables.readings.rows();
        Map<SensorId, Reading> newer = new HashMap<>();
        for (Reading reading : said) {
            Reading last = newer.getOrDefault(reading.sensor(), known.get(reading.sensor()));
            if (last == null || (!reading.at().isBefore(last.at()) && !reading.equals(last))) {
                Reading lean = lean(reading);
                newer.put(lean.sensor(), lean);
            }
        }
        tables.readings.apply(newer, Set.of());
    }

    /// With the id the sensor's row carries anyway: a hundred thousand ids twice are ten megabytes.
    private Reading lean(Reading reading) {
        return tables.sensors
                .find(reading.sensor())
                .map(s -> new Reading(s.id(), reading.value(), reading.at()))
                .orElse(reading);
    }

    /// Disk first, then stores: what an operator saw is there after a crash. A full disk must not blind
    /// the hall, though, so the stores go on without it and the rows are kept for the next try.
    private void show(long revision) {
        Instant now = tools.clock().instant();
        try {
            facts.batch(batch.unsaved(), new Cursor(resume.cursor(), now));
            batch.saved();
            diskRefuses = false;
        } catch (IOException e) {
            if (!diskRefuses) {
                LOG.error("the cache is not written any more; the screens go on without it", e);
            }
            diskRefuses = true;
        }
        Set<CommandId> commands = batch.show();
        tables.revision(revision);
        synchronized (waiting) {
            written = now;
        }
        settled.applied(revision, commands, List.copyOf(commits));
        commits.clear();
    }
}
