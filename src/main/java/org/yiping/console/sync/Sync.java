package org.yiping.console.sync;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Cache;
import org.yiping.console.cache.Cursor;
import org.yiping.console.cache.Facts;
import org.yiping.console.link.Answer;
import org.yiping.console.link.Link;
import org.yiping.console.link.LinkEvents;
import org.yiping.console.link.PushHandler;
import org.yiping.console.link.Verdict;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.OwnNode;
import org.yiping.console.store.OwnSeat;
import org.yiping.console.store.Selection;
import org.yiping.console.store.Tables;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.sensor.Reading;
import org.yiping.protocol.Kinds;
import org.yiping.protocol.Push;

/// The way down: link to cache to stores. `open`, then show windows; `fillLayers` meanwhile and `fill`, then `start`.
/// Any thread.
public final class Sync implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);

    private final Link link;
    private final Tables tables;
    private final Settled settled;
    private final SyncTools tools;
    private final List<String> kinds;
    private final Parts parts;

    private record Parts(
            Facts facts,
            Resume resume,
            Applier applier,
            Snapshots snapshots,
            Ground ground,
            Figures figures,
            Looking looking) {}

    private record Looking(OpenCases openCases, PlatformLookup lookup) {}

    public Sync(Link link, Cache cache, Tables tables, Settled settled, SyncTools tools) {
        this.link = link;
        this.tables = tables;
        this.settled = settled;
        this.tools = tools;
        Shelves shelves = new Shelves(tables);
        kinds = Stream.concat(
                        shelves.kinds().stream(),
                        Stream.of(Facts.DOCUMENT, Documents.FORM, Facts.WALL_STEP, Figures.KIND))
                .toList();
        Resume resume = new Resume();
        OpenCases openCases = new OpenCases(tables.records);
        parts = new Parts(
                cache.facts(),
                resume,
                new Applier(cache.facts(), tables, new Batch(shelves, openCases), resume, settled, tools),
                new Snapshots(link, cache.facts(), tables, shelves, resume, tools),
                new Ground(link, cache, tables, tools),
                new Figures(link, cache.facts(), tables, tools),
                new Looking(openCases, new PlatformLookup(link, cache.files(), openCases, tools)));
    }

    public Lookup lookup() {
        return parts.looking().lookup();
    }

    /// Shows the city and the person as the cache knows them: what windows are built for. Blocks shortly.
    public void open() throws IOException {
        Instant now = tools.clock().instant();
        tables.link.set(new LinkState.Lost(now, null, "starting"), new Freshness(true, now));
        sound(() -> parts.ground().fill(parts.facts().cursor()));
    }

    /// Shows the layers that the cache has, stale: all that a map's ground is made of. Blocks.
    public void fillLayers() throws IOException {
        sound(() -> parts.ground().fillLayers(parts.facts().cursor()));
    }

    /// Shows the rows that the cache has, stale. Blocks.
    public void fill() throws IOException {
        sound(() -> {
            Cursor from = parts.facts().cursor();
            parts.snapshots().fill(from);
            parts.figures().fill(from);
        });
    }

    private interface FromCache {
        void run() throws IOException;
    }

    /// Reads from the cache, and where that is damaged once more from what could be saved of it: a snapshot brings the
    /// rest then.
    private void sound(FromCache reading) throws IOException {
        try {
            reading.run();
        } catch (IOException e) {
            LOG.warn("the cache is damaged and set aside; the platform is asked for everything: {}", e.toString());
            parts.facts().renew(kinds);
            reading.run();
        }
    }

    /// Follows the platform until the link is closed.
    public void start() {
        link.follow(new Taking(), new Watching());
        parts.figures().start();
    }

    /// Tells the platform from now on what this seat is doing.
    public void tell(Selection selection, OwnSeat own) {
        tools.serial().execute(() -> new SeatTeller(link, tables, tools).start(selection, own));
    }

    /// Tells the platform from now on, on a thread that does nothing else, that this computer of a wall is there.
    /// Blocks shortly.
    public void tell(OwnNode own, ScheduledExecutorService telling) {
        new NodeTeller(link, tables, tools, parts.facts(), own).start(telling);
    }

    /// What was shown so far was another platform's: goes on from a snapshot.
    public void startAnew() {
        tools.serial().execute(parts.resume()::snapshotNeeded);
    }

    /// Call after the link was closed: what it still answered is on the disk then.
    @Override
    public void close() {
        parts.ground().close();
    }

    private final class Taking implements PushHandler {
        @Override
        public CompletionStage<Answer<Long>> resume() {
            return CompletableFuture.supplyAsync(this::resumePoint, tools.serial())
                    .thenCompose(Function.identity());
        }

        private CompletionStage<Answer<Long>> resumePoint() {
            parts.applier().drain();
            if (!parts.resume().needsSnapshot()) {
                return CompletableFuture.completedFuture(
                        new Answer.Ok<>(parts.resume().last()));
            }
            return parts.snapshots().fetch().thenApply(answer -> {
                if (answer instanceof Answer.Ok<Long>(Long revision)) {
                    settled.applied(revision, Set.of(), List.of());
                    parts.looking().openCases().forget();
                }
                return answer;
            });
        }

        @Override
        public CompletionStage<Verdict> frame(Push frame) {
            if (frame instanceof Push.Delta delta
                    && delta.changes().stream().anyMatch(c -> c.kind().equals(Kinds.CITY))) {
                parts.ground().refresh(tools.workers());
            }
            return parts.applier().accept(frame);
        }
    }

    private final class Watching implements LinkEvents {
        @Override
        public void live(long roundTripMillis, Instant since) {
            tools.serial().execute(() -> {
                LinkState before = tables.link.known().orElse(null);
                boolean turned = !(before instanceof LinkState.Live);
                if (before instanceof LinkState.Late) {
                    tables.seats.heard(tools.clock().instant());
                }
                state(new LinkState.Live(roundTripMillis, since));
                if (turned) {
                    parts.ground().refresh(tools.workers());
                    parts.looking().lookup().refresh();
                    parts.figures().ask();
                    units();
                    readings();
                }
            });
        }

        @Override
        public void late(Instant lastHeard) {
            tools.serial().execute(() -> {
                tables.readings.stale();
                tables.seats.unheard();
                state(new LinkState.Late(lastHeard));
            });
        }

        @Override
        public void lost(Instant since, @Nullable Instant nextTry, String reason) {
            tools.serial().execute(() -> {
                parts.applier().drain();
                parts.resume().lost();
                tables.factsStale();
                tables.units.stale();
                tables.readings.stale();
                tables.seats.unheard();
                parts.ground().lost();
                state(new LinkState.Lost(since, nextTry, reason));
            });
        }

        @Override
        public void offset(Duration offset) {
            tables.clock.offset(offset);
        }

        private void state(LinkState state) {
            Instant now = tools.clock().instant();
            tables.link.set(state, new Freshness(true, now));
            if (state instanceof LinkState.Live) {
                tables.units.freshness(new Freshness(true, now));
                tables.readings.freshness(new Freshness(true, now));
            }
        }

        /// What was said before the stream began; a platform that knows no sensors refuses.
        private void readings() {
            var _ = link.readings().thenAccept(answer -> {
                if (answer instanceof Answer.Ok<List<Reading>>(List<Reading> readings)) {
                    tools.serial().execute(() -> parts.applier().readings(readings));
                }
            });
        }

        private void units() {
            var _ = link.units().thenAccept(answer -> {
                if (answer instanceof Answer.Ok<List<FieldUnit>>(List<FieldUnit> units)) {
                    tools.serial().execute(() -> parts.applier().units(units));
                }
            });
        }
    }
}
