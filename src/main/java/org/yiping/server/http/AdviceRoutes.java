package org.yiping.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.advice.Evidence;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.advice.RecurringPlace;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Case;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.advice.Counsel;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;
import tools.jackson.databind.util.RawValue;

/// What the platform proposes about cases: departments, duplicates, recurring places, and the cases that went back and
/// forth.
final class AdviceRoutes {
    private static final int LARGEST_PAGE = 1000;

    private final Rows rows;
    private final Ledger ledger;
    private final Access access;
    private final SeenCases seen;
    private final HttpApi.City city;
    private final Days days;

    AdviceRoutes(Rows rows, Ledger ledger, Access access, SeenCases seen, HttpApi.City city, Days days) {
        this.rows = rows;
        this.ledger = ledger;
        this.access = access;
        this.seen = seen;
        this.city = city;
        this.days = days;
    }

    void open(Door door) {
        door.get("/api/v1/cases/{id}/recommendations", this::recommendations);
        door.get("/api/v1/cases/{id}/duplicates", this::duplicatesOfCase);
        door.get("/api/v1/duplicates", this::duplicates);
        door.get("/api/v1/recurrences", this::recurrences);
        door.get("/api/v1/docket", this::docket);
        door.get("/api/v1/duties", this::duties);
    }

    private record RecommendationAnswer(
            List<Recommendation.Proposal> items, List<Evidence> notes, String version, long revision) {}

    private Reply recommendations(Call call) {
        Row row = seen.named(call);
        Recommendation r = city.counsel().recommend(read(row), days.now());
        return Reply.json(new RecommendationAnswer(r.items(), r.notes(), r.version(), row.revision()));
    }

    private Reply duplicatesOfCase(Call call) {
        Row row = seen.named(call);
        Case c = read(row);
        Position at = c.place().position();
        List<Counsel.Duplicate> found = at == null
                ? List.of()
                : city.counsel()
                        .duplicates(c.subject().classCode(), at, c.report().reportedAt(), c.id());
        return duplicates(call, found, "GET /api/v1/cases/{id}/duplicates");
    }

    /// Before the case is there: for who takes a report in.
    private Reply duplicates(Call call) {
        ClassCode code =
                call.query("class").map(ClassCode::new).orElseThrow(() -> Fault.at("QRY-4000", "/class", "missing"));
        Position at = new Position(degrees(call, "longitude", 180), degrees(call, "latitude", 90));
        return duplicates(call, city.counsel().duplicates(code, at, days.now(), null), "GET /api/v1/duplicates");
    }

    private static double degrees(Call call, String name, double most) {
        try {
            double value =
                    Double.parseDouble(call.query(name).orElseThrow(() -> Fault.at("QRY-4000", "/" + name, "missing")));
            if (Math.abs(value) <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw Fault.at("QRY-4000", "/" + name, "type");
        }
        throw Fault.at("QRY-4000", "/" + name, "range");
    }

    /// One that lies out of the caller's reach is not offered; one that has ended says why nothing can go into it.
    private Reply duplicates(Call call, List<Counsel.Duplicate> found, String route) {
        Principal who = call.who();
        long revision = ledger.revision();
        List<Map<String, Object>> items = new ArrayList<>();
        for (Counsel.Duplicate d : found) {
            Optional<Row> row = seen.find(d.id().value(), who);
            if (row.isEmpty()) {
                continue;
            }
            Case c = read(row.get());
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("caseId", d.id());
            item.put("metres", Math.round(d.metres() * 10) / 10.0);
            item.put("apartSeconds", d.apart().toSeconds());
            photo(c).ifPresent(p -> item.put("photo", p));
            String refusal = refusal(c);
            item.put("mergeable", refusal == null);
            if (refusal != null) {
                item.put("refusal", refusal);
            }
            item.put("row", new RawValue(seen.text(row.get(), who, route)));
            items.add(item);
        }
        return Pages.of(items, revision, null);
    }

    private static Optional<String> photo(Case c) {
        return c.head().photos().stream()
                .filter(p -> p.phase().equals("before"))
                .map(Attachment::fileId)
                .findFirst();
    }

    private @Nullable String refusal(Case c) {
        return switch (city.book().workflow().ending(c.progress().state())) {
            case OPEN, PAUSED -> null;
            case CLOSED -> "survivor-closed";
            case VOIDED -> "survivor-void";
        };
    }

    private Reply recurrences(Call call) {
        long revision = ledger.revision();
        Integer back = call.query("days").isEmpty() ? null : (int) call.number("days", 0, 1, 3_660);
        List<RecurringPlace> places = city.counsel().recurring(access.reach(Kinds.CASE, call.who()), back, days.now());
        return Pages.of(places, revision, null);
    }

    /// Who answers for what in an area (责任网格); nothing where the city's grid says nothing.
    private Reply duties(Call call) {
        AreaCode area =
                call.query("area").map(AreaCode::new).orElseThrow(() -> Fault.at("QRY-4000", "/area", "missing"));
        return Pages.of(city.counsel().duties(area), ledger.revision(), null);
    }

    /// The cases that departments gave back too often (推诿), each with who did and the owner past rulings speak for.
    private Reply docket(Call call) {
        Principal who = call.who();
        long revision = ledger.revision();
        int limit = (int) call.number("limit", 100, 1, LARGEST_PAGE);
        List<Row> page = rows.page(
                Kinds.CASE,
                CaseFilter.flagged(Case.DOCKET),
                access.reach(Kinds.CASE, who),
                call.number("after", 0, 0, Long.MAX_VALUE),
                limit);
        List<String> items = new ArrayList<>();
        for (Row row : page) {
            Case c = read(row);
            Recommendation ruled = city.counsel().ruled(c, days.now());
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("caseId", c.id());
            item.put("refusals", c.progress().bounces());
            if (!ruled.items().isEmpty()) {
                item.put("proposal", ruled.items().getFirst());
            }
            item.put("notes", ruled.notes());
            item.put("version", ruled.version());
            item.put("row", new RawValue(seen.text(row, who, "GET /api/v1/docket")));
            items.add(Json.mapper().writeValueAsString(item));
        }
        return Pages.page(items, CaseRoutes.next(page, limit), revision, null);
    }

    private static Case read(Row row) {
        return Json.mapper().readValue(row.content(), Case.class);
    }
}
