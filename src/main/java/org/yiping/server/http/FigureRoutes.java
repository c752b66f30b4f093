package org.yiping.server.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.ShownFigure;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Masking;
import org.yiping.server.kpi.FactKeeper;
import org.yiping.server.kpi.FigureBook;
import org.yiping.server.kpi.FigureDesk;

/// Figures by the city's formulas, what they were counted from, and the cases behind each counter. Everybody counts
/// within the own reach.
final class FigureRoutes {
    private static final int LARGEST_PAGE = 1000;

    private final FigureDesk figures;
    private final Access access;
    private final Disclosure disclosure;
    private final InstantSource clock;

    FigureRoutes(FigureDesk figures, Access access, Disclosure disclosure, InstantSource clock) {
        this.figures = figures;
        this.access = access;
        this.disclosure = disclosure;
        this.clock = clock;
    }

    void open(Door door) {
        door.get("/api/v1/figures", this::all);
        door.get("/api/v1/figures/groups", this::groups);
        door.get("/api/v1/figures/cases", this::cases);
        door.get("/api/v1/figures/rules", call -> rules());
        door.post("/api/v1/figures/recount", call -> recount());
    }

    private Reply all(Call call) {
        FigureDesk.Answer answer = answer(new FigureDesk.Question(codes(call), frame(call, access), Grouping.NONE, ""));
        List<ShownFigure> items = answer.groups().getOrDefault("", List.of()).stream()
                .map(FigureRoutes::shown)
                .toList();
        return page(answer, items);
    }

    private Reply groups(Call call) {
        String by = call.query("by").orElse("department");
        Grouping grouping;
        try {
            grouping = Grouping.valueOf(by.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Fault.at("QRY-4000", "/by", "unknown");
        }
        String level = grouping == Grouping.AREA ? call.query("level").orElse("district") : "";
        FigureDesk.Answer answer = answer(new FigureDesk.Question(codes(call), frame(call, access), grouping, level));
        List<Map<String, Object>> items = new ArrayList<>();
        answer.groups().forEach((group, told) -> {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("group", group);
            item.put("figures", told.stream().map(FigureRoutes::shown).toList());
            items.add(item);
        });
        return page(answer, items);
    }

    private static ShownFigure shown(FigureDesk.Told told) {
        return ShownFigure.of(told.rule(), told.figure(), told.before(), told.lastYear());
    }

    private static Reply page(FigureDesk.Answer answer, List<?> items) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("at", answer.at());
        page.put("items", items);
        page.put("revision", answer.revision());
        return Reply.json(page);
    }

    interface Asking<T> {
        T now();
    }

    private FigureDesk.Answer answer(FigureDesk.Question question) {
        return asked(() -> figures.answer(question));
    }

    /// What cannot be asked, and what cannot be answered yet.
    static <T> T asked(Asking<T> asking) {
        try {
            return asking.now();
        } catch (FigureDesk.Unknown e) {
            throw Fault.at("QRY-4000", "/" + e.getMessage(), "unknown");
        } catch (FactKeeper.NotYet e) {
            throw Fault.of("KPI-5030").retryAfter(2);
        }
    }

    private static List<KpiCode> codes(Call call) {
        return call.listed("codes").stream()
                .distinct()
                .map(c -> id("codes", c, KpiCode::new))
                .toList();
    }

    /// The parameters period, day and of whom.
    static FigureDesk.Frame frame(Call call, Access access) {
        FigureScope scope = new FigureScope(
                id(call, "area", AreaCode::new),
                id(call, "department", DepartmentId::new),
                id(call, "class", ClassCode::new),
                id(call, "source", SourceCode::new),
                id(call, "person", PersonId::new),
                id(call, "post", PostCode::new),
                call.query("hour").isEmpty() ? null : (int) call.number("hour", 0, 0, 23),
                call.query("weekHour").isEmpty() ? null : (int) call.number("weekHour", 0, 0, 167));
        return new FigureDesk.Frame(
                call.query("period").orElse("month"), day(call), scope, access.reach(Kinds.CASE, call.who()));
    }

    private static @Nullable LocalDate day(Call call) {
        try {
            LocalDate day = call.query("day").map(LocalDate::parse).orElse(null);
            if (day != null && (day.getYear() < 1970 || day.getYear() > 9999)) {
                throw Fault.at("QRY-4000", "/day", "range");
            }
            return day;
        } catch (DateTimeException e) {
            throw Fault.at("QRY-4000", "/day", "type");
        }
    }

    private static <T extends Id> @Nullable T id(Call call, String name, Function<String, T> made) {
        return call.query(name).map(v -> id(name, v, made)).orElse(null);
    }

    static <T extends Id> T id(String name, String value, Function<String, T> made) {
        try {
            return made.apply(value);
        } catch (IllegalArgumentException e) {
            throw Fault.at("QRY-4000", "/" + name, "range");
        }
    }

    private Reply cases(Call call) {
        Counter counter = Counter.of(call.query("counter").orElse("reported"))
                .orElseThrow(() -> Fault.at("QRY-4000", "/counter", "unknown"));
        int after = (int) call.number("after", 0, 0, Integer.MAX_VALUE);
        int limit = (int) call.number("limit", 100, 1, LARGEST_PAGE);
        FigureDesk.Frame frame = frame(call, access);
        FigureDesk.Behind behind = asked(() -> figures.behind(counter, frame, after, limit));
        Masking masking = access.masking(call.who().post());
        List<Object> items = new ArrayList<>();
        int personal = 0;
        for (String row : behind.contents()) {
            personal += Masking.isPersonal(Kinds.CASE, row) ? 1 : 0;
            items.add(Json.mapper().readTree(masking.mask(Kinds.CASE, row)));
        }
        disclosure.note(call.who(), "GET /api/v1/figures/cases", "*", personal);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("at", behind.at());
        page.put("from", behind.span().from());
        page.put("until", behind.span().until());
        if (behind.total() != null) {
            page.put("total", behind.total());
        }
        page.put("items", items);
        if (behind.next() != null) {
            page.put("next", Integer.toString(behind.next()));
        }
        page.put("revision", behind.revision());
        return Reply.json(page);
    }

    private Reply rules() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", figures.book().versions());
        page.put("counters", FigureBook.counters());
        page.put("revision", figures.keeper().revision());
        return Reply.json(page);
    }

    private Reply recount() {
        Instant start = clock.instant();
        FactKeeper.Recount recount = figures.recount();
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        return Reply.json(Map.of(
                "equal", recount.equal(),
                "cases", recount.cases(),
                "revision", recount.revision(),
                "seconds", seconds));
    }
}
