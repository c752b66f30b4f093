package org.yiping.console.sync;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Cache;
import org.yiping.console.cache.Cursor;
import org.yiping.console.cache.Row;
import org.yiping.console.cache.Saved;
import org.yiping.console.link.Answer;
import org.yiping.console.link.Download;
import org.yiping.console.link.Link;
import org.yiping.console.store.Bulk;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Tables;
import org.yiping.domain.component.Component;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Layer;
import org.yiping.protocol.City;
import org.yiping.protocol.Json;
import org.yiping.protocol.SignIn;
import tools.jackson.core.JacksonException;

/// What changes rarely and comes by asking: the city with its rules, who is signed in, the bulk layers.
/// Kept on disk, asked for again each time the link comes up, fetched only where the revision is new.
/// Blocks on a worker.
final class Ground {
    private static final Logger LOG = LoggerFactory.getLogger(Ground.class);
    private static final String DOCUMENT = "document";

    private final Link link;
    private final Cache cache;
    private final Tables tables;
    private final SyncTools tools;
    private final AtomicBoolean running = new AtomicBoolean();

    Ground(Link link, Cache cache, Tables tables, SyncTools tools) {
        this.link = link;
        this.cache = cache;
        this.tables = tables;
        this.tools = tools;
    }

    /// Shows what is on disk.
    void fill(Cursor cursor) throws IOException {
        Freshness old = new Freshness(false, cursor.asOf());
        cache.facts().load(DOCUMENT, (id, body) -> {
            try {
                switch (id) {
                    case "city" -> tables.city.set(WireFacts.city(Json.mapper().readValue(body, City.class)), old);
                    case "me" -> tables.me.set(WireFacts.me(Json.mapper().readValue(body, SignIn.Me.class)), old);
                    default -> {}
                }
            } catch (JacksonException | IllegalArgumentException e) {
                LOG.warn("the kept {} is not understood: {}", id, e.getClass().getSimpleName());
            }
        });
    }

    /// The layers on disk, told together: each telling has the map drawn anew.
    void fillLayers() {
        Map<String, Bulk<Feature>> layers = new HashMap<>();
        tables.city
                .known()
                .ifPresent(city -> city.layers()
                        .forEach(layer -> cache.layers()
                                .layer(layer.name())
                                .ifPresent(saved -> layers.put(layer.name(), bulk(layer.name(), saved)))));
        Optional<Saved<Component>> components = cache.layers().components();
        components.ifPresent(this::showComponents);
        tables.layers.apply(layers, Set.of());
    }

    /// Asks for everything, one after another on a worker; a second call while one runs does nothing.
    void refresh(Executor workers) {
        if (running.compareAndSet(false, true)) {
            workers.execute(() -> {
                try {
                    me();
                    city();
                    components();
                } finally {
                    running.set(false);
                }
            });
        }
    }

    private void me() {
        if (link.me().join() instanceof Answer.Ok<SignIn.Me>(SignIn.Me me)) {
            tables.me.set(WireFacts.me(me), now());
            keep("me", me);
        }
    }

    private void city() {
        if (link.city().join() instanceof Answer.Ok<City>(City city)) {
            tables.city.set(WireFacts.city(city), now());
            keep("city", city);
            for (Layer layer : city.layers()) {
                layer(layer);
            }
        }
    }

    private void layer(Layer layer) {
        Optional<Bulk<Feature>> shown = tables.layers.find(layer.name());
        if (shown.isPresent() && shown.get().revision() == layer.revision()) {
            return;
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
            }
            case Answer.Refused<Download<Feature>> refused ->
                LOG.warn(
                        "layer {} is refused: {}",
                        layer.name(),
                        refused.problem().code());
            case Answer.Unreachable<Download<Feature>> _ -> {} // asked again when the link is back
        }
    }

    private void components() {
        Optional<Saved<Component>> saved = tables.components
                .known()
                .map(b -> new Saved<>(b.revision(), b.rows()))
                .or(() -> cache.layers().components());
        if (link.components(saved.map(Saved::revision).orElse(0L)).join()
                instanceof Answer.Ok<Download<Component>>(Download<Component> download)) {
            switch (download) {
                case Download.Unchanged<Component> _ -> {
                    if (tables.components.known().isEmpty()) {
                        saved.ifPresent(this::showComponents);
                    }
                }
                case Download.Rows<Component>(long revision, List<Component> rows) -> {
                    showComponents(new Saved<>(revision, rows));
                    save(() -> cache.layers().saveComponents(revision, rows));
                }
            }
        }
    }

    private void show(String name, Saved<Feature> saved) {
        tables.layers.put(name, bulk(name, saved));
    }

    private static Bulk<Feature> bulk(String name, Saved<Feature> saved) {
        return new Bulk<>(name, saved.revision(), saved.rows());
    }

    private void showComponents(Saved<Component> saved) {
        tables.components.set(new Bulk<>("components", saved.revision(), saved.rows()), now());
    }

    private Freshness now() {
        return new Freshness(true, tools.clock().instant());
    }

    private interface Saving {
        void run() throws IOException;
    }

    private void keep(String id, Object document) {
        save(() ->
                cache.facts().keep(List.of(Row.put(DOCUMENT, id, Json.mapper().writeValueAsBytes(document)))));
    }

    private static void save(Saving saving) {
        try {
            saving.run();
        } catch (IOException e) {
            LOG.warn("shown, but not kept on disk: {}", e.toString());
        }
    }
}
