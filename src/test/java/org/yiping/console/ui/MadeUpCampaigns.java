package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yiping.console.store.Tables;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.Kpi;
import org.yiping.domain.kpi.KpiCode;

/// One campaign that runs and one that has ended.
final class MadeUpCampaigns {
    private MadeUpCampaigns() {}

    static void put(Tables tables, DepartmentId lead, Instant now) {
        Actor planner = new Actor(new PersonId("p-0"), new PostCode("duty-leader"), new SeatId("01"));
        Instant start = now.minus(Duration.ofDays(4));
        tables.campaigns.put(
                new CampaignId("z-1"),
                new Campaign(
                        new CampaignId("z-1"),
                        "暴露垃圾专项整治",
                        "重点路段一小时内清除",
                        new Campaign.Bounds(List.of("E-01"), List.of(), start, start.plus(Duration.ofDays(14))),
                        lead,
                        planner,
                        null));
        tables.campaigns.put(
                new CampaignId("z-0"),
                new Campaign(
                        new CampaignId("z-0"),
                        "井盖隐患排查",
                        "",
                        new Campaign.Bounds(List.of("C-01"), List.of(), start.minus(Duration.ofDays(30)), start),
                        null,
                        planner,
                        new Campaign.End(planner, start, "排查 412 处，更换 37 处")));
    }

    /// What became of one until now.
    static List<Kpi> figures(Instant now) {
        return List.of(
                new Kpi(new KpiCode("reported"), 214.0, "cases", 214L, null, now),
                new Kpi(new KpiCode("filed"), 190.0, "cases", 190L, null, now),
                new Kpi(new KpiCode("closed"), 151.0, "cases", 151L, null, now),
                new Kpi(new KpiCode("open"), 63.0, "cases", 63L, null, now),
                new Kpi(new KpiCode("overdue"), 4.0, "cases", 4L, null, now),
                new Kpi(new KpiCode("on-time-rate"), 97.4, "percent", 147L, 151L, now));
    }
}
