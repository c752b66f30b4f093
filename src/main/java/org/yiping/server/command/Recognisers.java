package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.video.VideoRules;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Batch;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Change;
import org.yiping.server.data.Counters;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;

/// Where recognisers are heard (智能抓拍): what they say is let into the queue by the city's rules, folded into what
/// waits, or only counted; and what nobody judged in time leaves it. `hear` by any thread, `tick` by one.
///
/// What a camera saw last of a class is remembered in memory alone: after a restart only what waits is folded into.
public final class Recognisers {
    private static final Logger LOG = LoggerFactory.getLogger(Recognisers.class);
    private static final int PAGE = 1000;
    /// No queue that people judge is longer; what comes then is counted and not kept.
    private static final int MOST_WAITING = 5000;

    private final Rows rows;
    private final Counters counters;
    private final Rulebook book;
    private final InstantSource clock;
    private final CaptureCounts counts;
    private final Map<Place, CaptureId> newest = new ConcurrentHashMap<>();
    private final Map<CaptureId, Instant> waiting = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    private record Place(CameraId camera, ClassCode of) {}

    /// What a recogniser says: `alarm` is its own class.
    public record Word(
            CaptureId id,
            CameraId camera,
            String alarm,
            double confidence,
            Instant at,
            String picture,
            @Nullable String clip,
            boolean simulated) {}

    /// What became of it: queued, folded (into `capture`), below (the threshold), late, repeated or full; or why it is
    /// refused.
    public record Heard(Answer answer, String outcome, CaptureId capture) {}

    public Recognisers(Rows rows, Counters counters, Rulebook book, InstantSource clock) {
        this.rows = rows;
        this.counters = counters;
        this.book = book;
        this.clock = clock;
        this.counts = new CaptureCounts(book.zone());
    }

    /// Waits until it is on disk.
    public Heard hear(CommandDesk desk, Word word, Actor by) {
        load();
        String[] outcome = {"refused", word.id().value()};
        Answer answer = desk.submit((batch, now) -> take(batch, word, by, now, outcome));
        return new Heard(answer, outcome[0], new CaptureId(outcome[1]));
    }

    private Answer take(Batch batch, Word word, Actor by, Instant now, String[] outcome) {
        VideoRules rules = book.video().at(now);
        VideoRules.Mapping mapping = rules.captures().of(word.alarm()).orElse(null);
        if (mapping == null) {
            return refused("unknown-class", "/alarm");
        }
        Row camera = batch.find(Kinds.CAMERA, word.camera().value()).orElse(null);
        if (camera == null) {
            return refused("unknown-camera", "/camera");
        }
        Row known = batch.find(Kinds.CAPTURE, word.id().value()).orElse(null);
        if (known != null) {
            outcome[0] = "repeated";
            return new Answer.Applied(known.revision());
        }
        Instant at = word.at().isAfter(now) ? now : word.at();
        counts.count(batch, now, "received", mapping.classCode());
        if (word.confidence() < mapping.threshold()) {
            return counted(batch, now, "below", mapping, outcome);
        }
        if (at.isBefore(now.minus(rules.captures().late()))) {
            return counted(batch, now, "late", mapping, outcome);
        }
        Place place = new Place(word.camera(), mapping.classCode());
        Row before = last(batch, place);
        Origin origin = new Origin(by, null, null, rules.version());
        if (before != null) {
            Capture capture = Json.mapper().readValue(before.content(), Capture.class);
            var window = mapping.window() == null ? rules.captures().window() : mapping.window();
            if (foldsUntil(capture, window).filter(until -> !at.isAfter(until)).isPresent()) {
                outcome[1] = before.id();
                return fold(batch, origin, before, capture, at, now, outcome);
            }
        }
        if (waiting.size() >= MOST_WAITING) {
            return counted(batch, now, "full", mapping, outcome);
        }
        Capture fresh = new Capture(
                word.id(),
                word.camera(),
                new Capture.Seen(word.alarm(), mapping.name(), mapping.classCode(), word.confidence()),
                at,
                word.picture(),
                word.clip(),
                0,
                at,
                word.simulated(),
                rules.version(),
                null);
        long revision = batch.put(
                        origin, now, change(fresh, Scope.waiting(camera.scope().area())))
                .revision();
        counts.count(batch, now, "queued", mapping.classCode());
        newest.put(place, fresh.id());
        waiting.put(fresh.id(), now);
        outcome[0] = "queued";
        return new Answer.Applied(revision);
    }

    /// What waits takes what comes as long as that does not pause. What was judged is not asked again for a while, and
    /// then it is, however often it was seen meanwhile; what nobody judged has said nothing about what is seen now.
    private static Optional<Instant> foldsUntil(Capture capture, Duration window) {
        Capture.Decision decision = capture.decision();
        if (decision == null) {
            return Optional.of(capture.lastAt().plus(window));
        }
        return decision.outcome().equals(Capture.Decision.EXPIRED)
                ? Optional.empty()
                : Optional.of(decision.at().plus(window));
    }

    private Answer counted(Batch batch, Instant now, String what, VideoRules.Mapping mapping, String[] outcome) {
        counts.count(batch, now, what, mapping.classCode());
        outcome[0] = what;
        return new Answer.Applied(0);
    }

    /// The very same moment again is the same word, sent again because its answer was lost.
    private Answer fold(
            Batch batch, Origin origin, Row before, Capture capture, Instant at, Instant now, String[] outcome) {
        if (at.equals(capture.lastAt())) {
            outcome[0] = "repeated";
            return new Answer.Applied(before.revision());
        }
        counts.count(batch, now, "folded", capture.seen().classCode());
        outcome[0] = "folded";
        return new Answer.Applied(batch.put(origin, now, change(capture.again(at), before.scope()))
                .revision());
    }

    /// What was noted in a batch that failed is not there.
    private @Nullable Row last(Batch batch, Place place) {
        CaptureId id = newest.get(place);
        return id == null ? null : batch.find(Kinds.CAPTURE, id.value()).orElse(null);
    }

    private static Change change(Capture c, Scope scope) {
        return Change.fact(Kinds.CAPTURE, c.id().value(), Json.mapper().writeValueAsString(c), scope);
    }

    /// Ends what waited too long, and forgets what is decided.
    public void tick(CommandDesk desk) {
        load();
        Instant now = clock.instant();
        Instant until = now.minus(book.video().at(now).captures().kept());
        for (Map.Entry<CaptureId, Instant> e : Map.copyOf(waiting).entrySet()) {
            if (e.getValue().isBefore(until)) {
                Answer answer = desk.submit((batch, at) -> CaptureClerk.expire(batch, counts, e.getKey(), at));
                if (!(answer instanceof Answer.Postponed)) {
                    waiting.remove(e.getKey());
                }
            }
        }
    }

    /// Follows what the journal has taken.
    public void follow(List<Entry> entries) {
        for (Entry e : entries) {
            boolean decided = e.change().kind().equals(Kinds.CAPTURE)
                    && !Scope.WAITING.equals(e.change().scope().department());
            if (decided) {
                waiting.remove(new CaptureId(e.change().id()));
            }
        }
    }

    private void load() {
        if (loaded) {
            return;
        }
        synchronized (this) {
            long cursor = 0;
            List<Row> page = new ArrayList<>();
            do {
                page = loaded
                        ? List.of()
                        : rows.page(Kinds.CAPTURE, CaseFilter.ALL, new Reach(List.of(), Scope.WAITING), cursor, PAGE);
                for (Row row : page) {
                    Capture c = Json.mapper().readValue(row.content(), Capture.class);
                    newest.put(new Place(c.camera(), c.seen().classCode()), c.id());
                    waiting.put(c.id(), c.at());
                    cursor = row.place().born();
                }
            } while (page.size() == PAGE);
            if (!loaded) {
                LOG.debug("{} captures wait to be judged", waiting.size());
            }
            loaded = true;
        }
    }

    /// The day's counts by class: received, queued, folded, below, late, full, confirmed, rejected, expired.
    public Map<ClassCode, Map<String, Long>> counts(LocalDate day) {
        Map<ClassCode, Map<String, Long>> all = new TreeMap<>(java.util.Comparator.comparing(ClassCode::value));
        String prefix = CaptureCounts.prefix(day);
        counters.beginning(prefix).forEach((name, amount) -> {
            String[] parts = name.substring(prefix.length()).split("/", 2);
            all.computeIfAbsent(new ClassCode(parts[1]), _ -> new LinkedHashMap<>())
                    .put(parts[0], amount);
        });
        return all;
    }

    private static Answer refused(String code, String pointer) {
        return new Answer.Refused(422, code, pointer, null);
    }
}
