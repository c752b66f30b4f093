package org.yiping.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.staff.DutySign;
import org.yiping.domain.staff.RollCall;
import org.yiping.domain.staff.RollCallId;
import org.yiping.domain.staff.RollCallSheet;
import org.yiping.domain.staff.StaffBoard;
import org.yiping.domain.staff.StaffTrack;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.access.Principal;
import org.yiping.server.access.Roster;
import org.yiping.server.data.Disclosures;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.StorageException;
import org.yiping.server.staff.RollCalls;
import org.yiping.server.staff.Staff;
import org.yiping.server.staff.StaffDesk;
import tools.jackson.databind.JsonNode;

/// How people in the field work: figures of all, one day of one, roll-calls and signs. Who looks at
/// somebody's track is noted in the access journal, whoever they are.
final class StaffRoutes {
    private static final int LARGEST_NOTE = 400;

    private final Staff staff;
    private final Roster people;
    private final Access access;
    private final Disclosures disclosures;

    StaffRoutes(Staff staff, Roster people, Access access, Disclosures disclosures) {
        this.staff = staff;
        this.people = people;
        this.access = access;
        this.disclosures = disclosures;
    }

    /// Somebody's sign; `told` is their device's clock.
    record Sign(
            boolean in, @Nullable Instant told, @Nullable Position position) {}

    record Wish(int size, @Nullable AreaCode area) {}

    record Word(
            @Nullable Instant told,
            @Nullable Position position,
            @Nullable String note) {}

    void open(Door door) {
        door.get("/api/v1/staff", this::board);
        door.get(
                "/api/v1/staff/rules",
                call -> Reply.json(Map.of("items", staff.book().versions())));
        door.get("/api/v1/staff/days/{unit}/{day}", this::day);
        door.post("/api/v1/staff/signs", this::sign);
        door.get("/api/v1/staff/rollcalls", this::calls);
        door.put("/api/v1/staff/rollcalls/{id}", this::call);
        door.get("/api/v1/staff/rollcalls/own", this::own);
        door.put("/api/v1/staff/rollcalls/{id}/answer", this::answer);
    }

    private Reach reach(Call call) {
        return access.reach(Kinds.PERSON, call.who());
    }

    private Reply board(Call call) {
        String period = call.query("period").orElse("day");
        LocalDate day = call.query("day").map(d -> date("QRY-4000", d)).orElse(null);
        StaffBoard board;
        try {
            board = FigureRoutes.asked(() -> staff.desk().board(period, day, reach(call)));
        } catch (StaffDesk.NotYet e) {
            String all = e.all() == 0 ? "?" : Integer.toString(e.all());
            throw Fault.of("KPI-5031").saying(e.done() + " / " + all).retryAfter(2);
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("at", board.at());
        page.put("span", board.span());
        page.put("rules", board.rules());
        page.put("sample", board.sample());
        page.put("rows", board.rows().stream().map(r -> masked(call.who(), r)).toList());
        return Reply.json(page);
    }

    private JsonNode masked(Principal who, Record row) {
        Masking masking = access.masking(who.post());
        return Json.mapper().readTree(masking.mask(Kinds.STAFF, Json.mapper().writeValueAsString(row)));
    }

    private static LocalDate date(String code, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1990 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Fault.at(code, "/day", "type");
        }
        throw Fault.at(code, "/day", "range");
    }

    private Reply day(Call call) {
        String unit = call.path("unit");
        StaffTrack track = staff.desk()
                .open(unit, date("QRY-4000", call.path("day")), reach(call))
                .orElseThrow(() -> Fault.of("RES-4040"));
        disclosures.add(new Disclosures.Disclosure(
                track.at(), call.who().actor(), "GET /api/v1/staff/days/{unit}/{day}", unit, 1));
        return Reply.json(masked(call.who(), track));
    }

    private Reply sign(Call call) {
        Principal who = call.who();
        Sign sign = call.body(Sign.class);
        if (who.person().id().value().length() > 50) {
            throw Fault.at("BOD-4001", "/person", "range");
        }
        return Reply.json(written(() -> staff.sign(
                who.person(),
                new Origin(who.actor(), null, null, null),
                new DutySign(sign.in(), staff.desk().calls().now(), sign.told(), sign.position()))));
    }

    private interface Writing<T> {
        T now();
    }

    private static <T> T written(Writing<T> writing) {
        try {
            return writing.now();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StorageException s ? s : e;
        }
    }

    private Reply calls(Call call) {
        Instant now = staff.desk().calls().now();
        List<JsonNode> items = new ArrayList<>();
        for (RollCalls.Drawn drawn : staff.desk().calls().list(reach(call), (int) call.number("limit", 20, 1, 200))) {
            items.add(sheet(call.who(), drawn, now));
        }
        return Reply.json(Map.of("at", now, "items", items));
    }

    private JsonNode sheet(Principal who, RollCalls.Drawn drawn, Instant now) {
        List<RollCallSheet.Line> lines = drawn.drawn().stream()
                .map(p -> new RollCallSheet.Line(
                        p,
                        people.person(p.person()).map(x -> x.name()).orElse(""),
                        staff.desk().calls().outcome(drawn, p, now),
                        drawn.answers().get(p.person())))
                .toList();
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("call", drawn.call());
        sheet.put("revision", drawn.revision());
        sheet.put("seed", drawn.seed());
        sheet.put("method", RollCall.METHOD);
        sheet.put("lines", lines.stream().map(l -> masked(who, l)).toList());
        return Json.mapper().valueToTree(sheet);
    }

    private Reply call(Call call) {
        Principal who = call.who();
        Wish wish = call.body(Wish.class);
        RollCallId id = FigureRoutes.id("id", call.path("id"), RollCallId::new);
        RollCalls calls = staff.desk().calls();
        if (wish.size() < 1 || wish.size() > calls.largest()) {
            throw Fault.at("BOD-4001", "/size", "range");
        }
        RollCalls.Drawn drawn = calls.call(new RollCalls.Wish(id, wish.area(), wish.size()), who.actor(), reach(call))
                .orElseThrow(() -> Fault.at("STF-4090", "/area", "empty"));
        return Reply.json(sheet(who, drawn, calls.now()));
    }

    /// What the caller was drawn in and has not answered.
    private Reply own(Call call) {
        List<Map<String, Object>> items = staff
                .desk()
                .calls()
                .waitingFor(call.who().person().id(), 20)
                .stream()
                .map(d -> Map.<String, Object>of(
                        "id",
                        d.call().id(),
                        "at",
                        d.call().at(),
                        "deadline",
                        d.call().deadline()))
                .toList();
        return Reply.json(Map.of("items", items));
    }

    private Reply answer(Call call) {
        Principal who = call.who();
        Word word = call.body(Word.class);
        String note = word.note() == null ? "" : word.note();
        if (note.length() > LARGEST_NOTE) {
            throw Fault.at("BOD-4001", "/note", "range");
        }
        RollCallId id = FigureRoutes.id("id", call.path("id"), RollCallId::new);
        PersonId person = who.person().id();
        RollCalls calls = staff.desk().calls();
        return Reply.json(calls.answer(
                        new RollCall.Answer(id, person, calls.now(), word.told(), word.position(), note), who.actor())
                .orElseThrow(() -> Fault.of("RES-4040")));
    }
}
