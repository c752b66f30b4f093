package org.yiping.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.bench.map.Figures;
import org.yiping.bench.map.MillionComponents;
import org.yiping.console.cache.Cache;
import org.yiping.console.cache.Opening;
import org.yiping.console.cache.Owner;
import org.yiping.domain.component.ComponentTable;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// The rows of `bench map` that a whole workstation gives: how long after JavaFX's own start the whole map of a city
/// with a million components is on the screen, and what lives in its memory then, with 200,000 cases.
///
/// The workstation has everything in its cache and the server says that it is the newest. Windows
/// alternate: an empty one, which is JavaFX's own start, then the workstation's three; both with the
/// product's flags and its cache of loaded classes, from the exec to the painted frame by the machine's
/// clock. One thread.
final class MapStart {
    private static final int TIMES = Integer.getInteger("yiping.bench.starts", 5);
    private static final int CASES = Integer.getInteger("yiping.bench.cases", 200_000);
    private static final int PATIENCE_SECONDS = 300;
    private static final String POST = "dispatcher";

    private final Hall hall;
    private final Hall.Server server;
    private final Account account;
    private final Path own;
    private final Path shots;

    private MapStart(Hall hall, Hall.Server server) throws IOException {
        this.hall = hall;
        this.server = server;
        account = Account.of(server.accounts(), POST);
        own = hall.folder().resolve("seat");
        shots = own.resolve("shots");
    }

    /// Adds its figures to those there are.
    static void measure(Hall hall, Map<String, Double> figures) throws Exception {
        FullCity city = FullCity.make(hall, CASES, false);
        Hall.Server server = hall.server(city.data());
        try {
            new MapStart(hall, server).measure(figures);
        } finally {
            server.end();
        }
    }

    private void measure(Map<String, Double> figures) throws Exception {
        if (console(null) == null) {
            throw new IOException("the workstation did not come up; it needs three monitors");
        }
        lay();
        List<Double> bare = new ArrayList<>();
        List<Double> map = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Double window = bare();
            Double whole = console(i == TIMES - 1 ? figures : null);
            if (window == null || whole == null) {
                throw new IOException("a window or the workstation did not come up; see errors.log");
            }
            bare.add(window);
            map.add(whole);
        }
        figures.put("first_frame_ms", median(map) - median(bare));
        figures.put("map_from_exec_ms", median(map));
        figures.put("javafx_from_exec_ms", median(bare));
    }

    /// Puts a million components in the place of the city's own into the cache.
    private void lay() throws IOException {
        Owner owner = new Owner(URI.create(server.url()), account.user(), POST);
        if (!(Cache.open(own.resolve("cache"), owner, InstantSource.system())
                instanceof Opening.Ready(Cache cache, var _))) {
            throw new IOException("the workstation's cache cannot be opened");
        }
        try {
            ComponentTable few = cache.layers()
                    .components()
                    .orElseThrow(() -> new IOException("the workstation kept no components"));
            ComponentTable many = MillionComponents.of(hall.folder().resolve("city"), few.plane(), few.revision());
            cache.layers().saveComponents(many);
            System.out.printf(Locale.ROOT, "%d components in the cache in the place of %d%n", many.size(), few.size());
        } finally {
            cache.close();
        }
    }

    private @Nullable Double bare() throws IOException, InterruptedException {
        long exec = System.currentTimeMillis();
        Hall.Program window = hall.startBeside("CONSOLE", "org.yiping.bench.map.BareWindow");
        String line = window.await(Figures::isRow).orElse(null);
        window.process().waitFor();
        return line == null ? null : Double.parseDouble(line.split(" ", -1)[2]) - exec;
    }

    /// From the exec to the whole map. What lives in its heap is told where `figures` are given.
    private @Nullable Double console(@Nullable Map<String, Double> figures) throws Exception {
        Files.createDirectories(shots);
        Path told = shots.resolve("interactive");
        Files.deleteIfExists(told);
        Files.deleteIfExists(shots.resolve("revision"));
        Files.writeString(shots.resolve("click"), "");
        long exec = System.currentTimeMillis();
        Hall.Program console = hall.start(
                "CONSOLE",
                "org.yiping.console.Main",
                Hall.seat(server.url(), account, POST, own, "--screens", "0-2", "--shots", shots.toString()));
        console.drain();
        try {
            if (!Hall.await(() -> Files.exists(told) || !console.process().isAlive(), PATIENCE_SECONDS)
                    || !Files.exists(told)) {
                return null;
            }
            JsonNode moments = Json.mapper().readTree(told);
            double map = moments.path("map").asLong() - (double) exec;
            System.out.printf(
                    Locale.ROOT,
                    "whole map %.0f ms after the exec, interactive after %d, %d ms of processor%n",
                    map,
                    moments.path("painted").asLong() - exec,
                    moments.path("cpu").asLong());
            Hall.await(() -> Files.exists(shots.resolve("revision")), PATIENCE_SECONDS);
            if (figures != null) {
                heap(console, figures);
            }
            return map;
        } finally {
            console.end();
        }
    }

    /// Once the cases are all there.
    private void heap(Hall.Program console, Map<String, Double> figures) throws Exception {
        Path shot = shots.resolve("shot.done");
        Files.deleteIfExists(shot);
        Files.writeString(shots.resolve("shoot"), "");
        Hall.await(() -> Files.exists(shot), PATIENCE_SECONDS);
        int cases = Json.mapper().readTree(shot).path("cases").asInt();
        double heap = Watch.liveHeap(console.process());
        System.out.printf(Locale.ROOT, "%.0f MB alive with %d cases%n", heap, cases);
        if (cases >= CASES) {
            figures.put("console_heap_mb", heap);
        }
    }

    private static double median(List<Double> values) {
        return Figures.median(values.stream().mapToDouble(v -> v).toArray());
    }
}
