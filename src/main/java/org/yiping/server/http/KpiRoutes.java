package org.yiping.server.http;

import java.time.Duration;
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
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;

/// The figures of the day. Every screen of a hall asks for the same ones, so they are counted once a second at most.
final class KpiRoutes {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Figures figures;
    private final Ledger ledger;
    private final Access access;
    private final Days days;
    private final Campaigns campaigns;
    private final Map<Asked, Counted> cache = new ConcurrentHashMap<>();

    private record Asked(Reach reach, @Nullable CampaignFilter campaign) {}

    private record Counted(long revision, Figures.Day day, Map<String, Count> counts) {}

    KpiRoutes(Figures figures, Ledger ledger, Access access, Days days, Campaigns campaigns) {
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
            Counted counted = counted(new Asked(reach(call), campaigns.asked(call)));
            List<Kpi> kpis = new ArrayList<>();
            counted.counts().forEach((code, count) -> kpis.add(kpi(code, count, counted.day())));
            return Pages.of(kpis, counted.revision(), null);
        });
        door.get("/api/v1/kpis/departments", call -> {
            long revision = ledger.revision();
            List<Map<String, Object>> items = new ArrayList<>();
            CampaignFilter campaign = campaigns.asked(call);
            figures.byDepartment(day(campaign), campaign, reach(call))
                    .forEach((id, counts) -> items.add(department(id, counts)));
            return Pages.of(items, revision, null);
        });
    }

    private Reach reach(Call call) {
        return access.reach(Kinds.CASE, call.who());
    }

    private Figures.Day day(@Nullable CampaignFilter campaign) {
        return campaign == null ? days.today() : campaign.day(days.now());
    }

    private Counted counted(Asked asked) {
        Figures.Day day = day(asked.campaign());
        Counted last = cache.get(asked);
        if (last != null && Duration.between(last.day().now(), day.now()).compareTo(FRESH) < 0) {
            return last;
        }
        long revision = ledger.revision();
        Counted counted =
                new Counted(revision, day, figures.counts(day, asked.campaign(), asked.reach(), figures.sources()));
        if (cache.size() > 500) {
            cache.clear();
        }
        cache.put(asked, counted);
        return counted;
    }

    private static Kpi kpi(String code, Count count, Figures.Day day) {
        KpiCode id = new KpiCode(code);
        return code.equals("on-time-rate")
                ? new Kpi(id, rate(count), "percent", count.onTime(), count.cases(), day.now())
                : new Kpi(id, (double) count.cases(), "cases", count.cases(), null, day.now());
    }

    /// Nothing closed is no rate, not a rate of zero.
    private static @Nullable Double rate(Count count) {
        return count.cases() == 0 ? null : 100.0 * count.onTime() / count.cases();
    }

    private static Map<String, Object> department(String id, Map<String, Count> counts) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("department", id);
        for (String code : List.of("filed", "open", "closed", "overdue")) {
            row.put(code, counts.getOrDefault(code, new Count(0, 0)).cases());
        }
        Double rate = rate(counts.getOrDefault("on-time-rate", new Count(0, 0)));
        if (rate != null) {
            row.put("onTimeRate", rate);
        }
        return row;
    }
}
