package org.yiping.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.data.CampaignFilter;
import org.yiping.server.data.Figures;
import org.yiping.server.data.Figures.Count;
import org.yiping.server.data.KpiFilter;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;
import org.yiping.server.kpi.DayFigures;

/// The figures of the day, by the city's formulas: the same numbers as everywhere else (`DayFigures`). What the engine
/// does not have, and everything of a campaign, the storage counts; every screen of a hall asks for the same, so that
/// is counted once a second at most.
final class KpiRoutes {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final String ON_TIME = "on-time-rate";
    private static final String DUE_SOON = "due-soon";
    private static final List<String> OF_DEPARTMENTS = List.of("filed", "open", "closed", "overdue");

    private final DayFigures engine;
    private final Figures figures;
    private final Ledger ledger;
    private final Access access;
    private final Days days;
    private final Campaigns campaigns;
    private final Map<Asked, Stored> cache = new ConcurrentHashMap<>();

    /// Of everything, or of a campaign, or of one figure alone.
    private record Asked(Reach reach, @Nullable CampaignFilter campaign, String code) {}

    private record Stored(long revision, Figures.Day day, Map<String, Count> counts) {}

    /// What is answered: `revision` is of the oldest of them.
    private record Counted(long revision, Map<String, Kpi> kpis) {}

    KpiRoutes(DayFigures engine, Figures figures, Ledger ledger, Access access, Days days, Campaigns campaigns) {
        this.engine = engine;
        this.figures = figures;
        this.ledger = ledger;
        this.access = access;
        this.days = days;
        this.campaigns = campaigns;
    }

    void open(Door door) {
        door.get("/api/v1/kpis", call -> {
            if (!call.query("period").orElse("today").equals("today")) {
                throw Fault.at("QRY-4000", "/period", "unknown");
            }
            Reach reach = access.reach(Kinds.CASE, call.who());
            CampaignFilter campaign = campaigns.asked(call);
            Counted counted = campaign == null ? today(reach) : stored(new Asked(reach, campaign, ""));
            return Pages.of(List.copyOf(counted.kpis().values()), counted.revision(), null);
        });
        door.get("/api/v1/kpis/departments", call -> {
            long revision = ledger.revision();
            Reach reach = access.reach(Kinds.CASE, call.who());
            CampaignFilter campaign = campaigns.asked(call);
            DayFigures.Departments known =
                    campaign == null ? engine.departments(reach).orElse(null) : null;
            return known == null
                    ? Pages.of(departments(campaign, reach), revision, null)
                    : Pages.of(rows(known.rows()), known.revision(), null);
        });
    }

    /// In the order in which they are shown: the engine's, and the storage's where it has none.
    private Counted today(Reach reach) {
        DayFigures.Day day = engine.day(reach).orElse(null);
        if (day == null) {
            return stored(new Asked(reach, null, ""));
        }
        Map<String, Kpi> engine = day.kpis();
        boolean whole = KpiFilter.CODES.stream().allMatch(c -> c.equals(DUE_SOON) || engine.containsKey(c));
        Counted beside = stored(new Asked(reach, null, whole ? DUE_SOON : ""));
        Map<String, Kpi> all = new LinkedHashMap<>();
        for (String code : KpiFilter.CODES) {
            Kpi kpi = engine.getOrDefault(code, beside.kpis().get(code));
            if (kpi != null) {
                all.put(code, kpi);
            }
        }
        beside.kpis().forEach(all::putIfAbsent);
        all.putAll(engine);
        return new Counted(Math.min(day.revision(), beside.revision()), all);
    }

    private Counted stored(Asked asked) {
        Stored stored = cached(asked);
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        stored.counts()
                .forEach((code, count) ->
                        kpis.put(code, kpi(code, count, stored.day().now())));
        return new Counted(stored.revision(), kpis);
    }

    private Stored cached(Asked asked) {
        Figures.Day day =
                asked.campaign() == null ? days.today() : asked.campaign().day(days.now());
        Stored last = cache.get(asked);
        if (last != null && Duration.between(last.day().now(), day.now()).compareTo(FRESH) < 0) {
            return last;
        }
        long revision = ledger.revision();
        Map<String, Count> counts = asked.code().isEmpty()
                ? figures.counts(day, asked.campaign(), asked.reach(), figures.sources())
                : Map.of(asked.code(), new Count(figures.count(day, asked.code(), asked.reach()), 0));
        Stored stored = new Stored(revision, day, counts);
        if (cache.size() > 500) {
            cache.clear();
        }
        cache.put(asked, stored);
        return stored;
    }

    private static Kpi kpi(String code, Count count, Instant at) {
        KpiCode id = new KpiCode(code);
        return code.equals(ON_TIME)
                ? new Kpi(id, rate(count), "percent", count.onTime(), count.cases(), at)
                : new Kpi(id, (double) count.cases(), "cases", count.cases(), null, at);
    }

    /// Nothing closed is no rate, not a rate of zero.
    private static @Nullable Double rate(Count count) {
        return count.cases() == 0 ? null : 100.0 * count.onTime() / count.cases();
    }

    private List<Map<String, Object>> departments(@Nullable CampaignFilter campaign, Reach reach) {
        List<Map<String, Object>> items = new ArrayList<>();
        Figures.Day day = campaign == null ? days.today() : campaign.day(days.now());
        figures.byDepartment(day, campaign, reach).forEach((id, counts) -> {
            Map<String, @Nullable Double> row = new LinkedHashMap<>();
            OF_DEPARTMENTS.forEach(code -> row.put(
                    code, (double) counts.getOrDefault(code, new Count(0, 0)).cases()));
            row.put(ON_TIME, rate(counts.getOrDefault(ON_TIME, new Count(0, 0))));
            items.add(row(id, row));
        });
        return items;
    }

    private static List<Map<String, Object>> rows(Map<String, Map<String, @Nullable Double>> rows) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Map.Entry<String, Map<String, @Nullable Double>> each : rows.entrySet()) {
            items.add(row(each.getKey(), each.getValue()));
        }
        return items;
    }

    private static Map<String, Object> row(String id, Map<String, @Nullable Double> figures) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("department", id);
        for (String code : OF_DEPARTMENTS) {
            Double value = figures.get(code);
            row.put(code, value == null ? 0 : Math.round(value));
        }
        Double rate = figures.get(ON_TIME);
        if (rate != null) {
            row.put("onTimeRate", rate);
        }
        return row;
    }
}
