package org.yiping.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiping.server.data.Backup;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.push.Hub;

/// What the machine's own keeper asks, on a second port that is always loopback: health, metrics, backup.
public final class InsideRoutes {
    private final Database database;
    private final Ledger ledger;
    private final Hub hub;
    private final Traffic traffic;
    private final Backup backup;
    private final Keeper keeper;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private @Nullable PrometheusMeterRegistry registry;

    /// `key` is what the keeper must show to get a backup; `ready` says whether commands are taken.
    /// `withoutTable` are years whose holidays nobody has laid down.
    public record Keeper(String key, BooleanSupplier ready, Supplier<List<Integer>> withoutTable) {}

    public InsideRoutes(Database database, Ledger ledger, Hub hub, Traffic traffic, Backup backup, Keeper keeper) {
        this.database = database;
        this.ledger = ledger;
        this.hub = hub;
        this.traffic = traffic;
        this.backup = backup;
        this.keeper = keeper;
    }

    public void open(HttpRouting.Builder routing) {
        routing.get("/health/live", (request, response) -> response.send("{\"status\":\"UP\"}"));
        routing.get("/health/ready", (request, response) -> {
            boolean up = database.answers() && keeper.ready().getAsBoolean();
            List<Integer> years = keeper.withoutTable().get();
            String notices = years.isEmpty() ? "" : ",\"withoutHolidayTable\":" + years;
            response.status(up ? 200 : 503).send("{\"status\":\"" + (up ? "UP" : "DOWN") + "\"" + notices + "}");
        });
        routing.get("/metrics", (request, response) -> {
            response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
            response.send(scrape());
        });
        routing.post("/backup", (request, response) -> {
            String shown = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
            if (!java.security.MessageDigest.isEqual(
                    shown.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    ("Bearer " + keeper.key()).getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
                response.status(401).send();
                return;
            }
            try {
                backup.to(Path.of(request.query().first("to").orElse("backup.zip")));
                response.status(204).send();
            } catch (IOException | UnsupportedOperationException e) {
                response.status(500).send(String.valueOf(e.getMessage()));
            }
        });
    }

    /// The registry is made at the first question: most starts are never asked.
    private synchronized String scrape() {
        if (registry == null) {
            registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            Gauge.builder("yiping.revision", ledger, Ledger::revision).register(registry);
            Gauge.builder("yiping.stream.clients", hub, Hub::clients).register(registry);
            FunctionCounter.builder("yiping.storage.syncs", database, Database::syncs)
                    .register(registry);
        }
        for (var e : traffic.tallies().entrySet()) {
            if (known.add(e.getKey())) {
                register(registry, e.getKey(), e.getValue());
            }
        }
        return registry.scrape();
    }

    private static void register(PrometheusMeterRegistry registry, String name, Traffic.Tally tally) {
        int space = name.lastIndexOf(' ');
        FunctionTimer.builder(
                        "yiping.requests",
                        tally,
                        t -> t.count().sum(),
                        t -> t.nanos().doubleValue(),
                        TimeUnit.NANOSECONDS)
                .tag("route", name.substring(0, space))
                .tag("status", name.substring(space + 1))
                .register(registry);
    }
}
