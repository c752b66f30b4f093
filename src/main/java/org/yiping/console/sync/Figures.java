package org.yiping.console.sync;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.Cursor;
import org.yiping.console.cache.Facts;
import org.yiping.console.cache.Row;
import org.yiping.console.link.Answer;
import org.yiping.console.link.DepartmentKpi;
import org.yiping.console.link.Link;
import org.yiping.console.store.DepartmentFigures;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Tables;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;

/// Polls the figures: they are counted by the platform and do not come by push. Often enough to keep the
/// promised freshness, and aged when the platform does not answer. Runs on the writer's thread; the calls
/// do not block it.
final class Figures {
    static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration PROMISE = Duration.ofSeconds(60);
    static final String KIND = "kpi";
    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private final Link link;
    private final Facts facts;
    private final Tables tables;
    private final SyncTools tools;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Instant answered = Instant.EPOCH;

    Figures(Link link, Facts facts, Tables tables, SyncTools tools) {
        this.link = link;
        this.facts = facts;
        this.tables = tables;
        this.tools = tools;
    }

    void fill(Cursor cursor) throws IOException {
        Map<KpiCode, Kpi> kept = new HashMap<>();
        facts.load(KIND, (id, body) -> {
            try {
                Kpi kpi = Json.mapper().readValue(body, Kpi.class);
                kept.put(kpi.code(), kpi);
            } catch (JacksonException e) {
                LOG.warn("a kept figure is not understood");
            }
        });
        answered = cursor.asOf();
        tables.kpis.freshness(new Freshness(false, answered));
        tables.kpis.replace(kept);
    }

    void start() {
        var _ = tools.serial().scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// One question at a time: a slow platform is not asked faster than it answers.
    void ask() {
        if (!asked.compareAndSet(false, true)) {
            age();
            return;
        }
        var _ = link.kpis()
                .thenCombine(link.departmentKpis(), (kpis, departments) -> {
                    tools.serial().execute(() -> told(kpis, departments));
                    return true;
                })
                .whenComplete((_, _) -> asked.set(false));
    }

    private void told(Answer<List<Kpi>> kpis, Answer<List<DepartmentKpi>> departments) {
        if (kpis instanceof Answer.Ok<List<Kpi>>(List<Kpi> items)) {
            answered = tools.clock().instant();
            tables.kpis.replace(items.stream().collect(Collectors.toMap(Kpi::code, Function.identity(), (_, b) -> b)));
            keep(items);
        }
        if (departments instanceof Answer.Ok<List<DepartmentKpi>>(List<DepartmentKpi> rows)) {
            tables.departmentFigures.replace(rows.stream()
                    .map(d -> new DepartmentFigures(
                            d.department(), d.filed(), d.open(), d.closed(), d.overdue(), d.onTimeRate()))
                    .collect(Collectors.toMap(DepartmentFigures::department, Function.identity(), (_, b) -> b)));
        }
        age();
    }

    private void age() {
        Duration promise =
                tables.city.known().map(c -> c.promises().of("kpis", PROMISE)).orElse(PROMISE);
        boolean live = Duration.between(answered, tools.clock().instant()).compareTo(promise) <= 0;
        Freshness freshness = new Freshness(live, answered);
        tables.kpis.freshness(freshness);
        tables.departmentFigures.freshness(freshness);
    }

    private void keep(List<Kpi> items) {
        try {
            facts.keep(items.stream()
                    .map(k -> Row.put(KIND, k.code().value(), Json.mapper().writeValueAsBytes(k)))
                    .toList());
        } catch (IOException e) {
            LOG.warn("figures shown, but not kept on disk: {}", e.toString());
        }
    }
}
