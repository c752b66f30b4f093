package org.yiping.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseRules;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Principal;
import org.yiping.server.data.CampaignFilter;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Entry;
import org.yiping.server.data.KpiFilter;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Cases, their history, and what may be done with them.
final class CaseRoutes {
    private static final int LARGEST_PAGE = 1000;

    private final Rows rows;
    private final Ledger ledger;
    private final Access access;
    private final CaseRules rules;
    private final Days days;
    private final Disclosure disclosure;
    private final Campaigns campaigns;

    CaseRoutes(Rows rows, Ledger ledger, Access access, CaseRules rules, Days days, Disclosure disclosure) {
        this.rows = rows;
        this.ledger = ledger;
        this.access = access;
        this.rules = rules;
        this.days = days;
        this.disclosure = disclosure;
        this.campaigns = new Campaigns(rows);
    }

    void open(Door door) {
        door.get("/api/v1/cases", this::list);
        door.get("/api/v1/cases/{id}", this::one);
        door.get("/api/v1/cases/{id}/records", call -> history(call, Kinds.RECORD));
        door.get("/api/v1/cases/{id}/reviews", call -> history(call, Kinds.REVIEW));
        door.get("/api/v1/cases/{id}/actions", this::actions);
        door.get("/api/v1/cases/{id}/clocks", this::clocks);
    }

    private Reply list(Call call) {
        Principal who = call.who();
        long revision = ledger.revision();
        CampaignFilter campaign = campaigns.asked(call);
        KpiFilter kpi = call.query("kpi")
                .map(code -> days.filter(code, call.query("at").orElse(null), campaign)
                        .orElseThrow(() -> Fault.at("QRY-4000", "/kpi", "unknown")))
                .orElse(null);
        CaseFilter filter = new CaseFilter(
                call.query("state").orElse(null),
                call.query("department").orElse(null),
                call.query("area").orElse(null),
                call.query("source").orElse(null),
                call.query("flag").orElse(null),
                kpi,
                campaign);
        int limit = (int) call.number("limit", 100, 1, LARGEST_PAGE);
        long after = call.number("after", 0, 0, Long.MAX_VALUE);
        Set<String> fields = call.query("fields").map(f -> Set.of(f.split(","))).orElse(Set.of());
        List<Row> page = rows.page(Kinds.CASE, filter, access.reach(Kinds.CASE, who), after, limit);
        Masking masking = access.masking(who.post());
        List<String> items = new ArrayList<>();
        int personal = 0;
        for (Row row : page) {
            personal += Masking.isPersonal(Kinds.CASE, row.content()) ? 1 : 0;
            items.add(Pages.only(masking.mask(Kinds.CASE, row.content()), fields));
        }
        disclosure.note(who, "GET /api/v1/cases", "*", personal);
        // a list by figure depends on the hour as well as on the revision, so it carries no tag
        return Pages.page(items, next(page, limit), revision, kpi == null ? Pages.tag(revision, who) : null);
    }

    static @Nullable String next(List<Row> page, int limit) {
        return page.size() < limit ? null : Long.toString(page.getLast().place().born());
    }

    private Reply one(Call call) {
        Principal who = call.who();
        Row row = visible(call);
        if (Masking.isPersonal(Kinds.CASE, row.content())) {
            disclosure.note(who, "GET /api/v1/cases/{id}", row.id(), 1);
        }
        return Reply.text(access.masking(who.post()).mask(Kinds.CASE, row.content()), Pages.tag(row.revision(), who));
    }

    /// What lies out of somebody's reach is not there for them.
    private Row visible(Call call) {
        Principal who = call.who();
        return rows.find(Kinds.CASE, call.path("id"))
                .filter(r -> access.reach(Kinds.CASE, who).sees(r.scope()))
                .orElseThrow(() -> Fault.of("RES-4040"));
    }

    private Reply history(Call call, String kind) {
        Row row = visible(call);
        if (!access.mayReceive(kind, call.who().post())) {
            throw Fault.of("AUT-4030");
        }
        List<String> all = rows.history(row.place().trail()).reversed().stream()
                .map(Entry::change)
                .filter(c -> c.kind().equals(kind))
                .map(c -> c.content())
                .toList();
        int personal =
                (int) all.stream().filter(c -> Masking.isPersonal(kind, c)).count();
        disclosure.note(call.who(), "GET /api/v1/cases/{id}/" + kind + "s", row.id(), personal);
        Masking masking = access.masking(call.who().post());
        List<String> items = all.stream().map(c -> masking.mask(kind, c)).toList();
        return Pages.page(items, null, ledger.revision(), null);
    }

    private Reply actions(Call call) {
        Row row = visible(call);
        Case subject = Json.mapper().readValue(row.content(), Case.class);
        List<Map<String, Object>> items = new ArrayList<>();
        for (CaseRules.Option option : rules.options(subject, call.who().actor(), days.now())) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("action", option.transition().action());
            item.put("allowed", option.refusal() == null);
            if (option.refusal() != null) {
                item.put("refusal", option.refusal());
            }
            item.put("transition", option.transition());
            items.add(item);
        }
        return Pages.of(items, row.revision(), null);
    }

    /// Why each clock of the case is due when it is.
    private Reply clocks(Call call) {
        Row row = visible(call);
        return Pages.of(rules.explain(Json.mapper().readValue(row.content(), Case.class)), row.revision(), null);
    }
}
