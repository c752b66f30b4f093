package org.yiping.console.sync;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Cache;
import org.yiping.console.cache.Cursor;
import org.yiping.console.cache.Saved;
import org.yiping.console.link.Answer;
import org.yiping.console.link.Download;
import org.yiping.console.link.Link;
import org.yiping.console.store.Bulk;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Tables;
import org.yiping.domain.component.ComponentTable;
import org.yiping.domain.component.ComponentTableBuilder;
import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.geo.Position;
import org.yiping.protocol.City;
import org.yiping.protocol.SignIn;

/// What changes rarely and comes by asking: the city with its rules, who is signed in, the bulk layers.
/// Kept on disk, asked for again each time the link comes up, fetched only where the revision is new.
/// Blocks on a worker, one filling or asking at a time.
final class Ground {
    private static final Logger LOG = LoggerFactory.getLogger(Ground.class);

    private final Link link;
    private final Cache cache;
    private final Documents documents;
    private final Tables tables;
    private final SyncTools tools;
    private final AtomicInteger wanted = new AtomicInteger();
    private boolean closed;

    Ground(Link link, Cache cache, Tables tables, SyncTools tools) {
        this.link = link;
        this.cache = cache;
        this.documents = new Documents(cache.facts());
        this.tables = tables;
        this.tools = tools;
    }

    /// Shows what is on disk.
    void fill(Cursor cursor) throws IOException {
        Freshness old = new Freshness(false, cursor.asOf());
        Documents.Kept kept = documents.load();
        try {
            kept.find("city", City.class).ifPresent(city -> tables.city.set(WireFacts.city(city), old));
            kept.find("me", SignIn.Me.class).ifPresent(me -> tables.me.set(WireFacts.me(me), old));
        } catch (IllegalArgumentException e) {
            LOG.warn("the kept city or person is not understood: {}", e.toString());
        }
    }

    /// The layers on disk, as old as the cursor, read side by side and told together: each telling has the map drawn
    /// anew. What the platform told already is newer and stays. What was damaged there is known to be lost.
    synchronized void fillLayers(Cursor cursor) {
        if (!cache.mine()) {
            return;
        }
        Freshness old = new Freshness(false, cursor.asOf());
        CompletableFuture<Optional<ComponentTable>> components =
                tables.components.known().isPresent()
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : CompletableFuture.supplyAsync(() -> cache.layers().components(), tools.workers());
        Map<String, Bulk<Feature>> layers = new HashMap<>();
        Set<String> lost = new HashSet<>();
        tables.city
                .known()
                .ifPresent(city -> city.layers().stream()
                        .map(Layer::name)
                        .filter(name -> tables.layers.find(name).isEmpty())
                        .forEach(name -> cache.layers()
                                .layer(name)
                                .ifPresentOrElse(saved -> layers.put(name, bulk(name, saved)), () -> {
                                    if (cache.layers().isLayerLost(name)) {
                                        lost.add(name);
                                    }
                                })));
        components.join().ifPresent(saved -> tables.components.set(saved, old));
        tables.lostGround(cache.layers().areComponentsLost(), lost);
        tables.layers.apply(layers, Set.of());
        if (!tables.layers.freshness().live()) {
            tables.layers.freshness(old);
        }
    }

    /// The rows stay and are not drawn anew; only their age begins to show.
    void lost() {
        tables.layers.stale();
        tables.components.stale();
    }

    /// Asks for everything, one after another on a worker; of the calls while one runs one is done after it.
    void refresh(Executor workers) {
        if (wanted.getAndIncrement() == 0) {
            workers.execute(() -> {
                int seen;
                do {
                    seen = wanted.get();
                    try {
                        ask();
                    } catch (RuntimeException e) {
                        wanted.set(0);
                        throw e;
                    }
                } while (wanted.addAndGet(-seen) > 0);
            });
        }
    }

    private synchronized void ask() {
        if (!closed) {
            me();
            city().ifPresent(this::layers);
            // without a city there is no plane to stand on, and no map
            tables.city.known().ifPresent(city -> components(city.extent().centre()));
        }
    }

    /// Waits for what is being written to the disk; nothing is asked for any more.
    synchronized void close() {
        closed = true;
    }

    private void me() {
        if (link.me().join() instanceof Answer.Ok<SignIn.Me>(SignIn.Me me)) {
            tables.me.set(WireFacts.me(me), now());
            keep("me", me, SignIn.Me.class);
        }
    }

    private Optional<City> city() {
        if (link.city().join() instanceof Answer.Ok<City>(City city)) {
            tables.city.set(WireFacts.city(city), now());
            keep("city", city, City.class);
            return Optional.of(city);
        }
        return Optional.empty();
    }

    private void layers(City city) {
        boolean all = true;
        for (Layer layer : city.layers()) {
            all &= layer(layer);
        }
        if (all) {
            tables.layers.freshness(now());
        }
    }

    /// Whether what is shown is what the platform has.
    private boolean layer(Layer layer) {
        Optional<Bulk<Feature>> shown = tables.layers.find(layer.name());
        if (shown.isPresent() && shown.get().revision() == layer.revision()) {
            return true;
        }
        Optional<Saved<Feature>> saved = cache.layers().layer(layer.name());
        long known = saved.map(Saved::revision).orElse(0L);
        switch (link.layer(layer.name(), known).join()) {
            case Answer.Ok<Download<Feature>>(Download<Feature> download) -> {
                switch (download) {
                    case Download.Unchanged<Feature> _ -> saved.ifPresent(s -> show(layer.name(), s));
                    case Download.Rows<Feature>(long revision, List<Feature> rows) -> {
                        show(layer.name(), new Saved<>(revision, rows));
                        save(() -> cache.layers().saveLayer(layer.name(), revision, rows));
                    }
                }
                return true;
            }
            case Answer.Refused<Download<Feature>> refused ->
                LOG.warn(
                        "layer {} is refused: {}",
                        layer.name(),
                        refused.problem().code());
            case Answer.Unreachable<Download<Feature>> _ -> {} // asked again when the link is back
        }
        return false;
    }

    private void components(Position origin) {
        ComponentTable known = tables.components.known().orElse(null);
        CityPlane plane = CityPlane.around(origin);
        ComponentTableBuilder rows = new ComponentTableBuilder(plane);
        if (link.components(known == null ? 0 : known.revision(), rows::add).join()
                instanceof Answer.Ok<Long>(Long revision)) {
            if (known == null || known.revision() != revision) {
                components(rows.build(revision, tools.order()));
            } else if (known.plane().origin().equals(origin)) {
                tables.components.freshness(now()); // not the rows: they are drawn already
            } else {
                components(known.on(plane, tools.order()));
            }
        }
    }

    private void components(ComponentTable table) {
        tables.components.set(table, now());
        save(() -> cache.layers().saveComponents(table));
    }

    private void show(String name, Saved<Feature> saved) {
        tables.layers.put(name, bulk(name, saved));
    }

    private static Bulk<Feature> bulk(String name, Saved<Feature> saved) {
        return new Bulk<>(name, saved.revision(), saved.rows());
    }

    private Freshness now() {
        return new Freshness(true, tools.clock().instant());
    }

    private interface Saving {
        void run() throws IOException;
    }

    private <T> void keep(String id, T document, Class<T> type) {
        save(() -> documents.keep(id, document, type));
    }

    private static void save(Saving saving) {
        try {
            saving.run();
        } catch (IOException e) {
            LOG.warn("shown, but not kept on disk: {}", e.toString());
        }
    }
}
